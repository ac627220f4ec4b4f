import { EventLog, WorkQueue } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Effect } from "effect"
import * as Scratch from "./Scratch.ts"

const late = DateTime.makeUnsafe("2026-11-23T08:00:00Z")

/** Every event as `case/version`, in the order of the log; fails if one has not exactly the actions and the deadline it came with. */
const whole = Effect.gen(function* () {
  const log = yield* EventLog.EventLog
  const queue = yield* WorkQueue.WorkQueue
  const versions = new Map<string, number>()
  const events: Array<string> = []
  for (const { case: id, event } of yield* log.log(0, 100_000)) {
    const version = (versions.get(id) ?? 0) + 1
    assert.strictEqual((event as { version: number }).version, version, "versions follow each other without a gap")
    versions.set(id, version)
    events.push(`${id}/${version}`)
  }
  const actions = yield* queue.claim(["Post"], late, Duration.zero, 100_000)
  assert.deepStrictEqual(
    actions.map(({ key }) => key),
    events.flatMap((event) => [`${event}/publish`, `${event}/notify`])
  )
  const deadlines = yield* queue.overdue(["Post"], late, 100_000)
  assert.deepStrictEqual(
    deadlines.map((timer) => `${timer.case}/${timer.version}`).sort(),
    [...versions].map(([id, version]) => `${id}/${version}`).sort()
  )
  return events
})

describe("SqlStore, shared", () => {
  it.live("a process killed in the middle loses nothing it was told is stored, and leaves nothing half", () =>
    Effect.gen(function* () {
      const filename = yield* Scratch.file
      const acknowledged: Array<string> = []
      for (const [round, killAfter] of [1, 60, 500].entries()) {
        const { said, signal } = yield* Scratch.appending(
          filename,
          `writer ${round}`,
          Number.POSITIVE_INFINITY,
          killAfter
        )
        assert.strictEqual(signal, "SIGKILL")
        acknowledged.push(...said)
        const events = new Set(yield* Effect.provide(whole, Scratch.store(filename)))
        assert.deepStrictEqual(
          acknowledged.filter((one) => !events.has(one)),
          []
        )
        assert.isAtMost(
          events.size,
          acknowledged.length + round + 1,
          "at most one was stored and not yet told, a round"
        )
      }
    }).pipe(Effect.scoped)
  )

  it.live("of what two processes append to the same cases no version is lost or given twice", () =>
    Effect.gen(function* () {
      const filename = yield* Scratch.file
      const writers = yield* Effect.forEach(["one", "other"], (writer) => Scratch.appending(filename, writer, 200), {
        concurrency: "unbounded"
      })
      const said = writers.flatMap((writer) => writer.said)
      assert.strictEqual(new Set(said).size, 400)
      const events = yield* Effect.provide(whole, Scratch.store(filename))
      assert.deepStrictEqual([...events].sort(), said.sort())
    }).pipe(Effect.scoped)
  )

  it.live("of what two connections claim at the same time nothing is handed out twice", () =>
    Effect.gen(function* () {
      const filename = yield* Scratch.file
      yield* Scratch.appending(filename, "writer", 50)
      const claiming = Effect.gen(function* () {
        const queue = yield* WorkQueue.WorkQueue
        const mine: Array<string> = []
        while (true) {
          const claimed = yield* queue.claim(["Post"], late, Duration.minutes(5), 3)
          if (claimed.length === 0) return mine
          mine.push(...claimed.map(({ key }) => key))
          yield* Effect.yieldNow
        }
      })
      const both = yield* Effect.all(
        [Effect.provide(claiming, Scratch.store(filename)), Effect.provide(claiming, Scratch.store(filename))],
        { concurrency: "unbounded" }
      )
      assert.strictEqual(both.flat().length, 100)
      assert.strictEqual(new Set(both.flat()).size, 100)
    }).pipe(Effect.scoped)
  )
})
