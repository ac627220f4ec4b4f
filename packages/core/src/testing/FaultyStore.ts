/**
 * A store under bad weather: whatever is asked of it may not arrive, may be done without an answer, or may be the last thing that a worker asks.
 *
 * @module
 */
import { Clock, Duration, Effect, Layer } from "effect"
import { EventLog } from "../operations/EventLog.ts"
import { StoreUnavailable } from "../operations/StoreUnavailable.ts"
import { WorkQueue } from "../operations/WorkQueue.ts"

/** A number from 0 up to 1, another one each time. */
export type Chance = () => number

/** Whoever works in here meets faults: of eight things that are asked, about one goes wrong. */
export const inBadWeather = <A, E, R>(chance: Chance, work: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  work.pipe(
    Effect.updateService(EventLog, (log) => faulty(chance, log)),
    Effect.updateService(WorkQueue, (queue) => faulty(chance, queue))
    // What may be asked for is already there: a service is only changed.
  ) as Effect.Effect<A, E, R>

const unavailable = new StoreUnavailable({ cause: "bad weather" })

const weather = <A, E, R>(chance: Chance, asked: Effect.Effect<A, E, R>): Effect.Effect<A, E | StoreUnavailable, R> =>
  Effect.suspend(() => {
    const fate = chance()
    if (fate < 0.02) return Effect.fail(unavailable)
    if (fate < 0.04) return Effect.andThen(asked, Effect.fail(unavailable))
    if (fate < 0.08) return Effect.andThen(asked, Effect.interrupt)
    if (fate < 0.12) return Effect.interrupt
    // Others come in between.
    return fate < 0.9 ? Effect.andThen(Effect.yieldNow, asked) : asked
  })

const faulty = <S extends object>(chance: Chance, service: S): S =>
  // Members of these ports are effects, or functions that give one.
  Object.fromEntries(
    Object.entries(service).map(([name, member]) => [
      name,
      typeof member === "function"
        ? (...asked: ReadonlyArray<unknown>) => weather(chance, member(...asked))
        : weather(chance, member)
    ])
  ) as S

/** A clock on which nobody waits: whoever sleeps puts it forward. */
export const clock = (start: number): Layer.Layer<never> & { readonly skip: (millis: number) => void } => {
  let now = start
  const skip = (millis: number): void => {
    now += Math.max(0, millis)
  }
  const nanos = () => BigInt(Math.round(now * 1_000_000))
  const layer = Layer.succeed(Clock.Clock, {
    currentTimeMillisUnsafe: () => now,
    currentTimeMillis: Effect.sync(() => now),
    currentTimeNanosUnsafe: nanos,
    currentTimeNanos: Effect.sync(nanos),
    monotonicTimeNanosUnsafe: nanos,
    monotonicTimeNanos: Effect.sync(nanos),
    sleep: (duration) =>
      Effect.andThen(
        Effect.sync(() => skip(Duration.toMillis(duration))),
        Effect.yieldNow
      )
  })
  return Object.assign(layer, { skip })
}
