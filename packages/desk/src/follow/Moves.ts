/**
 * What has moved: the log is looked at while somebody listens, once for everybody, when it has moved and twice a second.
 *
 * @module
 */
import { EventLog, type StoreUnavailable, Waking } from "@dualops/core/operations"
import { Duration, Effect, Latch, PubSub, type Scope, Stream } from "effect"

/** The end of the log, and what comes behind it. */
export interface Moves {
  /** Where the log ends now. */
  readonly end: Effect.Effect<number, StoreUnavailable>
  /** What has come after a position and what comes, in batches: nothing is left out, and nothing comes twice. */
  readonly after: (position: number) => Stream.Stream<ReadonlyArray<EventLog.Entry>, StoreUnavailable>
}

/** Looks at the log for as long as the scope is open. */
export const make: Effect.Effect<Moves, never, EventLog.EventLog | Scope.Scope> = Effect.gen(function* () {
  const log = yield* EventLog.EventLog
  const batches = yield* PubSub.sliding<ReadonlyArray<EventLog.Entry>>(256)
  const end = Effect.map(log.newest(1), ([last]) => last?.position ?? 0)
  const heard = yield* Latch.make(false)
  let [position, listeners] = [0, 0]
  const look = Effect.gen(function* () {
    const batch = yield* log.log(position, most)
    position = batch.at(-1)?.position ?? position
    if (batch.length > 0) yield* PubSub.publish(batches, batch)
  })
  const moved = yield* (yield* Waking.Moved).hear
  const often = heard.await.pipe(
    Effect.andThen(Effect.catch(look, ({ message }) => Effect.logWarning(message))),
    Effect.andThen(Effect.race(moved, Effect.sleep(every)))
  )
  yield* Effect.forkScoped(Effect.forever(often))
  const listen = Effect.gen(function* () {
    const coming = yield* PubSub.subscribe(batches)
    if (listeners === 0) position = yield* end
    yield* Effect.acquireRelease(Effect.sync(() => listeners++).pipe(Effect.andThen(heard.open)), () =>
      Effect.suspend(() => (--listeners === 0 ? heard.close : Effect.void))
    )
    return coming
  })
  return {
    end,
    after: (from) =>
      Stream.unwrap(
        Effect.gen(function* () {
          const coming = yield* listen
          const missed = yield* log.log(from, most)
          const known = missed.at(-1)?.position ?? from
          const news = Stream.map(Stream.fromSubscription(coming), (batch) =>
            batch.filter((one) => one.position > known)
          )
          return Stream.concat(Stream.make(missed), news)
        })
      )
  }
})

const every = Duration.millis(500)
/** Whoever has missed more than that reads anew, which they do for one as well. */
const most = 1_000
