import { AccountId } from "@dualops/core/account"
import { ObservationStore } from "@dualops/core/observations"
import { PgClient } from "@effect/sql-pg"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Context, DateTime, Effect, Layer } from "effect"
import { Migrator, SqlClient, type SqlError } from "effect/sql"
import { NodeSqlite, SqlObservationStore } from "../src/index.ts"
import * as SqlDialect from "../src/SqlDialect.ts"
import * as SqlMigrations from "../src/SqlMigrations.ts"
import { count, page } from "../src/SqlObservationStore.ts"
import * as SqlTables from "../src/SqlTables.ts"
import * as Postgres from "./Postgres.ts"
import * as Scratch from "./Scratch.ts"

const series = { kind: "Mention", account: AccountId.make("1902538057") }
const at = DateTime.makeUnsafe("2026-06-01T00:00:00Z")
const mention = (number: number): ObservationStore.Row => ({
  ...series,
  key: `mention ${number}`,
  at: DateTime.add(at, { minutes: number }),
  source: "mentions",
  tags: ["post:1"],
  facts: { number },
  personal: { persons: [`fan ${number}`], data: { text: "等了三天了" } }
})

const use = <A, E>(ask: (store: ObservationStore.ObservationStore["Service"]) => Effect.Effect<A, E>) =>
  ObservationStore.ObservationStore.use(ask)
const record = (...numbers: ReadonlyArray<number>) => use((store) => store.record(numbers.map(mention)))
const keys = Effect.map(
  use((store) => store.read(0, 100)),
  (entries) => entries.map(({ key }) => key)
)

type House = ObservationStore.ObservationStore | SqlClient.SqlClient
const test = <E>(
  title: string,
  database: Layer.Layer<SqlClient.SqlClient, E>,
  body: Effect.Effect<void, unknown, House>
) => it.live(title, () => Effect.provide(body, Layer.provideMerge(SqlObservationStore.layer, database)))
const memory = NodeSqlite.layer({ filename: ":memory:" })

describe("Observations on SQLite", () => {
  test(
    "are found by an index, and read in its order",
    memory,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const query = { ...series, order: "newest", from: at, until: at, after: { at, position: 1 }, limit: 9 } as const
      const plan = (statement: { readonly compile: () => readonly [string, ReadonlyArray<unknown>] }) => {
        const [text, values] = statement.compile()
        return Effect.map(sql.unsafe<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, values), (rows) =>
          rows.map((row) => row.detail)
        )
      }
      for (const statement of [
        page(sql, query),
        page(sql, { ...query, order: "oldest" }),
        page(sql, { ...query, tag: "post:1" }),
        sql`DELETE FROM dualops_observation_persons WHERE position IN (SELECT position FROM dualops_observation_persons WHERE person = 'one')`,
        sql`DELETE FROM dualops_observation_tags WHERE series = 1 AND tag IN ('a', 'b') AND (at, position) <= (1, 2)`
      ]) {
        const details = yield* plan(statement)
        assert.notMatch(details.join("; "), /SCAN [^e]|TEMP B-TREE/, details.join("; "))
      }
      for (const of of [series, { ...series, tag: "post:1" }]) {
        // Sorted are the pairs, and not what is counted.
        const details = (yield* plan(count(sql, of, "[[1,2]]"))).filter((detail) =>
          /dualops_observations|_tags/.test(detail)
        )
        assert.match(
          details.join("; "),
          /^SEARCH dualops_observation\w+ USING (COVERING INDEX|PRIMARY KEY)[^;]* at>\? AND at<\?\)$/
        )
      }
      const ofPerson = yield* plan(page(sql, { ...query, person: "one" }))
      assert.match(ofPerson[0] ?? "", /^SEARCH q USING (COVERING )?INDEX dualops_observation_persons_person/)
    })
  )

  test(
    "of which one is damaged are read all the same, and the damaged one is what it is",
    memory,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      yield* record(1, 2)
      yield* sql.unsafe("PRAGMA ignore_check_constraints = ON")
      yield* sql`UPDATE dualops_observations SET facts = '{"number', tags = 'oops', at = 9000000000000000 WHERE key = 'mention 1'`
      yield* sql`UPDATE dualops_observation_persons SET personal = '{"oops' WHERE person = 'fan 1'`
      const entries = yield* use((store) => store.read(0, 9))
      assert.deepInclude(entries[0], { facts: '{"number', tags: [], personal: '{"oops' })
      assert.deepInclude(entries[1], { facts: { number: 2 }, tags: ["post:1"] })
      assert.strictEqual(yield* use((store) => store.erase("fan 1")), 1)
    })
  )

  test(
    "of a batch that breaks off in the middle are not there, none of it",
    memory,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      yield* sql.unsafe(`CREATE TRIGGER breaks BEFORE INSERT ON dualops_observation_tags WHEN NEW.at > ${mention(1).at.epochMilliseconds}
        BEGIN SELECT RAISE(ABORT, 'the disk is gone'); END`)
      const failed = yield* Effect.flip(record(1, 2, 3))
      assert.match(failed.message, /^The store does not answer: the disk is gone$/)
      assert.deepStrictEqual(yield* keys, [])
      assertEquals(yield* record(1), { recorded: 1, repeated: 0, tooOld: 0 })
    })
  )

  test(
    "whose table is gone are in a store that is broken",
    memory,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      yield* sql`DROP TABLE dualops_observations`
      const failed = yield* Effect.flip(record(1))
      assert.deepInclude(failed, { _tag: "StoreUnavailable", isBroken: true })
    })
  )

  it.live("are recorded once by several programs that share the file", () =>
    Effect.gen(function* () {
      const filename = yield* Scratch.file
      const program = (begin: number) =>
        Effect.forEach(
          Array.from({ length: 20 }, (_, index) => begin + index),
          (number) => record(number, number + 1, number + 2),
          { discard: true }
        ).pipe(
          Effect.provide(SqlObservationStore.layer.pipe(Layer.provide(NodeSqlite.layer({ filename }))), { local: true })
        )
      yield* Effect.forEach([0, 5, 10], program, { concurrency: "unbounded" })
      const all = yield* Effect.provide(
        keys,
        SqlObservationStore.layer.pipe(Layer.provide(NodeSqlite.layer({ filename })))
      )
      assert.deepStrictEqual([...new Set(all)].length, all.length)
      assert.lengthOf(all, 32)
    }).pipe(Effect.scoped)
  )

  it.effect("get their tables in a store that was begun before there were any, and what it had stays", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const former = Effect.forEach(SqlTables.statements(SqlDialect.of(sql)), (statement) => sql.unsafe(statement), {
        discard: true
      })
      yield* Migrator.make({})({ loader: Migrator.fromRecord({ "0013_tables": former }), table: "dualops_migrations" })
      yield* sql`INSERT INTO dualops_belongings (thing, process, case_id) VALUES ('post 1', 'Post', 'one')`
      assert.deepStrictEqual(yield* SqlMigrations.run, [
        [14, "observations"],
        [15, "removals"]
      ])
      assert.deepStrictEqual(yield* sql`SELECT thing FROM dualops_belongings`, [{ thing: "post 1" }])
    }).pipe(Effect.provide(memory))
  )
})

