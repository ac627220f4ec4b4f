import { CursorsSuite, EditionStoreSuite, InboxSuite, QuotaLedgerSuite } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { NodeSqlite, SqlCursors, SqlEditionStore, SqlInbox, SqlQuotaLedger } from "../src/index.ts"
import * as growing from "./growing.ts"
import * as Scratch from "./Scratch.ts"

const database = NodeSqlite.layer({ filename: ":memory:" })

CursorsSuite.suite("SqlCursors", SqlCursors.layer.pipe(Layer.provide(database)))
QuotaLedgerSuite.suite("SqlQuotaLedger", SqlQuotaLedger.layer.pipe(Layer.provide(database)))
EditionStoreSuite.suite("SqlEditionStore", SqlEditionStore.layer.pipe(Layer.provide(database)))
InboxSuite.suite("SqlInbox", SqlInbox.layer.pipe(Layer.provide(database)))
growing.suite("SQLite", database)

describe("The calls of one token", () => {
  it.live("are shared by all processes: they poll up to the reserve together, and a publish finds it", () =>
    Effect.gen(function* () {
      const filename = yield* Scratch.file
      const polled = yield* Effect.forEach([40, 40, 40], (count) => Scratch.taking(filename, "poll", count), {
        concurrency: "unbounded"
      })
      const polls = polled.flat()
      assert.strictEqual(polls.filter((said) => said === "taken").length, 80)
      assert.strictEqual(polls.filter((said) => said === "QuotaLedger.UsedUp").length, 40)
      const published = yield* Scratch.taking(filename, "publish", 21)
      assert.deepEqual(published, [...Array.from({ length: 20 }, () => "taken"), "QuotaLedger.UsedUp"])
    }).pipe(Effect.scoped)
  )
})
