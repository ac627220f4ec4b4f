/** Calls of the store that have nothing to change: they wait for nobody who is writing to the same file. */
import { DatabaseSync } from "node:sqlite"
import { WorkQueue } from "@dualops/core/operations"
import { Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Duration, Effect, Exit, Layer } from "effect"
import { NodeSqlite, SqlStore } from "../src/index.ts"
import * as Scratch from "./Scratch.ts"

const now = DateTime.makeUnsafe("2026-11-23T01:00:00Z")
const lease = Duration.minutes(2)
const errand = { process: "Errand", case: Case.CaseId.make("one") }
const fired: WorkQueue.Timer = { ...errand, name: "time", rung: 1, version: 1, fires: "Ask", at: now }
const settled: WorkQueue.Claimed = {
  ...errand,
  key: "settled",
  version: 1,
  step: "Ask",
  name: "Run",
  request: {},
  tries: 1,
  interrupted: false,
  until: DateTime.addDuration(now, lease)
}

/** Does it while somebody else writes to the file for longer than anybody is waited for. */
const whileLocked = <A, E>(call: (queue: WorkQueue.WorkQueue["Service"]) => Effect.Effect<A, E>) =>
  Effect.gen(function* () {
    const filename = yield* Scratch.file
    const client = NodeSqlite.layer({ filename, busyTimeout: "50 millis" })
    return yield* Effect.gen(function* () {
      const queue = yield* WorkQueue.WorkQueue
      const other = yield* Effect.acquireRelease(
        Effect.sync(() => new DatabaseSync(filename)),
        (opened) => Effect.sync(() => opened.close())
      )
      other.exec("BEGIN IMMEDIATE")
      return yield* Effect.exit(call(queue))
    }).pipe(Effect.provide(SqlStore.layer.pipe(Layer.provide(client))))
  }).pipe(Effect.scoped)

describe("While somebody else writes to the file,", () => {
  it.live("an action that its step has settled is settled", () =>
    Effect.gen(function* () {
      assert.isTrue(Exit.isSuccess(yield* whileLocked((queue) => queue.settle(settled))))
    })
  )

  it.live("a deadline that its step has set anew is cancelled", () =>
    Effect.gen(function* () {
      assert.isTrue(Exit.isSuccess(yield* whileLocked((queue) => queue.cancel(fired))))
    })
  )

  it.live("a worker with nothing to do finds nothing", () =>
    Effect.gen(function* () {
      const found = yield* whileLocked((queue) =>
        Effect.all([queue.claim(["Errand"], now, lease, 4), queue.claimOverdue(["Errand"], now, lease, 4)])
      )
      assertEquals(found, Exit.succeed([[], []]))
    })
  )

  it.live("what has to be written waits, and is told that the store does not answer", () =>
    Effect.gen(function* () {
      const told = yield* whileLocked((queue) => queue.beat(undefined, now))
      assert.isTrue(Exit.isFailure(told))
    })
  )
})
