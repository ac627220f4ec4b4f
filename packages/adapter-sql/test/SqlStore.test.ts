import { EventLog } from "@dualops/core/operations"
import { Case } from "@dualops/core/process"
import { SnapshotsSuite, StoreSuite } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { NodeSqlite, SqlStore } from "../src/index.ts"
import * as SqlMigrations from "../src/SqlMigrations.ts"
import * as Scratch from "./Scratch.ts"

StoreSuite.suite("SQLite in memory", Scratch.store(":memory:"))
StoreSuite.suite("SQLite in a file", Layer.unwrap(Effect.map(Scratch.file, Scratch.store)))

SnapshotsSuite.suite("SQLite in memory", Scratch.store(":memory:"))
SnapshotsSuite.suite("SQLite in a file", Layer.unwrap(Effect.map(Scratch.file, Scratch.store)))

describe("SqlStore", () => {
  it.effect("a database that has its tables is left as it is", () =>
    Effect.gen(function* () {
      const filename = yield* Scratch.file
      const migrate = Effect.provide(SqlMigrations.run, NodeSqlite.layer({ filename }))
      assert.deepStrictEqual(yield* migrate, [[8, "tables"]])
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
        `SELECT event FROM dualops_events WHERE ${ofCase} AND key = 'click'`,
        "SELECT event FROM dualops_events WHERE position > 1 ORDER BY position LIMIT 1",
        `DELETE FROM dualops_deadlines WHERE ${ofCase}`,
        "SELECT MIN(due_at) FROM dualops_deadlines",
        "SELECT MIN(not_before) FROM dualops_actions",
        "SELECT case_id FROM dualops_belongings WHERE thing = 'post 1'",
        "SELECT case_id FROM dualops_tags WHERE tag = 'fan:1' ORDER BY number DESC LIMIT 9",
        "SELECT state FROM dualops_snapshot_states WHERE projection = 'posts' AND subject = 'moon'",
        "DELETE FROM dualops_actions WHERE key = 'publish'"
      ]) {
        const detail = yield* plan(query)
        assert.match(detail, /^SEARCH /, query)
        assert.notMatch(detail, /SCAN|TEMP B-TREE/, query)
      }
      // Of one process or of several: only what has run out is read, and that is put in order.
      for (const query of [
        "SELECT name FROM dualops_deadlines WHERE process IN ('Post', 'UnclaimedOutcome') AND due_at <= 1 ORDER BY due_at, number LIMIT 1",
        "SELECT name FROM dualops_deadlines WHERE process IN ('Post', 'UnclaimedOutcome') AND due_at > 1",
        "SELECT number FROM dualops_actions WHERE process IN ('Post', 'UnclaimedOutcome') AND not_before <= 1 ORDER BY number LIMIT 1",
        "SELECT number FROM dualops_actions WHERE process IN ('Post', 'UnclaimedOutcome') AND not_before > 1 AND (handed_out = 1 OR not_before > 2)"
      ]) {
        assert.match(
          yield* plan(query),
          /^SEARCH dualops_\w+ USING (COVERING )?INDEX dualops_\w+_process \(process=\? AND /,
          query
        )
      }
    }).pipe(Effect.provide(NodeSqlite.layer({ filename: ":memory:" })))
  )

  it.effect("a store that cannot write says so, and has written nothing", () =>
    Effect.gen(function* () {
      const store = yield* EventLog.EventLog
      const sql = yield* SqlClient.SqlClient
      yield* sql`DROP TABLE dualops_actions`
      const address = { process: "Post", case: Case.CaseId.make("one") }
      const action = { ...address, key: "publish", version: 1, name: "publish", request: {} }
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
      assert.include(refused.message, "no such table: dualops_actions")
      assert.deepStrictEqual(yield* store.read(address), [])
    }).pipe(Effect.provide(Layer.provideMerge(SqlStore.layer, NodeSqlite.layer({ filename: ":memory:" }))))
  )
})
