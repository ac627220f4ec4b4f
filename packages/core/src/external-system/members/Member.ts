/**
 * The words of the members: who a fan is to the company, and which discount codes they have used.
 *
 * @module
 */
import { Schema } from "effect"
import { FanId } from "../../account/FanId.ts"
import { Moment } from "../../calendar/Moment.ts"
import { DeskKey } from "../customer-desk/DeskKey.ts"

/** Whether a member wants to hear from the company, and since when they have said so. */
export const Consent = Schema.Struct({ given: Schema.Boolean, at: Moment })
/** Whether a member wants to hear from the company, and since when they have said so. */
export type Consent = typeof Consent.Type

/** The name of a group of members, such as `gold`; without line breaks and semicolons, with which systems divide them. */
export const Segment = Schema.NonEmptyString.check(
  Schema.isMaxLength(100),
  Schema.isPattern(/^[^;\p{C}\p{Zl}\p{Zp}]+$/u, { expected: "a name on one line without semicolons" }),
  Schema.isTrimmed()
)
/** The name of a group of members. */
export type Segment = typeof Segment.Type

/** What is written of a member. What is left out stays as it is. The name is hostile text. */
export const Writing = Schema.Struct({
  fan: FanId,
  name: Schema.String,
  /** All groups that the member is in from now on. */
  segments: Schema.optionalKey(Schema.Array(Segment)),
  /** Counts only where it is newer than what is known. */
  consent: Schema.optionalKey(Consent)
})
/** What is written of a member. */
export type Writing = typeof Writing.Type

/** A member as the company knows them. */
export interface Member {
  readonly fan: FanId
  readonly name: string
  /** In no particular order. */
  readonly segments: ReadonlyArray<string>
  /** Left out where they have said nothing. */
  readonly consent?: Consent
}

/** A member has used a code in an order. */
export const Redemption = Schema.Struct({
  /** The same at every try, such as the code and the order: of one key there is one redemption. */
  key: DeskKey,
  fan: FanId,
  code: Schema.NonEmptyString.check(Schema.isMaxLength(100)),
  campaign: Schema.NonEmptyString.check(Schema.isMaxLength(100)),
  order: Schema.NonEmptyString.check(Schema.isMaxLength(100)),
  at: Moment
})
/** A member has used a code in an order. */
export type Redemption = typeof Redemption.Type
