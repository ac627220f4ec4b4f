import { EventLog } from "@dualops/core/operations"
import { Case } from "@dualops/core/process"
import { SnapshotsSuite, StoreSuite, WakingSuite } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { NodeSqlite, SqlStore } from "../src/index.ts"
import * as SqlMigrations from "../src/SqlMigrations.ts"
import * as SqlWorkQueue from "../src/SqlWorkQueue.ts"
import * as Scratch from "./Scratch.ts"

StoreSuite.suite("SQLite in memory", Scratch.store(":memory:"))
StoreSuite.suite("SQLite in a file", Layer.unwrap(Effect.map(Scratch.file, Scratch.store)))

SnapshotsSuite.suite("SQLite in memory", Scratch.store(":memory:"))
SnapshotsSuite.suite("SQLite in a file", Layer.unwrap(Effect.map(Scratch.file, Scratch.store)))
WakingSuite.suite("SQLite in memory", Scratch.store(":memory:"))

describe("SqlStore", () => {
  it.effect("a database that has its tables is left as it is", () =>
    Effect.gen(function* () {
      const filename = yield* Scratch.file
      const migrate = Effect.provide(SqlMigrations.run, NodeSqlite.layer({ filename }))
      assert.deepStrictEqual(yield* migrate, [
        [13, "tables"],
        [14, "observations"],
        [15, "removals"]
      ])
      assert.deepStrictEqual(yield* migrate, [])
    }).pipe(Effect.scoped)
  )

  it.effect("a database whose tables are others is refused in a sentence, and left as it is", () =>
    Effect.gen(function* () {
      const filename = yield* Scratch.file
      yield* Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        yield* sql`CREATE TABLE dualops_deadlines (name TEXT)`
        yield* sql`INSERT INTO dualops_deadlines VALUES ('kept')`
        const refused = yield* Effect.flip(SqlMigrations.run)
        assert.match(
          refused.message,
          /^This store cannot be carried over .*Restore it from a copy, or begin a new one\.$/
        )
        assert.deepStrictEqual(yield* sql`SELECT name FROM dualops_deadlines`, [{ name: "kept" }])
        assert.deepStrictEqual(yield* sql`SELECT name FROM sqlite_schema WHERE name = 'dualops_events'`, [])
      }).pipe(Effect.provide(NodeSqlite.layer({ filename })))
    }).pipe(Effect.scoped)
  )

  it.live("two that open a new file at the same time both find the tables", () =>
    Effect.gen(function* () {
      const filename = yield* Scratch.file
      const open = Effect.scoped(Layer.build(Scratch.store(filename)))
      yield* Effect.all(
        Array.from({ length: 5 }, () => open),
        { concurrency: "unbounded" }
      )
    }).pipe(Effect.scoped)
  )

  it.effect("what it asks for often, it finds by an index", () =>
    Effect.gen(function* () {
      yield* SqlMigrations.run
      const sql = yield* SqlClient.SqlClient
      const plan = (query: string) =>
        Effect.map(sql.unsafe<{ detail: string }>(`EXPLAIN QUERY PLAN ${query}`), (rows) =>
          rows.map(({ detail }) => detail).join("; ")
        )
      const ofCase = "process = 'Post' AND case_id = 'one'"
      for (const query of [
        `SELECT event FROM dualops_events WHERE ${ofCase} ORDER BY version`,
        `SELECT event FROM dualops_events WHERE ${ofCase} AND version > 9 ORDER BY version`,
        `SELECT MAX(version) FROM dualops_events WHERE ${ofCase}`,
        `SELECT event FROM dualops_events WHERE ${ofCase} AND key = 'click'`,
        "SELECT event FROM dualops_events WHERE position > 1 ORDER BY position LIMIT 1",
        `DELETE FROM dualops_deadlines WHERE ${ofCase}`,
        "SELECT MIN(due_at) FROM dualops_deadlines WHERE process = 'Post'",
        "SELECT MIN(not_before) FROM dualops_actions WHERE process = 'Post'",
        "SELECT 1 FROM dualops_actions WHERE process IN ('Answer', 'Post') AND not_before <= 1",
        "SELECT 1 FROM dualops_deadlines WHERE process IN ('Answer', 'Post') AND due_at <= 1 AND taken_until <= 1",
        "SELECT MIN(process) FROM dualops_actions WHERE process > 'Post'",
        "SELECT case_id FROM dualops_belongings WHERE thing = 'post 1'",
        "SELECT case_id FROM dualops_tags WHERE tag = 'fan:1' ORDER BY position DESC LIMIT 9",
        "SELECT state FROM dualops_snapshot_states WHERE projection = 'posts' AND subject = 'moon'",
        "DELETE FROM dualops_actions WHERE key = 'publish'",
        "SELECT number FROM dualops_inbox WHERE keep_until <= 1 ORDER BY keep_until LIMIT 9",
        "SELECT number FROM dualops_firsts WHERE keep_until <= 1 ORDER BY keep_until LIMIT 9",
        "SELECT done FROM dualops_inbox WHERE key = 'push'"
      ]) {
        const detail = yield* plan(query)
        assert.match(detail, /^SEARCH /, query)
        assert.notMatch(detail, /SCAN|TEMP B-TREE/, query)
      }
    }).pipe(Effect.provide(NodeSqlite.layer({ filename: ":memory:" })))
  )

  it.effect("what waits is handed out in the order of an index: however much there is, it is not sorted", () =>
    Effect.gen(function* () {
      yield* SqlMigrations.run
      const sql = yield* SqlClient.SqlClient
      const now = DateTime.makeUnsafe("2026-11-23T01:00:00Z")
      for (const processes of [["Post"], ["Post", "Answer", "Notice", "UnclaimedOutcome"]]) {
        for (const query of [
          sql`${SqlWorkQueue.waitingActions(sql, processes, now).first(4)}`,
          sql`${SqlWorkQueue.waitingDeadlines(sql, processes, now).first(4)}`,
          SqlWorkQueue.runOut(sql, processes, now, 4)
        ]) {
          const [text] = query.compile()
          const plan = (yield* sql.unsafe<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`)).map(({ detail }) => detail)
          for (const [index, detail] of plan.entries()) {
            if (/dualops_/.test(detail)) {
              assert.match(
                detail,
                /^SEARCH dualops_\w+ USING (COVERING )?INDEX dualops_\w+_process \(process=\? AND /,
                text
              )
            }
            // What is sorted has been cut down to its limit before.
            if (/TEMP B-TREE/.test(detail)) assert.match(plan[index - 1] ?? "", /^SCAN (\(subquery|waiting)/, text)
          }
          assert.isTrue(plan.some((detail) => /^SEARCH dualops_/.test(detail)))
        }
      }
    }).pipe(Effect.provide(NodeSqlite.layer({ filename: ":memory:" })))
  )

  it.effect("a store that cannot write says so, and has written nothing", () =>
    Effect.gen(function* () {
      const store = yield* EventLog.EventLog
      const sql = yield* SqlClient.SqlClient
      yield* sql`DROP TABLE dualops_actions`
      const address = { process: "Post", case: Case.CaseId.make("one") }
      const action = { ...address, key: "publish", version: 1, step: "Begin", name: "publish", request: {} }
      const refused = yield* Effect.flip(
        store.append({
          ...address,
          key: "click",
          expected: 0,
          event: 1,
          state: "Begun",
          tags: [],
          actions: [action],
          timers: []
        })
      )
      assert.strictEqual(refused._tag, "StoreUnavailable")
      assert.include(refused.message, "no such table: main.dualops_actions")
      assert.deepStrictEqual(yield* store.read(address), [])
    }).pipe(Effect.provide(Layer.provideMerge(SqlStore.layer, NodeSqlite.layer({ filename: ":memory:" }))))
  )
})