/** So many can be read: what other tests have under way on the same server may hold them up for a while. */
const readable = (count: number, after = 0) =>
  Effect.repeat(
    Effect.map(
      use((store) => store.read(after, 100)),
      (entries) => entries.map(({ key }) => key)
    ),
    { until: ({ length }) => length >= count }
  )

/** Opens the store once more, as a program does that starts. */
const opened = (sql: SqlClient.SqlClient): Effect.Effect<void, SqlError.SqlError | Migrator.MigrationError> =>
  Effect.asVoid(
    Effect.scoped(
      Layer.build(Layer.fresh(Layer.provide(SqlObservationStore.layer, Layer.succeed(SqlClient.SqlClient, sql))))
    )
  )

describe.skipIf(!Postgres.isThere)("Observations on PostgreSQL", () => {
  it.live("are handed to no reader while an older transaction may still bring earlier ones", () =>
    Effect.gen(function* () {
      const of = yield* Postgres.database
      const other = yield* Effect.map(Layer.build(PgClient.layer(of)), (built) => Context.get(built, PgClient.PgClient))
      yield* Effect.gen(function* () {
        yield* record(1)
        yield* readable(1)
        const during = Effect.andThen(other`SELECT pg_current_xact_id()::text`, Effect.andThen(record(2), keys))
        assert.deepStrictEqual(yield* other.withTransaction(during), ["mention 1"])
        assert.deepStrictEqual(yield* readable(2), ["mention 1", "mention 2"])
      }).pipe(Effect.provide(Layer.provide(SqlObservationStore.layer, PgClient.layer(of))))
    }).pipe(Effect.scoped)
  )

  test(
    "that are being recorded while their series is forgotten are forgotten with it",
    Postgres.fresh,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      yield* record(1)
      yield* sql.unsafe(
        `CREATE FUNCTION wait() RETURNS trigger AS 'BEGIN PERFORM pg_sleep(0.4); RETURN NEW; END' LANGUAGE plpgsql`
      )
      yield* sql.unsafe(
        "CREATE TRIGGER waits BEFORE INSERT ON dualops_observation_tags FOR EACH ROW EXECUTE FUNCTION wait()"
      )
      const forget = Effect.delay(
        use((store) => store.forget(series, DateTime.add(at, { minutes: 9 }), 9)),
        "150 millis"
      )
      const [, gone] = yield* Effect.all([record(2), forget], { concurrency: "unbounded" })
      assert.strictEqual(gone, 2)
      assert.deepStrictEqual(yield* keys, [])
    })
  )

  test(
    "of a store that was restored on another server go on behind the last, also where that was forgotten",
    Postgres.fresh,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      // As it comes out of a copy: positions of a server that has counted further, and none of this one.
      const moved = (position: number) =>
        Effect.gen(function* () {
          yield* sql`UPDATE dualops_observation_persons SET position = ${position}`
          yield* sql`UPDATE dualops_observation_tags SET position = ${position}`
          yield* sql`UPDATE dualops_observations SET position = ${position}`
          yield* sql`DELETE FROM dualops_clusters`
        })
      yield* record(1)
      yield* moved(7e13)
      assert.match(
        (yield* Effect.flip(record(2))).message,
        /^The store does not answer: it was restored on another server/
      )
      yield* opened(sql)
      yield* record(2)
      assert.deepStrictEqual(yield* readable(2), ["mention 1", "mention 2"])
      yield* use((store) => store.forget(series, DateTime.add(at, { minutes: 2 }), 9))
      yield* moved(8e13)
      yield* use((store) => store.forget(series, DateTime.add(at, { minutes: 9 }), 9))
      yield* opened(sql)
      yield* record(10)
      assert.deepStrictEqual(yield* readable(1, 8e13), ["mention 10"])
    })
  )
})
