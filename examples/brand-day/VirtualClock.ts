/**
 * A clock that a program can put forward: time runs as it does, and what lies between two appointments is skipped.
 *
 * @module
 */
import { Clock, type DateTime, Effect, Layer } from "effect"

/** A clock, and how to put it forward. */
export interface VirtualClock {
  readonly now: () => number
  /** Puts the clock forward to this moment; for a moment that is past it does nothing. */
  readonly skipTo: (moment: DateTime.Utc) => void
  /** Everything below runs on this clock. Sleeping and time-outs take as long as they say. */
  readonly layer: Layer.Layer<never>
}

/** A clock that shows this moment now. */
export const make = (start: DateTime.Utc): VirtualClock => {
  const real = Clock.Clock.defaultValue()
  let ahead = start.epochMilliseconds - real.currentTimeMillisUnsafe()
  const now = () => real.currentTimeMillisUnsafe() + ahead
  const nanos = () => BigInt(now()) * 1_000_000n
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
      ahead += Math.max(0, moment.epochMilliseconds - now())
    },
    layer: Layer.succeed(Clock.Clock, clock)
  }
}
