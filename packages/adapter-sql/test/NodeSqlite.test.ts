import { assert, describe, it } from "@effect/vitest"
import { Context, type Duration, Effect, Fiber, Layer, Stream } from "effect"
import { SqlClient } from "effect/sql"
import { NodeSqlite } from "../src/index.ts"
import * as Scratch from "./Scratch.ts"

const test = (title: string, body: (sql: SqlClient.SqlClient) => Effect.Effect<void, unknown>) =>
  it.effect(title, () =>
    Effect.flatMap(SqlClient.SqlClient, body).pipe(Effect.provide(NodeSqlite.layer({ filename: ":memory:" })))
  )

const table = (sql: SqlClient.SqlClient) =>
  sql`CREATE TABLE posts (id INTEGER PRIMARY KEY, text TEXT UNIQUE, likes INTEGER CHECK (likes >= 0))`

describe("NodeSqlite", () => {
  test("values come back as they were, as rows, as lists and as a stream", (sql) =>
    Effect.gen(function* () {
      yield* table(sql)
      yield* sql`INSERT INTO posts ${sql.insert({ id: 1, text: "你好 👩‍👩‍👧", likes: null })}`
      const rows = sql`SELECT id, text, likes, ${true} AS yes FROM posts`
      const row = { id: 1, text: "你好 👩‍👩‍👧", likes: null, yes: 1 }
      assert.deepStrictEqual(
        (yield* rows).map((one) => ({ ...one })),
        [row]
      )
      assert.deepStrictEqual(yield* rows.values, [Object.values(row)])
      assert.deepStrictEqual(
        (yield* Stream.runCollect(rows.stream)).map((one) => ({ ...one })),
        [row]
      )
    }))

  test("numbers too large for a number are handed out as bigint where that is asked for, and refused elsewhere", (sql) =>
    Effect.gen(function* () {
      const large = sql<{ mid: bigint }>`SELECT ${5034567890123456789n} AS mid`
      const [row] = yield* Effect.provideService(large, SqlClient.SafeIntegers, true)
      assert.strictEqual(row?.mid, 5034567890123456789n)
      assert.strictEqual((yield* Effect.flip(large)).reason._tag, "UnknownError")
    }))

  test("errors say of what kind they are", (sql) =>
    Effect.gen(function* () {
      yield* table(sql)
      yield* sql`INSERT INTO posts (id, text) VALUES (1, 'a')`
      const kinds = yield* Effect.forEach(
        [
          sql`INSERT INTO posts (id, text) VALUES (1, 'b')`,
          sql`INSERT INTO posts (id, text) VALUES (2, 'a')`,
          sql`INSERT INTO posts (id, likes) VALUES (3, -1)`,
          sql`SELECT nothing FROM nowhere`
        ],
        (statement) => Effect.map(Effect.flip(statement), ({ reason }) => reason._tag)
      )
      assert.deepStrictEqual(kinds, ["UniqueViolation", "UniqueViolation", "ConstraintError", "UnknownError"])
    }))

  test("a transaction inside another is undone alone; a failed or interrupted one is undone whole", (sql) =>
    Effect.gen(function* () {
      yield* table(sql)
      const insert = (id: number) => sql`INSERT INTO posts (id) VALUES (${id})`
      const failing = Effect.ignore(sql.withTransaction(Effect.andThen(insert(2), Effect.fail("inner"))))
      yield* sql.withTransaction(insert(1).pipe(Effect.andThen(failing), Effect.andThen(insert(3))))
      yield* Effect.ignore(sql.withTransaction(Effect.andThen(insert(4), Effect.fail("outer"))))
      const hanging = yield* Effect.forkChild(sql.withTransaction(Effect.andThen(insert(5), Effect.never)), {
        startImmediately: true
      })
      yield* Fiber.interrupt(hanging)
      assert.deepStrictEqual(yield* sql`SELECT id FROM posts ORDER BY id`.values, [[1], [3]])
    }))

  it.effect("a file that cannot be opened is a connection error", () =>
    Effect.gen(function* () {
      const refused = yield* Effect.flip(Layer.build(NodeSqlite.layer({ filename: "/nowhere/at/all/store.db" })))
      assert.strictEqual(refused.reason._tag, "ConnectionError")
    }).pipe(Effect.scoped)
  )

  it.live("who finds the file locked waits, and not longer than its busyTimeout", () =>
    Effect.gen(function* () {
      const filename = yield* Scratch.file
      const client = (busyTimeout: Duration.Input) =>
        Effect.map(Layer.build(NodeSqlite.layer({ filename, busyTimeout })), Context.get(SqlClient.SqlClient))
      const holder = yield* client("5 seconds")
      const patient = yield* client("5 seconds")
      const impatient = yield* client("20 millis")
      yield* table(holder)
      const holding = yield* Effect.forkChild(
        holder.withTransaction(Effect.andThen(holder`INSERT INTO posts (id) VALUES (1)`, Effect.sleep("200 millis"))),
        { startImmediately: true }
      )
      const refused = yield* Effect.flip(impatient`INSERT INTO posts (id) VALUES (2)`)
      assert.strictEqual(refused.reason._tag, "LockTimeoutError")
      yield* patient.withTransaction(patient`INSERT INTO posts (id) VALUES (3)`)
      yield* Fiber.join(holding)
      assert.deepStrictEqual(yield* impatient`SELECT id FROM posts ORDER BY id`.values, [[1], [3]])
    }).pipe(Effect.scoped)
  )
})
