/**
 * Port: what the platform says of the account itself and of its followers.
 *
 * @module
 */
import { Context, DateTime, Effect, Schema } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type { FanId } from "../../account/FanId.ts"
import type { ObservationStore, Receipt, Refused } from "../../observations/ObservationStore.ts"
import * as Observations from "../../observations/Observations.ts"
import type * as Reading from "../../operations/Reading.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import * as AccountReading from "./AccountReading.ts"
import type { Look } from "./DeadFans.ts"
import { Fan } from "./Fan.ts"

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
    readonly facts: (account: AccountId) => Effect.Effect<AccountReading.Facts, Reading.Failure>
    /** The followers whom the platform shows, newest first; how many is the platform's decision. */
    readonly followers: (account: AccountId) => Effect.Effect<Followers, Reading.Failure>
    /** What a fan's account looks like; of one that the platform hides from the account nothing can be told, and one that is gone is dead. */
    readonly look: (account: AccountId, fan: FanId) => Effect.Effect<Look, Reading.Failure>
  }
>()("@dualops/core/AccountFacts") {}

/** Reads the account's numbers and keeps them. However often and by how many programs it is done within an hour, the first reading of the hour stands. */
export const keep = (
  account: AccountId
): Effect.Effect<Receipt, Reading.Failure | Refused | StoreUnavailable, AccountFacts | ObservationStore> =>
  Effect.gen(function* () {
    const facts = yield* AccountFacts.use((port) => port.facts(account))
    const at = yield* DateTime.now
    const key = DateTime.formatIso(DateTime.startOf(at, "hour"))
    return yield* Observations.record(AccountReading.kind, [{ account, key, at, source: "account", facts }])
  })
