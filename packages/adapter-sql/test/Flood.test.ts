import { Carrier, LogClock, Operations, Worker, WorkQueue } from "@dualops/core/operations"
import { Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Fiber, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { TestClock } from "effect/testing"
import { NodeSqlite, SqlStore } from "../src/index.ts"
import { Errand, editions, note, run, stateOf, work } from "./errand.ts"
import * as Scratch from "./Scratch.ts"

const nine = DateTime.makeUnsafe("2026-11-23T01:00:00Z")
const clockAt = (moment: DateTime.Utc) => TestClock.setTime(moment.epochMilliseconds)
const aYearAhead = DateTime.add(nine, { years: 1 })

const house = (filename: string) =>
  Layer.merge(editions, Layer.provideMerge(SqlStore.layer, NodeSqlite.layer({ filename, synchronous: "normal" })))

const over = Effect.map(
  SqlClient.SqlClient.use((sql) => sql<{ n: number }>`SELECT COUNT(*) AS n FROM dualops_events WHERE version = 3`),
  ([row]) => row?.n ?? 0
)

describe("a thousand that are due at once", () => {
  it.effect("are all done once, twenty in memory at a time; no action waits for the last deadline", () =>
    Effect.gen(function* () {
      yield* clockAt(nine)
      const all = 1_000
      for (let number = 0; number < all; number++) yield* note(`errand ${number}`)
      yield* clockAt(DateTime.add(nine, { minutes: 1 }))
      let carried = 0
      let doneWhenFired: number | undefined
      let most = 0
      const queue = yield* WorkQueue.WorkQueue
      const counting = {
        ...queue,
        claimOverdue: (...asked: Parameters<typeof queue.claimOverdue>) =>
          Effect.tap(queue.claimOverdue(...asked), (timers) =>
            Effect.sync(() => {
              assert.isAtMost(timers.length, 20, "no more of them are in memory at a time")
              most = Math.max(most, timers.length)
              if (timers.length === 0) doneWhenFired ??= carried
            })
          )
      }
      const carriers = work.carriers.map((one) => ({
        ...one,
        carry: (...asked: Parameters<typeof one.carry>) =>
          Effect.andThen(
            Effect.sync(() => void carried++),
            one.carry(...asked)
          )
      }))
      yield* Worker.round(work)
      const working = yield* Effect.forkChild(
        Effect.provideService(Worker.run({ ...work, carriers }), WorkQueue.WorkQueue, counting)
      )
      while ((yield* over) < all) yield* TestClock.adjust("1 second")
      assert.strictEqual(carried, all, "the round before has only let go of twenty warnings that came too late")
      assert.strictEqual(most, 20, "as many are taken at a time as may be")
      assert.isAbove(doneWhenFired ?? 0, 0, "actions are carried while deadlines are still being fired")
      yield* Fiber.interrupt(working)
    }).pipe(Effect.provide(Layer.unwrap(Effect.map(Scratch.file, house))), Effect.scoped)
  )
})

describe("A clock that is put right between two starts", () => {
  const ends = { ...work, carriers: [Carrier.make(run, () => Effect.interrupt)] }
  const restarted = (filename: string, moment: DateTime.Utc) =>
    Effect.gen(function* () {
      yield* clockAt(moment)
      // Somebody has looked at the clock: the log, which is ahead of it, is what was wrong.
      yield* LogClock.trusting(Worker.round(work))
      yield* LogClock.trusting(Worker.round(work))
      return yield* stateOf("one")
    }).pipe(Effect.provide(house(filename)))

  it.effect("binds nobody to what was taken in a year still to come: its case hears that it is unknown", () =>
    Effect.gen(function* () {
      const filename = yield* Scratch.file
      yield* Effect.gen(function* () {
        yield* clockAt(DateTime.subtract(aYearAhead, { minutes: 1 }))
        yield* note("one")
        yield* clockAt(aYearAhead)
        yield* Effect.exit(Worker.round(ends))
      }).pipe(Effect.provide(house(filename)))
      assert.deepStrictEqual(yield* restarted(filename, nine), {
        _tag: "Over",
        detail: "the work was cut off while it was under way"
      })
      const [asked, lost] = (yield* Operations.read(Errand, Case.CaseId.make("one")).pipe(
        Effect.provide(house(filename))
      )).slice(1)
      assert.deepStrictEqual([asked?.at, lost?.at], [aYearAhead, nine])
    }).pipe(Effect.scoped)
  )

  it.effect("fires what has run out meanwhile, once, also at the very moment", () =>
    Effect.gen(function* () {
      const filename = yield* Scratch.file
      yield* clockAt(nine)
      yield* Effect.provide(note("one"), house(filename))
      assert.strictEqual((yield* restarted(filename, DateTime.add(nine, { seconds: 59 })))?._tag, "Waiting")
      assert.strictEqual((yield* restarted(filename, DateTime.add(nine, { minutes: 1 })))?._tag, "Over")
      // Back, and far ahead: what has happened does not happen again.
      yield* restarted(filename, nine)
      yield* restarted(filename, aYearAhead)
      const history = yield* Effect.provide(Operations.read(Errand, Case.CaseId.make("one")), house(filename))
      assert.deepStrictEqual(
        history.map(({ step }) => step),
        ["Note", "Ask", "Finish"]
      )
    }).pipe(Effect.scoped)
  )
})
