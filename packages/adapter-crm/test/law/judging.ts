/** How schedules are judged together. */
import { assert } from "@effect/vitest"
import { Effect } from "effect"

/** Says which schedule it was. */
export const named =
  (seed: number) =>
  <A, E, R>(work: Effect.Effect<A, E, R>) =>
    Effect.mapError(work, (error) => new Error(`seed ${seed}: ${String(error)}`, { cause: error }))

/** A law that is never put to the test says nothing. */
export const isBad = (wrong: ReadonlyArray<number>, least: number) => {
  const sum = wrong.reduce((one, other) => one + other, 0)
  console.log(`${wrong.length} schedules, in which ${sum} requests went wrong`)
  assert.isAbove(sum, least)
}
