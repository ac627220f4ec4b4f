/**
 * Looks at fans' accounts, taken now and then of some who are drawn by lot, and kept.
 *
 * @module
 */
import { DateTime, Effect } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type { FanId } from "../../account/FanId.ts"
import type { ObservationStore, Receipt, Refused } from "../../observations/ObservationStore.ts"
import * as Observations from "../../observations/Observations.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import type { Look } from "./DeadFans.ts"
import * as FanLook from "./FanLook.ts"

/** Looks at these fans, who were drawn by lot, and keeps what was seen. However often that is done on a day, the first look at a fan stands. */
export const keep = <E, R>(
  account: AccountId,
  fans: ReadonlyArray<FanId>,
  look: (fan: FanId) => Effect.Effect<Look, E, R>
): Effect.Effect<Receipt, E | Refused | StoreUnavailable, R | ObservationStore> =>
  Effect.gen(function* () {
    const at = yield* DateTime.now
    const day = DateTime.formatIso(DateTime.startOf(at, "day"))
    const looks = yield* Effect.forEach(fans, (fan) =>
      Effect.map(look(fan), (seen) => ({
        account,
        key: JSON.stringify([day, fan]),
        at,
        source: "lot",
        facts: { is: seen.is, reasons: seen.is === "dead" ? seen.reasons : [] },
        personal: { fan }
      }))
    )
    return yield* Observations.record(FanLook.kind, looks)
  })
