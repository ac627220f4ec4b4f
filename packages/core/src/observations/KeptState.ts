/**
 * What a running program keeps of the observations of a store, by name, between one question and the next. Fans may stand in it: so it is kept in memory alone.
 *
 * @module
 */
import { Semaphore } from "effect"
import type { ObservationStore } from "./ObservationStore.ts"

/** The state of one name, and the turn of whoever reads on. */
export interface Kept<State> {
  readonly turn: Semaphore.Semaphore
  /** Nothing where it is to begin anew. */
  known: State | undefined
}

/** What is kept of a store under a name. */
export const of = <State>(store: ObservationStore["Service"], name: string): Kept<State> => {
  const ofStore = all.get(store) ?? new Map<string, Kept<unknown>>()
  all.set(store, ofStore)
  const kept = ofStore.get(name) ?? { turn: Semaphore.makeUnsafe(1), known: undefined }
  ofStore.set(name, kept)
  // Each is kept under its own name.
  return kept as Kept<State>
}

/** Forgets every state that is kept of a store: what was erased leaves the memory of this program at once, and not when somebody asks again. */
export const forget = (store: ObservationStore["Service"]): void => void all.delete(store)

const all = new WeakMap<ObservationStore["Service"], Map<string, Kept<unknown>>>()
