/**
 * What is asked often of what was heard and counted, as a fold that a running program keeps: an answer that is brought up to date by what was recorded since, and
 * not by reading everything again. Of the log there is `Projection`.
 *
 * Such a state is begun anew when something was erased or forgotten since, by whichever program (`KeptState`).
 *
 * @module
 */
import { Effect, Result } from "effect"
import type { AccountId } from "../account/AccountId.ts"
import type { StoreUnavailable } from "../operations/StoreUnavailable.ts"
import * as Feed from "./Feed.ts"
import * as KeptState from "./KeptState.ts"
import type { AnyKind, RecordedOf } from "./Observation.ts"
import * as ObservationRow from "./ObservationRow.ts"
import { ObservationStore } from "./ObservationStore.ts"

/** A fold over what was recorded of an account. */
export interface ObservationProjection<K extends AnyKind, State> {
  /** Under this name its state is kept: two that make something else of the same observations have two names. */
  readonly name: string
  readonly account: AccountId
  readonly kinds: ReadonlyArray<K>
  /** The state of which nothing was taken. */
  readonly begin: () => State
  /** Takes one in, in the order of recording: one of an earlier moment may come later. */
  readonly take: (state: State, one: RecordedOf<K>) => void
}

/**
 * What the state comes to, as of now. It may be asked for by many at once, and each observation is read once. The state is the projection's own: what is answered must
 * not be a part of it, for it goes on.
 */
export const ask = Effect.fn("ObservationProjection.ask")(function* <K extends AnyKind, State, A>(
  { account, begin, kinds, name, take }: ObservationProjection<K, State>,
  answer: (state: State) => A
): Effect.fn.Return<A, StoreUnavailable, ObservationStore> {
  const store = yield* ObservationStore
  const kept = KeptState.of<Known<State>>(store, name)
  const read = ObservationRow.reader(kinds)
  return yield* Effect.gen(function* () {
    // Asked before anything is read: what is taken away meanwhile is told the next time.
    const removals = yield* store.removals
    if (kept.known?.removals !== removals) kept.known = { removals, position: 0, state: begin() }
    const { known } = kept
    yield* Feed.from(known.position, (entry) => {
      known.position = entry.position
      const one = entry.account === account ? read(entry) : undefined
      if (one !== undefined && Result.isSuccess(one)) take(known.state, one.success)
    })
    return answer(known.state)
  }).pipe(kept.turn.withPermit)
})

interface Known<State> {
  readonly removals: number
  position: number
  readonly state: State
}
