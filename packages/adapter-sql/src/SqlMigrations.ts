/**
 * The tables of the store, and how a database comes to have them.
 *
 * Moments are kept as milliseconds since 1970, JSON as text: what came in comes out, on every database.
 *
 * @module
 */
import { Effect } from "effect"
import { Migrator, SqlClient, type SqlError } from "effect/sql"
import * as SqlCursorsTable from "./SqlCursorsTable.ts"
import * as SqlEditionsTable from "./SqlEditionsTable.ts"
import * as SqlRungs from "./SqlRungs.ts"
import * as SqlStrictTables from "./SqlStrictTables.ts"

const tables = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const counter = sql.literal(
    sql.onDialectOrElse({
      pg: () => "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
      orElse: () => "INTEGER PRIMARY KEY"
    })
  )
  yield* sql`CREATE TABLE dualops_events (
    position ${counter},
    process TEXT NOT NULL,
    case_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    key TEXT NOT NULL,
    event TEXT NOT NULL,
    UNIQUE (process, case_id, version),
    UNIQUE (process, case_id, key)
  )`
  yield* sql`CREATE TABLE dualops_actions (
    number ${counter},
    key TEXT NOT NULL UNIQUE,
    process TEXT NOT NULL,
    case_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    request TEXT NOT NULL,
    not_before BIGINT NOT NULL DEFAULT 0,
    tries INTEGER NOT NULL DEFAULT 0,
    handed_out INTEGER NOT NULL DEFAULT 0,
    interrupted INTEGER NOT NULL DEFAULT 0
  )`
  yield* sql`CREATE INDEX dualops_actions_not_before ON dualops_actions (not_before)`
  yield* sql`CREATE TABLE dualops_deadlines (
    number ${counter},
    process TEXT NOT NULL,
    case_id TEXT NOT NULL,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    fires TEXT NOT NULL,
    due_at BIGINT NOT NULL
  )`
  yield* sql`CREATE INDEX dualops_deadlines_case ON dualops_deadlines (process, case_id)`
  yield* sql`CREATE INDEX dualops_deadlines_due_at ON dualops_deadlines (due_at)`
})

const sharing = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`CREATE TABLE dualops_calls (
    counter TEXT NOT NULL,
    begins BIGINT NOT NULL,
    used INTEGER NOT NULL,
    PRIMARY KEY (counter, begins)
  )`
  yield* sql`CREATE TABLE dualops_inbox (
    key TEXT NOT NULL PRIMARY KEY,
    busy_until BIGINT NOT NULL,
    done INTEGER NOT NULL
  )`
  yield* sql`CREATE TABLE dualops_firsts (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    keep_until BIGINT NOT NULL
  )`
  yield* sql`CREATE INDEX dualops_firsts_keep_until ON dualops_firsts (keep_until)`
})

const belongings = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`CREATE TABLE dualops_belongings (
    thing TEXT NOT NULL PRIMARY KEY,
    process TEXT NOT NULL,
    case_id TEXT NOT NULL
  )`
  yield* sql`CREATE INDEX dualops_actions_process ON dualops_actions (process, not_before)`
  yield* sql`CREATE INDEX dualops_deadlines_process ON dualops_deadlines (process, due_at)`
})

/** Gives the database what it has not got yet; answers with the migrations that it ran. */
export const run: Effect.Effect<
  ReadonlyArray<readonly [id: number, name: string]>,
  Migrator.MigrationError | SqlError.SqlError,
  SqlClient.SqlClient
> = Migrator.make({})({
  loader: Migrator.fromRecord({
    "0001_tables": tables,
    "0002_sharing": sharing,
    "0003_belongings": belongings,
    "0004_cursors": SqlCursorsTable.migration,
    "0005_editions": SqlEditionsTable.migration,
    "0006_strict": SqlStrictTables.migration,
    "0007_rungs": SqlRungs.migration
  }),
  table: "dualops_migrations"
}).pipe(Effect.catchTag("MigrationError", (error) => Effect.fail(told(error))))

/** Why the tables cannot be brought into their present form, in a sentence that says what to do. */
const told = (error: Migrator.MigrationError): Migrator.MigrationError =>
  error.kind === "Failed" && error.cause instanceof Error
    ? new Migrator.MigrationError({
        ...error,
        message: `This store cannot be carried over into the tables of this release (${error.cause.message}); nothing in it was changed. Restore it from a copy, or begin a new one.`
      })
    : error
