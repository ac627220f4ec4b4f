/**
 * The Inbox on an SQL database: what came in is known to all processes, and after a restart.
 *
 * @module
 */
import { Inbox } from "@dualops/core/interaction"
import { Storable } from "@dualops/core/operations"
import { type DateTime, Effect, Layer, Schema } from "effect"
import { type Migrator, SqlClient, type SqlError } from "effect/sql"
import { ask } from "./SqlAsk.ts"
import * as SqlDialect from "./SqlDialect.ts"
import { failed } from "./SqlFailure.ts"
import * as SqlMigrations from "./SqlMigrations.ts"
import type { Integer } from "./SqlRows.ts"

/** The inbox on the client's database, which gets its tables if it has none. */
export const layer: Layer.Layer<Inbox.Inbox, SqlError.SqlError | Migrator.MigrationError, SqlClient.SqlClient> =
  Layer.effect(
    Inbox.Inbox,
    Effect.gen(function* () {
      yield* SqlMigrations.run
      return inboxOn(yield* SqlClient.SqlClient)
    })
  )

const inboxOn = (sql: SqlClient.SqlClient): Inbox.Inbox["Service"] => {
  const claim = Effect.fnUntraced(function* (key: string, at: DateTime.Utc, until: DateTime.Utc) {
    yield* forget(sql, "dualops_inbox", at)
    const ours =
      yield* sql`INSERT INTO dualops_inbox (key, keep_until, done) VALUES (${key}, ${until.epochMilliseconds}, 0)
      ON CONFLICT (key) DO UPDATE SET keep_until = excluded.keep_until, done = 0
        WHERE dualops_inbox.keep_until <= ${at.epochMilliseconds}
      RETURNING key`
    if (ours.length > 0) return "yours"
    const [row] = yield* sql<{ readonly done: Integer }>`SELECT done FROM dualops_inbox WHERE key = ${key}`
    return Number(row?.done ?? 0) === 1 ? "done" : "busy"
  })

  const first = Effect.fnUntraced(function* (key: string, value: string, at: DateTime.Utc, until: DateTime.Utc) {
    yield* forget(sql, "dualops_firsts", at)
    const ours =
      yield* sql`INSERT INTO dualops_firsts (key, value, keep_until) VALUES (${key}, ${JSON.stringify(value)}, ${until.epochMilliseconds})
      ON CONFLICT (key) DO UPDATE SET value = excluded.value, keep_until = excluded.keep_until
        WHERE dualops_firsts.keep_until <= ${at.epochMilliseconds}
      RETURNING key`
    if (ours.length > 0) return value
    const [row] = yield* sql<{ readonly value: string }>`SELECT value FROM dualops_firsts WHERE key = ${key}`
    return row === undefined ? value : yield* Effect.orDie(Schema.decodeEffect(Value)(row.value))
  })

  return {
    claim: (key, at, until) => named(key, claim(key, at, until)),
    first: (key, value, at, until) => named(key, first(key, value, at, until)),
    done: (key, until) =>
      named(
        key,
        sql`INSERT INTO dualops_inbox (key, keep_until, done) VALUES (${key}, ${until.epochMilliseconds}, 1)
        ON CONFLICT (key) DO UPDATE SET keep_until = excluded.keep_until, done = 1`
      ).pipe(Effect.asVoid),
    release: (key) => ask(sql`DELETE FROM dualops_inbox WHERE key = ${key} AND done = 0`, () => undefined)
  }
}

/** Does it where the key has a name that every inbox keeps. */
const named = <A>(key: string, act: Effect.Effect<A, SqlError.SqlError>) =>
  Effect.andThen(Storable.names(["key", key]), Effect.catch(act, failed))

/** A text as JSON: so any text comes back as it was, on every database. */
const Value = Schema.fromJsonString(Schema.String)

/** Takes away some of what is over. Every call adds one row at most, so that there are never many more than are still remembered. */
const forget = (sql: SqlClient.SqlClient, table: "dualops_inbox" | "dualops_firsts", at: DateTime.Utc) =>
  sql`DELETE FROM ${sql(table)} WHERE ${SqlDialect.of(sql).isFirst(sql, over(sql, table, at), atOnce)}`

/** What is over at that moment, what was over first before the rest. */
const over = (sql: SqlClient.SqlClient, table: string, at: DateTime.Utc): SqlDialect.Rows => {
  const isFree = sql`keep_until <= ${at.epochMilliseconds}`
  return {
    table: sql`${sql(table)}`,
    first: (limit) => sql`SELECT number FROM ${sql(table)} WHERE ${isFree} ORDER BY keep_until LIMIT ${limit}`,
    isFree,
    order: sql`keep_until`
  }
}

/** So many rows are taken away at once, at most. */
const atOnce = 100
