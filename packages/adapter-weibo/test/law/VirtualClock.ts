/** A clock that a test puts forward. Sleeping takes as long as it says, for there is a real server at the other end. */
import { Clock, DateTime, Effect, Layer } from "effect"

export interface VirtualClock {
  readonly now: () => number
  /** Puts the clock forward; never back. */
  readonly skipTo: (millis: number) => void
  readonly layer: Layer.Layer<never>
}

export const make = (start: string): VirtualClock => {
  const real = Clock.Clock.defaultValue()
  let millis = DateTime.makeUnsafe(start).epochMilliseconds
  const now = () => millis
  return {
    now,
    skipTo: (next) => {
      millis = Math.max(millis, next)
    },
    layer: Layer.succeed(Clock.Clock, {
      currentTimeMillisUnsafe: now,
      currentTimeMillis: Effect.sync(now),
      currentTimeNanosUnsafe: () => BigInt(millis) * 1_000_000n,
      currentTimeNanos: Effect.sync(() => BigInt(millis) * 1_000_000n),
      monotonicTimeNanosUnsafe: () => real.monotonicTimeNanosUnsafe(),
      monotonicTimeNanos: real.monotonicTimeNanos,
      sleep: (duration) => real.sleep(duration)
    })
  }
}
