/**
 * Looks at fans' accounts, taken now and then of some who are drawn by lot, and kept: what share of the fans is dead is said of these and of nobody else.
 *
 * @module
 */
import { DateTime, Effect, Schema } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import { FanId } from "../../account/FanId.ts"
import * as Observation from "../../observations/Observation.ts"
import type { ObservationStore, Receipt, Refused } from "../../observations/ObservationStore.ts"
import * as Observations from "../../observations/Observations.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import { type Look, Reason } from "./DeadFans.ts"

/** What a look at a fan's account came to. */
export const kind = Observation.define("FanLook", {
  title: { zh: "粉丝账号查看", en: "Look at a fan's account" },
  facts: {
    is: Schema.Literals(["alive", "unknown", "dead"]),
    /** Why the account is taken for a dead one. */
    reasons: Schema.Array(Reason)
  },
  personal: { fan: FanId }
})

/** Looks at these fans, who were drawn by lot, and keeps what was seen. However often that is done on a day, the first look at a fan stands. */
export const take = <E, R>(
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
    return yield* Observations.record(kind, looks)
  })

/** A look as it was kept: a dead one without a reason is none that anybody could explain. */
export const lookOf = ({ is, reasons: [first, ...others] }: (typeof kind)["facts"]["Type"]): Look =>
  is !== "dead" ? { is } : first === undefined ? { is: "unknown" } : { is, reasons: [first, ...others] }
