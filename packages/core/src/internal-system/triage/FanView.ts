/**
 * One view of a fan: what they wrote to an account, and every case in which they are: what they complained of, asked and were answered.
 *
 * Nothing is told that was not heard. What the platform hides is absent, and so is what was erased.
 *
 * @module
 */
import { Effect } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import { type FanId, kind as fanKind } from "../../account/FanId.ts"
import * as Tag from "../../account/Tag.ts"
import type { RecordedOf } from "../../observations/Observation.ts"
import type { ObservationStore } from "../../observations/ObservationStore.ts"
import * as Observations from "../../observations/Observations.ts"
import { type AnyCase, about } from "../../operations/Cases.ts"
import type { EventLog } from "../../operations/EventLog.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import type { Any } from "../../process/Process.ts"
import * as Heard from "./Heard.ts"

/** A fan, as an account knows them. */
export interface FanView {
  readonly account: AccountId
  readonly fan: FanId
  /** What they wrote, the newest first. Hostile text. */
  readonly wrote: ReadonlyArray<RecordedOf<typeof Heard.kind>>
  /** Cases of the processes that were asked for, open or over, the newest first: of all accounts, so show a person those that they see (`Caseload.seen`). */
  readonly cases: ReadonlyArray<AnyCase>
}

/** What an account knows of a fan: at most so many of each, 100 unless it is said. */
export const of = Effect.fn("FanView.of")(function* (
  processes: ReadonlyArray<Any>,
  account: AccountId,
  fan: FanId,
  most = 100
): Effect.fn.Return<FanView, StoreUnavailable, ObservationStore | EventLog> {
  const { observations } = yield* Observations.page(Heard.kind, { account, person: fan, order: "newest", limit: most })
  return { account, fan, wrote: observations, cases: yield* about(processes, Tag.of(fanKind, fan), most) }
})
