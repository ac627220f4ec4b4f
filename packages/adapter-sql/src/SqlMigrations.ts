/**
 * How a database comes to have its tables.
 *
 * @module
 */
import { Effect } from "effect"
import { Migrator, SqlClient, type SqlError } from "effect/sql"
import * as SqlDialect from "./SqlDialect.ts"
import * as SqlTables from "./SqlTables.ts"

const tables = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  for (const statement of SqlTables.statements(SqlDialect.of(sql))) yield* sql.unsafe(statement)
})

/** Gives the database what it has not got yet; answers with the migrations that it ran. */
export const run: Effect.Effect<
  ReadonlyArray<readonly [id: number, name: string]>,
  Migrator.MigrationError | SqlError.SqlError,
  SqlClient.SqlClient
> = Migrator.make({})({
  // What was written before the first release has nine others, and is refused.
  loader: Migrator.fromRecord({ "0010_tables": tables }),
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
