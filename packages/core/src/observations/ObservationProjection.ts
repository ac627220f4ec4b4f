/**
 * What is asked often of what was heard and counted, as a fold that a running program keeps: an answer that is brought up to date by what was recorded since, and
 * not by reading everything again. Of the log there is `Projection`.
 *
 * Fans may stand in such a state: so it is kept in memory alone, and begun anew when something was erased or forgotten since, by whichever program (`KeptState`).
 *
 * @module
 */
import { Effect } from "effect"
import type { AccountId } from "../account/AccountId.ts"
import type { StoreUnavailable } from "../operations/StoreUnavailable.ts"
import * as KeptState from "./KeptState.ts"
import type { AnyKind, RecordedOf } from "./Observation.ts"
import type { ObservationStore } from "./ObservationStore.ts"
import * as Observations from "./Observations.ts"

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
export const ask = <K extends AnyKind, State, A>(
  { account, begin, kinds, name, take }: ObservationProjection<K, State>,
  answer: (state: State) => A
): Effect.Effect<A, StoreUnavailable, ObservationStore> =>
  KeptState.use(
    name,
    Effect.sync((): Known<State> => ({ position: 0, state: begin() })),
    Effect.fnUntraced(function* (known) {
      known.position = yield* Observations.follow(kinds, known.position, (one) => {
        known.position = one.position
        if (one.account === account) take(known.state, one)
      })
      return answer(known.state)
    })
  )

interface Known<State> {
  position: number
  readonly state: State
}
