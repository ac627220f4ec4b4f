/**
 * A clock that stands still but where it is put forward, so that the same seed makes the same story to the millisecond.
 *
 * @module
 */
import { Clock, type DateTime, Effect, Layer } from "effect"

/** A clock, and how to put it forward. */
export interface StillClock {
  readonly now: () => number
  /** Puts the clock forward to this moment. */
  readonly skipTo: (moment: DateTime.Utc) => void
  /** Everything below runs on this clock. */
  readonly layer: Layer.Layer<never>
}

/** A clock that shows this moment. Sleeping takes as long as it says. */
export const make = (start: DateTime.Utc): StillClock => {
  const real = Clock.Clock.defaultValue()
  let shown = start.epochMilliseconds
  const now = () => shown
  const nanos = () => BigInt(shown) * 1_000_000n
  const clock: Clock.Clock = {
    currentTimeMillisUnsafe: now,
    currentTimeMillis: Effect.sync(now),
    currentTimeNanosUnsafe: nanos,
    currentTimeNanos: Effect.sync(nanos),
    monotonicTimeNanosUnsafe: () => real.monotonicTimeNanosUnsafe(),
    monotonicTimeNanos: real.monotonicTimeNanos,
    sleep: (duration) => real.sleep(duration)
  }
  return {
    now,
    skipTo: (moment) => {
      shown = Math.max(shown, moment.epochMilliseconds)
    },
    layer: Layer.succeed(Clock.Clock, clock)
  }
}
