/**
 * Port: what the platform says of the account itself and of its followers.
 *
 * @module
 */
import { Context, type Effect, Schema } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type * as Reading from "../../operations/Reading.ts"
import { Fan } from "./Fan.ts"

/** Numbers of the account. What the platform does not show is absent, never zero. */
export const Facts = Schema.Struct({
  name: Schema.optionalKey(Schema.String),
  followers: Schema.optionalKey(Schema.Int),
  following: Schema.optionalKey(Schema.Int),
  posts: Schema.optionalKey(Schema.Int),
  verified: Schema.optionalKey(Schema.Boolean)
})
/** Numbers of the account. */
export type Facts = typeof Facts.Type

/**
 * Some of the account's followers. The platform shows only those who authorised the app too, so `shown` is never the whole,
 * and nobody's absence from it means that they left.
 */
export const Followers = Schema.Struct({ shown: Schema.Array(Fan), total: Schema.optionalKey(Schema.Int) })
/** Some of the account's followers. */
export type Followers = typeof Followers.Type

/** What the platform says of the account itself. */
export class AccountFacts extends Context.Service<
  AccountFacts,
  {
    /** The account's numbers, as far as the platform shows them. */
    readonly facts: (account: AccountId) => Effect.Effect<Facts, Reading.Failure>
    /** The followers whom the platform shows, newest first; how many is the platform's decision. */
    readonly followers: (account: AccountId) => Effect.Effect<Followers, Reading.Failure>
  }
>()("@dualops/core/AccountFacts") {}
