/**
 * What is asked often of what was heard and counted, as a fold that a running program keeps: an answer that is brought up to date by what was recorded since, and
 * not by reading everything again. Of the log there is `Projection`.
 *
 * Fans may stand in such a state: so it is kept in memory alone, and begun anew when something was erased or forgotten since, by whichever program.
 *
 * @module
 */
import { Effect, Result, Semaphore } from "effect"
import type { AccountId } from "../account/AccountId.ts"
import type { StoreUnavailable } from "../operations/StoreUnavailable.ts"
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
  const kept = keptOf<State>(store, name)
  const read = ObservationRow.reader(kinds)
  return yield* Effect.gen(function* () {
    // Asked before anything is read: what is taken away meanwhile is told the next time.
    const removals = yield* store.removals
    if (kept.known?.removals !== removals) kept.known = { removals, position: 0, state: begin() }
    const { known } = kept
    for (let isMore = true; isMore; ) {
      const entries = yield* store.read(known.position, pageSize)
      for (const entry of entries) {
        known.position = entry.position
        const one = entry.account === account ? read(entry) : undefined
        if (one !== undefined && Result.isSuccess(one)) take(known.state, one.success)
      }
      isMore = entries.length === pageSize
    }
    return answer(known.state)
  }).pipe(kept.turn.withPermit)
})

/** Forgets every state that is kept of a store: what was erased leaves the memory of this program at once, and not when somebody asks again. */
export const forget = (store: ObservationStore["Service"]): void => void all.delete(store)

interface Kept<State> {
  readonly turn: Semaphore.Semaphore
  known: { readonly removals: number; position: number; readonly state: State } | undefined
}

const keptOf = <State>(store: ObservationStore["Service"], name: string): Kept<State> => {
  const ofStore = all.get(store) ?? new Map<string, Kept<unknown>>()
  all.set(store, ofStore)
  const kept = ofStore.get(name) ?? { turn: Semaphore.makeUnsafe(1), known: undefined }
  ofStore.set(name, kept)
  // Each is kept under its own name.
  return kept as Kept<State>
}

const all = new WeakMap<ObservationStore["Service"], Map<string, Kept<unknown>>>()

const pageSize = 5_000
