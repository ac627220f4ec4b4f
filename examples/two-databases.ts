/**
 * One store, on a file or on a server; everything else of a program stays as it is.
 *
 * @module
 */
// #region two-databases
import { NodeSqlite, SqlEditionStore, SqlStore } from "@dualops/adapter-sql"
import { PgStore } from "@dualops/adapter-sql/postgres"
import { EventLog } from "@dualops/core/operations"
import { PgClient } from "@effect/sql-pg"
import { Config, Effect, Layer } from "effect"

/** SQLite: no server, nothing to install, one file for the processes of one machine. The editions of the handbook stand beside the cases. */
export const onSqlite = (filename: string) =>
  Layer.merge(SqlStore.layer, SqlEditionStore.layer).pipe(Layer.provide(NodeSqlite.layer({ filename })))

/** PostgreSQL: as many machines as you like; whichever takes a step wakes the workers of all. */
export const onPostgres = Layer.merge(PgStore.layer, SqlEditionStore.layer).pipe(
  Layer.provide(PgClient.layerConfig({ url: Config.Redacted("DATABASE_URL") }))
)

/** What has happened last. */
export const newest = Effect.gen(function* () {
  const log = yield* EventLog.EventLog
  return yield* log.newest(10)
})
// #endregion
