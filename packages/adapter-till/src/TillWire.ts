/**
 * What goes over the wire between a till and the house: the answer as JSON, and refusals as problems (RFC 9457), each with its status. An order that was
 * cancelled has nothing that stands, whatever it had, and that is no problem.
 *
 * @module
 */
import { Redemption } from "@dualops/core/codes"
import { Bilingual } from "@dualops/core/finding"
import { Schema } from "effect"

/** What a till sends to redeem a code; the key of the claim is the header `Idempotency-Key`. */
export const Claim = Schema.Struct({ code: Schema.String, fan: Redemption.Asked.fields.fan })

/** What a till sends to give back what the order of that key has redeemed, and who cancels it. */
export const Return = Schema.Struct({ giveBack: Schema.Struct({ by: Redemption.Cancelled.fields.by }) })

/** What a till sends: one of both. */
export const Body = Schema.Union([Claim, Return], { mode: "oneOf" })

/** The key of a claim as a header has it. */
export const Key = Redemption.ClaimKey.check(
  Schema.isPattern(/^[!-~]+( [!-~]+)*$/, { expected: "signs that can stand in a header" })
)

/** What is answered to a claim, whatever the status. */
export const Answered = Schema.Struct({
  answer: Schema.toCodecJson(Redemption.Told),
  said: Schema.optionalKey(Bilingual.Bilingual)
})

/** What is answered to the cancellation of an order. */
export const Returned = Schema.Struct({
  answer: Schema.toCodecJson(Redemption.Returned),
  said: Schema.optionalKey(Bilingual.Bilingual)
})

/** The status of what is answered to a claim. */
export const statusOf = ({ _tag }: Redemption.Told): number => statuses[_tag]

const statuses: Readonly<Record<Redemption.Told["_tag"], number>> = {
  Redeemed: 200,
  AlreadyRedeemed: 409,
  GivenBack: 409,
  NotYet: 409,
  OtherClaim: 422,
  Misread: 422,
  Unknown: 404,
  Over: 410,
  Withdrawn: 410
}
