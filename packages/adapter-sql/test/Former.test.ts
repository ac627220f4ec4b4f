/** A database of the schema before things belonged to cases, as the former release left it. */
import { DatabaseSync } from "node:sqlite"
import { EventLog, WorkQueue } from "@dualops/core/operations"
import { Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Duration, Effect } from "effect"
import { SqlClient } from "effect/sql"
import { NodeSqlite } from "../src/index.ts"
import * as SqlMigrations from "../src/SqlMigrations.ts"
import * as Scratch from "./Scratch.ts"

const address = { process: "Post", case: Case.CaseId.make("moon") }

describe("a database of a former schema", () => {
  it.effect("keeps its events, actions and deadlines, and from then on knows what belongs to whom", () =>
    Effect.gen(function* () {
      const filename = yield* Scratch.file
      const now = DateTime.makeUnsafe("2026-11-23T01:00:00Z")
      const waiting = { ...address, key: "Post/moon/1/publish", version: 1, name: "publish", request: { text: "月" } }
      const timer = { ...address, name: "slot", rung: "end" as const, version: 1, fires: "MissSlot", at: now }
      const commit = {
        ...address,
        key: "k",
        expected: 0,
        event: { step: "Compose" },
        actions: [waiting],
        timers: [timer]
      }
      yield* Effect.gen(function* () {
        const store = yield* EventLog.EventLog
        yield* store.append(commit)
      }).pipe(Effect.provide(Scratch.store(filename)))
      yield* Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        yield* sql`ALTER TABLE dualops_deadlines DROP COLUMN rung`
        yield* sql`DROP TABLE dualops_workers`
        yield* sql`DROP TABLE dualops_editions`
        yield* sql`DROP TABLE dualops_cursors`
        yield* sql`DROP TABLE dualops_belongings`
        yield* sql`DROP INDEX dualops_actions_process`
        yield* sql`DROP INDEX dualops_deadlines_process`
        yield* sql`DELETE FROM dualops_migrations WHERE migration_id >= 3`
      }).pipe(Effect.provide(NodeSqlite.layer({ filename })))
      yield* Effect.gen(function* () {
        const store = yield* EventLog.EventLog
        const queue = yield* WorkQueue.WorkQueue
        assert.deepStrictEqual(yield* store.read(address), [{ step: "Compose" }])
        assert.deepStrictEqual(yield* queue.overdue(["Post"], now, 10), [timer])
        assertEquals(yield* queue.claim(["Post"], now, Duration.minutes(1), 10), [
          { ...waiting, tries: 1, interrupted: false, until: DateTime.add(now, { minutes: 1 }) }
        ])
        const later = { ...commit, expected: 1, key: "k2", actions: [], owns: "post 1" }
        yield* store.append(later)
        const other = yield* Effect.flip(
          store.append({ ...later, case: Case.CaseId.make("sun"), expected: 0, timers: [] })
        )
        assert.strictEqual(other._tag, "EventLog.NotItsOwn")
      }).pipe(Effect.provide(Scratch.store(filename)))
    }).pipe(Effect.scoped)
  )

  it.effect("of which a row is damaged is refused in a sentence, and left as it is", () =>
    Effect.gen(function* () {
      const filename = yield* Scratch.file
      const database = new DatabaseSync(filename)
      const migrate = Effect.provide(SqlMigrations.run, NodeSqlite.layer({ filename }))
      yield* migrate
      database.exec(`DROP TABLE dualops_workers; DELETE FROM dualops_migrations WHERE migration_id >= 6;
        DROP TABLE dualops_events; CREATE TABLE dualops_events (position INTEGER PRIMARY KEY, process TEXT NOT NULL,
        case_id TEXT NOT NULL, version INTEGER NOT NULL, key TEXT NOT NULL, event TEXT NOT NULL);
        INSERT INTO dualops_events VALUES (1, 'Post', 'moon', 'a word', 'k', '{}')`)
      const refused = yield* Effect.flip(migrate)
      assert.match(
        refused.message,
        /^This store cannot be carried over .*Restore it from a copy, or begin a new one\.$/
      )
      assert.strictEqual(database.prepare("SELECT count(*) AS rows FROM dualops_events").get()?.rows, 1)
      database.close()
    }).pipe(Effect.scoped)
  )
})
