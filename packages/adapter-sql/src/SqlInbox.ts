/**
 * The Inbox on an SQL database: what came in is known to all processes, and after a restart.
 *
 * @module
 */
import { Inbox } from "@dualops/core/interaction"
import { DateTime, Effect, Layer } from "effect"
import { type Migrator, SqlClient, type SqlError } from "effect/sql"
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
    const ours =
      yield* sql`INSERT INTO dualops_inbox (key, busy_until, done) VALUES (${key}, ${until.epochMilliseconds}, 0)
      ON CONFLICT (key) DO UPDATE SET busy_until = ${until.epochMilliseconds}
        WHERE dualops_inbox.done = 0 AND dualops_inbox.busy_until <= ${at.epochMilliseconds}
      RETURNING key`
    if (ours.length > 0) return "yours"
    const [row] = yield* sql<{ readonly done: Integer }>`SELECT done FROM dualops_inbox WHERE key = ${key}`
    return Number(row?.done ?? 0) === 1 ? "done" : "busy"
  })

  const first = Effect.fnUntraced(function* (key: string, value: string, until: DateTime.Utc) {
    const stale = DateTime.subtractDuration(until, "1 day")
    yield* sql`DELETE FROM dualops_firsts WHERE keep_until < ${stale.epochMilliseconds}`
    yield* sql`INSERT INTO dualops_firsts (key, value, keep_until) VALUES (${key}, ${value}, ${until.epochMilliseconds})
      ON CONFLICT (key) DO NOTHING`
    const [row] = yield* sql<{ readonly value: string }>`SELECT value FROM dualops_firsts WHERE key = ${key}`
    return row?.value ?? value
  })

  return {
    claim: (key, at, until) => Effect.catch(claim(key, at, until), failed),
    first: (key, value, until) => Effect.catch(first(key, value, until), failed),
    done: (key) =>
      sql`INSERT INTO dualops_inbox (key, busy_until, done) VALUES (${key}, 0, 1)
        ON CONFLICT (key) DO UPDATE SET done = 1`.pipe(Effect.asVoid, Effect.catch(failed)),
    release: (key) =>
      sql`DELETE FROM dualops_inbox WHERE key = ${key} AND done = 0`.pipe(Effect.asVoid, Effect.catch(failed))
  }
}
