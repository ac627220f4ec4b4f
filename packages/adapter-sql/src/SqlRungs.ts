/**
 * The rungs of the deadlines, and the editions of the handbook in a strict table as well.
 *
 * @module
 */
import { Effect } from "effect"
import { SqlClient } from "effect/sql"

/** The migration: every deadline that waits is an end. A case that is open already is warned of from its next step. */
export const migration = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`ALTER TABLE dualops_deadlines ADD COLUMN rung TEXT NOT NULL DEFAULT 'end' CHECK (rung IN ('warning', 'end'))`
  if (sql.onDialectOrElse({ pg: () => true, orElse: () => false })) return
  yield* sql`ALTER TABLE dualops_editions RENAME TO dualops_editions_former`
  yield* sql`CREATE TABLE dualops_editions (
    version TEXT NOT NULL,
    name TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content)),
    PRIMARY KEY (version, name)
  ) STRICT`
  yield* sql`INSERT INTO dualops_editions SELECT * FROM dualops_editions_former`
  yield* sql`DROP TABLE dualops_editions_former`
})
