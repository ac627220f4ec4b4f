/**
 * The table of the cursors.
 *
 * @module
 */
import { Effect } from "effect"
import { SqlClient } from "effect/sql"

/** The migration that makes it. */
export const migration = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`CREATE TABLE dualops_cursors (
    account TEXT NOT NULL,
    source TEXT NOT NULL,
    cursor_json TEXT NOT NULL,
    PRIMARY KEY (account, source)
  )`
})
