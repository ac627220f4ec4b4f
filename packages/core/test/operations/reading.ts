/**
 * How much of the log is read.
 *
 * @module
 */
import { EventLog } from "@dualops/core/operations"
import { Effect } from "effect"

/** How many events of the log were read meanwhile. */
export const reading = <A, E, R>(body: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    let read = 0
    const log = yield* EventLog.EventLog
    const counting = EventLog.EventLog.of({
      ...log,
      log: (...asked) => Effect.tap(log.log(...asked), (page) => Effect.sync(() => (read += page.length)))
    })
    yield* Effect.provideService(body, EventLog.EventLog, counting)
    return read
  })

/** A program of its own on the store, which runs what it is given, and answers how many events of cases were read for that. */
export const counting = Effect.map(EventLog.EventLog, (log) => {
  let read = 0
  const counted = EventLog.EventLog.of({
    ...log,
    read: (...asked) => Effect.tap(log.read(...asked), (events) => Effect.sync(() => (read += events.length)))
  })
  return <A, E, R>(body: Effect.Effect<A, E, R>) =>
    Effect.suspend(() => {
      const before = read
      return Effect.map(Effect.provideService(body, EventLog.EventLog, counted), () => read - before)
    })
})
