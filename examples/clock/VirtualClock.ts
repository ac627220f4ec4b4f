/**
 * A clock that a program can put forward, and that can run faster than others: what lies between two appointments is skipped, or gone through at a pace.
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

/** A clock that shows this moment now, and runs so many times as fast as others; at 0 it stands still but where it is put forward. */
export const make = (start: DateTime.Utc, speed = 1): VirtualClock => {
  const real = Clock.Clock.defaultValue()
  const began = real.currentTimeMillisUnsafe()
  let shown = start.epochMilliseconds
  const now = () => Math.floor(shown + (real.currentTimeMillisUnsafe() - began) * speed)
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
      shown += Math.max(0, moment.epochMilliseconds - now())
    },
    layer: Layer.succeed(Clock.Clock, clock)
  }
}
