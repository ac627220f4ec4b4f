/**
 * How a database comes to have its tables.
 *
 * @module
 */
import { Effect } from "effect"
import { Migrator, SqlClient, type SqlError } from "effect/sql"
import * as SqlDialect from "./SqlDialect.ts"
import { isBroken } from "./SqlFailure.ts"
import * as SqlTables from "./SqlTables.ts"

const making = (statements: (dialect: SqlDialect.Dialect) => ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    for (const statement of statements(SqlDialect.of(sql))) yield* sql.unsafe(statement)
  })

/** Gives the database what it has not got yet; answers with the migrations that it ran. */
export const run: Effect.Effect<
  ReadonlyArray<readonly [id: number, name: string]>,
  Migrator.MigrationError | SqlError.SqlError,
  SqlClient.SqlClient
> = Migrator.make({})({
  // What was written before the first release has twelve others, and is refused.
  loader: Migrator.fromRecord({
    "0013_tables": making(SqlTables.statements),
    "0014_observations": making(SqlTables.observations),
    "0015_removals": making(SqlTables.removals)
  }),
  table: "dualops_migrations"
}).pipe(
  Effect.catchTags({
    MigrationError: (error) => Effect.fail(told(error)),
    SqlError: (error) => Effect.fail(isBroken(error) ? notAsMade(error) : error)
  })
)

/** Asking which migrations have run is right for every database: where it is not understood, something else has written to the file. */
const notAsMade = (cause: SqlError.SqlError): Migrator.MigrationError =>
  new Migrator.MigrationError({
    kind: "Failed",
    cause,
    message: `The tables of this store are not as they were made, and cannot be read (${cause.message}). Restore it from a copy, or begin a new one.`
  })

/** Why the tables cannot be brought into their present form, in a sentence that says what to do. */
const told = (error: Migrator.MigrationError): Migrator.MigrationError =>
  error.kind === "Failed" && error.cause instanceof Error
    ? new Migrator.MigrationError({
        ...error,
        message: `This store cannot be carried over into the tables of this release (${error.cause.message}); nothing in it was changed. Restore it from a copy, or begin a new one.`
      })
    : error
