/**
 * Port: how much the account has not looked at yet, of each kind, with one call.
 *
 * A count says that something may be there, and never that nothing is: a person who looks at the platform's own pages makes it 0.
 *
 * @module
 */
import { Context, type Effect, Schema } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type * as Reading from "../../operations/Reading.ts"

/** What is not looked at yet, by source; what the platform does not say is absent, never 0. */
export const Counts = Schema.Struct({
  comments: Schema.optionalKey(Schema.Int),
  mentions: Schema.optionalKey(Schema.Int),
  "mentions in comments": Schema.optionalKey(Schema.Int)
})
/** What is not looked at yet, by source. */
export type Counts = typeof Counts.Type

/** How much the account has not looked at yet. */
export class Unread extends Context.Service<
  Unread,
  {
    /** The counts of an account; asking makes none of them 0. */
    readonly count: (account: AccountId) => Effect.Effect<Counts, Reading.Failure>
  }
>()("@dualops/core/Unread") {}
