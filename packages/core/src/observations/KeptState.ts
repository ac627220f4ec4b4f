/**
 * What a running program keeps of the observations of a store between one question and the next: a state under a name, begun anew when something was erased or
 * forgotten since, by whichever program. Fans may stand in it: so it is kept in memory alone.
 *
 * @module
 */
import { Effect, Semaphore } from "effect"
import type { StoreUnavailable } from "../operations/StoreUnavailable.ts"
import { ObservationStore } from "./ObservationStore.ts"

/** Uses the state of a name, one at a time: it is the program's own, and goes on. */
export const use = Effect.fn("KeptState.use")(function* <State, A, E, R>(
  name: string,
  begin: Effect.Effect<State, E, R>,
  body: (state: State) => Effect.Effect<A, E, R>
): Effect.fn.Return<A, E | StoreUnavailable, R | ObservationStore> {
  const store = yield* ObservationStore
  const kept = of<State>(store, name)
  return yield* Effect.gen(function* () {
    // Asked before anything is read: what is taken away meanwhile is told the next time.
    const removals = yield* store.removals
    if (kept.known?.removals !== removals) kept.known = { removals, state: yield* begin }
    return yield* body(kept.known.state)
  }).pipe(kept.turn.withPermit)
})

/** Forgets every state that is kept of a store: what was erased leaves the memory of this program at once, and not when somebody asks again. */
export const forget = (store: ObservationStore["Service"]): void => void all.delete(store)

interface Kept<State> {
  readonly turn: Semaphore.Semaphore
  known: { readonly removals: number; readonly state: State } | undefined
}

const of = <State>(store: ObservationStore["Service"], name: string): Kept<State> => {
  const ofStore = all.get(store) ?? new Map<string, Kept<unknown>>()
  all.set(store, ofStore)
  const kept = ofStore.get(name) ?? { turn: Semaphore.makeUnsafe(1), known: undefined }
  ofStore.set(name, kept)
  // Each is kept under its own name.
  return kept as Kept<State>
}

const all = new WeakMap<ObservationStore["Service"], Map<string, Kept<unknown>>>()
