/**
 * Of one key, one after the other: what looks first and writes then must not be overtaken in between by another of the same program.
 *
 * @module
 */
import { Effect, Semaphore } from "effect"

/** Does something for a key when nobody else does. */
export type Turns = (key: string) => <A, E, R>(work: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>

/** Nobody's turn yet. */
export const make = (): Turns => {
  const waiting = new Map<string, { readonly turn: Semaphore.Semaphore; count: number }>()
  return (key) => (work) =>
    Effect.acquireUseRelease(
      Effect.sync(() => {
        const one = waiting.get(key) ?? { turn: Semaphore.makeUnsafe(1), count: 0 }
        one.count++
        waiting.set(key, one)
        return one
      }),
      ({ turn }) => turn.withPermit(work),
      (one) =>
        Effect.sync(() => {
          one.count--
          if (one.count === 0) waiting.delete(key)
        })
    )
}
