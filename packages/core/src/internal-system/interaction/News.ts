/**
 * What the platform's counts say of the sources that they count: which of them may have something new.
 *
 * Weibo does not say whether a count goes back to 0 when an app reads. So a count is known to hold nothing new only where a reading at that very
 * count found nothing; any other count, also a smaller one, is a reason to read.
 *
 * @module
 */
import { Duration, Effect, Latch } from "effect"
import { nameOf, type Source } from "./Interactions.ts"
import type { Counts } from "./Unread.ts"

/** The sources that are counted, and what is known of each. */
export interface News {
  /** Whether a source is counted, as far as counts come. */
  readonly isCounted: (source: Source) => boolean
  /** Whether enough is counted for a count to be cheaper than reading, and the last one came. */
  readonly areCounted: () => boolean
  /** How long to leave counting alone after it failed: an hour, and twice as long each time, up to a day; nothing after it came about. */
  readonly pause: () => Duration.Duration | undefined
  /** Takes in what was counted; nothing, where counting failed. */
  readonly take: (counts: Counts | undefined) => Effect.Effect<void>
  /** Waits until the counts say that a source may have something new: once for each time they say it, also where reading then fails. */
  readonly wait: (source: Source) => Effect.Effect<void>
  /** A source was read, and had something new or nothing. */
  readonly read: (source: Source, found: boolean) => Effect.Effect<void>
}

/** Of these sources; none is counted where the platform counts nothing. */
export const make = (sources: ReadonlyArray<Source>, counts: boolean): News => {
  const counted = counts ? sources.filter((source) => typeof source === "string") : []
  const states = new Map(
    counted.map((source) => [nameOf(source), { source, latch: Latch.makeUnsafe(false), last: 0, known: 0 }])
  )
  let failures = 0
  // A count of one source costs as much as reading it.
  const areCounted = () => failures === 0 && states.size > 1
  return {
    areCounted,
    isCounted: (source) => areCounted() && states.has(nameOf(source)),
    pause: () => (failures === 0 ? undefined : Duration.hours(Math.min(24, 2 ** (failures - 1)))),
    take: (said) => {
      const hasCome = [...states.values()].some(({ source }) => said?.[source] !== undefined)
      failures = hasCome ? 0 : failures + 1
      return Effect.forEach(
        states.values(),
        (state) => {
          const count = said?.[state.source]
          if (count === undefined) return Effect.void
          state.last = count
          return count === state.known ? Effect.void : state.latch.open
        },
        { discard: true }
      )
    },
    wait: (source) => {
      const latch = states.get(nameOf(source))?.latch
      return latch === undefined ? Effect.never : Effect.asVoid(Effect.andThen(latch.await, latch.close))
    },
    read: (source, found) =>
      Effect.suspend(() => {
        const state = states.get(nameOf(source))
        if (state === undefined) return Effect.void
        // Whatever was found may still be counted; only 0 says that nothing is left of it.
        state.known = found ? 0 : state.last
        return Effect.asVoid(state.latch.close)
      })
  }
}
