/**
 * The table of the editions.
 *
 * @module
 */
import { Effect } from "effect"
import { SqlClient } from "effect/sql"

/** The migration that makes it. */
export const migration = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`CREATE TABLE dualops_editions (
    version TEXT NOT NULL,
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (version, name)
  )`
})
