/**
 * The feed of all observations in the order in which they were taken in, and where it ends.
 *
 * @module
 */
import { Effect } from "effect"
import type { StoreUnavailable } from "../operations/StoreUnavailable.ts"
import { type Entry, ObservationStore } from "./ObservationStore.ts"

/** Takes whatever comes behind a position, some at a time and in order, and lets others have their turn in between; answers the position behind which nothing is yet. */
export const from = Effect.fn("Feed.from")(function* (
  position: number,
  take: (entry: Entry) => void
): Effect.fn.Return<number, StoreUnavailable, ObservationStore> {
  const store = yield* ObservationStore
  for (let at = position; ; ) {
    const entries = yield* store.read(at, pageSize)
    for (const entry of entries) take(entry)
    at = entries.at(-1)?.position ?? at
    if (entries.length < pageSize) return at
    yield* Effect.yieldNow
  }
})

/** The position behind which nothing is yet, found by halving: a store tells of a position only whether something is behind it. */
export const end: Effect.Effect<number, StoreUnavailable, ObservationStore> = Effect.gen(function* () {
  const store = yield* ObservationStore
  const isEnd = (position: number) => Effect.map(store.read(position, 1), ({ length }) => length === 0)
  let [low, high] = [0, 1]
  while (!(yield* isEnd(high))) [low, high] = [high, high * 2]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (yield* isEnd(middle)) high = middle
    else low = middle + 1
  }
  return low
})

const pageSize = 5_000
