/**
 * The account's numbers, read now and then and kept: what they were and not only what they are.
 *
 * @module
 */
import { DateTime, Effect } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import * as Observation from "../../observations/Observation.ts"
import type { ObservationStore, Receipt, Refused } from "../../observations/ObservationStore.ts"
import * as Observations from "../../observations/Observations.ts"
import type * as Reading from "../../operations/Reading.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import { AccountFacts, Facts } from "./AccountFacts.ts"

/** The account's numbers, as the platform has told them at a moment. */
export const kind = Observation.define("AccountReading", {
  title: { zh: "账号数据读数", en: "Reading of the account" },
  facts: Facts.fields
})

/** Reads the numbers and keeps them. However often and by how many programs it is done within an hour, the first reading of the hour stands. */
export const take = (
  account: AccountId
): Effect.Effect<Receipt, Reading.Failure | Refused | StoreUnavailable, AccountFacts | ObservationStore> =>
  Effect.gen(function* () {
    const facts = yield* AccountFacts.use((port) => port.facts(account))
    const at = yield* DateTime.now
    const key = DateTime.formatIso(DateTime.startOf(at, "hour"))
    return yield* Observations.record(kind, [{ account, key, at, source: "account", facts }])
  })
