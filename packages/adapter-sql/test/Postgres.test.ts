import { EventLog, Waking, type WorkQueue } from "@dualops/core/operations"
import { Case } from "@dualops/core/process"
import {
  CursorsSuite,
  EditionStoreSuite,
  InboxSuite,
  QuotaLedgerSuite,
  SnapshotsSuite,
  StoreSuite,
  WakingSuite
} from "@dualops/core/testing"
import { PgClient } from "@effect/sql-pg"
import { assert, describe, it } from "@effect/vitest"
import { Context, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { SqlCursors, SqlEditionStore, SqlInbox, SqlQuotaLedger, SqlStore } from "../src/index.ts"
import { PgStore } from "../src/postgres/index.ts"
import * as growing from "./growing.ts"
import * as Postgres from "./Postgres.ts"

const address = (id: string) => ({ process: "Post", case: Case.CaseId.make(id) })
const first = (id: string): EventLog.Commit => ({
  ...address(id),
  key: "begin",
  expected: 0,
  event: id,
  state: "Begun",
  tags: [],
  actions: [{ ...address(id), key: `${id}/publish`, version: 1, step: "Begin", name: "publish", request: {} }],
  timers: []
})
const cases = Effect.map(
  Effect.flatMap(EventLog.EventLog, (log) => log.log(0, 100)),
  (entries) => entries.map(({ case: id }) => String(id))
)
const append = (id: string) => Effect.flatMap(EventLog.EventLog, (log) => log.append(first(id)))

describe.skipIf(!Postgres.isThere)("PostgreSQL", () => {
  const store = PgStore.layer.pipe(Layer.provide(Postgres.fresh))
  StoreSuite.suite("PostgreSQL", store)
  SnapshotsSuite.suite("PostgreSQL", store)
  WakingSuite.suite("PostgreSQL", Layer.effectDiscard(Effect.sleep("200 millis")).pipe(Layer.provideMerge(store)))
  CursorsSuite.suite("SqlCursors on PostgreSQL", SqlCursors.layer.pipe(Layer.provide(Postgres.fresh)))
  QuotaLedgerSuite.suite("SqlQuotaLedger on PostgreSQL", SqlQuotaLedger.layer.pipe(Layer.provide(Postgres.fresh)))
  EditionStoreSuite.suite("SqlEditionStore on PostgreSQL", SqlEditionStore.layer.pipe(Layer.provide(Postgres.fresh)))
  InboxSuite.suite("SqlInbox on PostgreSQL", SqlInbox.layer.pipe(Layer.provide(Postgres.fresh)))
  growing.suite("PostgreSQL", Postgres.fresh)
})

/** Opens the store once more, as a program does that starts. */
const opened = (sql: SqlClient.SqlClient) =>
  Effect.scoped(Layer.build(Layer.fresh(Layer.provide(SqlStore.layer, Layer.succeed(SqlClient.SqlClient, sql)))))

/** A store with the client below it, on a database of its own. */
const house = Layer.provideMerge(SqlStore.layer, Postgres.fresh)
const test = <E>(
  title: string,
  body: Effect.Effect<void, E, SqlClient.SqlClient | EventLog.EventLog | WorkQueue.WorkQueue>
) => it.live(title, () => Effect.provide(body, house))

describe.skipIf(!Postgres.isThere)("A store on PostgreSQL", () => {
  it.live("gets its tables once, also where five open it at the same time", () =>
    Effect.gen(function* () {
      const of = yield* Postgres.database
      const open = Effect.scoped(Layer.build(Layer.provide(SqlStore.layer, PgClient.layer(of))))
      yield* Effect.all(
        Array.from({ length: 5 }, () => open),
        { concurrency: "unbounded" }
      )
    }).pipe(Effect.scoped)
  )

  // bullmq#4729, graphile-worker#541: a listener that was cut off once heard nothing any more.
  it.live("wakes them again after the connection that listens was cut", () =>
    Effect.gen(function* () {
      const of = yield* Postgres.database
      const built = yield* Layer.build(Layer.provideMerge(PgStore.layer, PgClient.layer(of)))
      const sql = Context.get(built, SqlClient.SqlClient)
      const { call, hear } = Context.get(built, Waking.Waking)
      const next = yield* hear
      const listening = sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND query LIKE 'LISTEN%'`
      while ((yield* listening).length === 0) yield* Effect.sleep("10 millis")
      yield* Effect.sleep("100 millis")
      yield* Effect.repeat(Effect.timeoutOption(Effect.andThen(call, next), "200 millis"), {
        until: ({ _tag }) => _tag === "Some",
        times: 40
      }).pipe(Effect.map(({ _tag }) => assert.strictEqual(_tag, "Some")))
    }).pipe(Effect.scoped)
  )

  it.live("wakes the workers of other programs", () =>
    Effect.gen(function* () {
      const of = yield* Postgres.database
      const program = Layer.build(Layer.provide(PgStore.layer, PgClient.layer(of)))
      const [one, other] = [yield* program, yield* program]
      yield* Effect.sleep("200 millis")
      const { hear } = Context.get(other, Waking.Waking)
      const next = yield* hear
      yield* Context.get(one, Waking.Waking).call
      yield* next
    }).pipe(Effect.scoped)
  )

  test(
    "that was restored on another server takes no step before it was opened there, and goes on behind its last event",
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      yield* append("old")
      // As it comes out of a copy: positions of a server that has counted further, and none of this one.
      yield* sql`UPDATE dualops_events SET position = 1000000000000`
      yield* sql`UPDATE dualops_clusters SET cluster = 'another'`
      const refused = yield* Effect.flip(append("too early"))
      assert.strictEqual(refused._tag, "StoreUnavailable")
      yield* opened(sql)
      yield* append("new")
      assert.deepStrictEqual(yield* cases, ["old", "new"])
      // Its own server again, which has not counted as far meanwhile.
      yield* sql`UPDATE dualops_clusters SET since = 0 WHERE cluster <> 'another'`
      yield* opened(sql)
      yield* append("newer")
      assert.deepStrictEqual(yield* cases, ["old", "new", "newer"])
    })
  )

  it.live("hands a reader no event while an older transaction, which may bring an earlier one, is under way", () =>
    Effect.gen(function* () {
      const of = yield* Postgres.database
      const other = yield* Effect.map(Layer.build(PgClient.layer(of)), (built) => Context.get(built, PgClient.PgClient))
      yield* Effect.gen(function* () {
        yield* append("before")
        const during = Effect.andThen(
          other`SELECT pg_current_xact_id()::text`,
          Effect.andThen(append("meanwhile"), cases)
        )
        assert.deepStrictEqual(yield* other.withTransaction(during), ["before"])
        assert.deepStrictEqual(yield* cases, ["before", "meanwhile"])
      }).pipe(Effect.provide(Layer.provide(SqlStore.layer, PgClient.layer(of))))
    }).pipe(Effect.scoped)
  )

  test(
    "whose connections were cut says so, and goes on",
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      yield* append("one")
      yield* Effect.ignore(
        sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()`
      )
      yield* Effect.retry(append("two"), { times: 30 })
      assert.deepStrictEqual(yield* cases, ["one", "two"])
    })
  )

  test(
    "of which a table is gone is broken, and will not answer however often it is asked",
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const log = yield* EventLog.EventLog
      yield* sql`DROP TABLE dualops_actions`
      const refused = yield* Effect.flip(append("one"))
      assert.deepInclude(refused, { _tag: "StoreUnavailable", isBroken: true })
      assert.match(refused.message, /relation "dualops_actions" does not exist/)
      assert.deepStrictEqual(yield* log.read(address("one")), [])
    })
  )
})
