/**
 * What goes over the wire between a till and the house: the answer as JSON, and refusals as problems (RFC 9457), each with its status.
 *
 * @module
 */
import { Redemption } from "@dualops/core/codes"
import { Bilingual } from "@dualops/core/finding"
import { Schema } from "effect"

/** What a till sends; the key of the claim is the header `Idempotency-Key`. */
export const Body = Schema.Struct({ code: Schema.String, fan: Redemption.Asked.fields.fan })

/** The key of a claim as a header has it. */
export const Key = Redemption.ClaimKey.check(
  Schema.isPattern(/^[!-~]+( [!-~]+)*$/, { expected: "signs that can stand in a header" })
)

/** What is answered, whatever the status. */
export const Answered = Schema.Struct({
  answer: Schema.toCodecJson(Redemption.Told),
  said: Schema.optionalKey(Bilingual.Bilingual)
})

/** The status of an answer. */
export const statusOf = ({ _tag }: Redemption.Told): number => statuses[_tag]

const statuses: Readonly<Record<Redemption.Told["_tag"], number>> = {
  Redeemed: 200,
  AlreadyRedeemed: 409,
  NotYet: 409,
  OtherClaim: 422,
  Misread: 422,
  Unknown: 404,
  Over: 410,
  Withdrawn: 410
}
