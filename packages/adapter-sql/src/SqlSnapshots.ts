/**
 * The Snapshots on an SQL database: beside the log that they are read from.
 *
 * @module
 */
import { Snapshots, Storable } from "@dualops/core/operations"
import { Effect } from "effect"
import type { SqlClient } from "effect/sql"
import { ask } from "./SqlAsk.ts"
import { failed } from "./SqlFailure.ts"
import * as SqlRows from "./SqlRows.ts"

interface Row {
  readonly position: unknown
  readonly subject: unknown
  readonly state: unknown
}

/** What projections have come to, in the client's database. */
export const snapshotsOn = (sql: SqlClient.SqlClient): Snapshots.Snapshots["Service"] => ({
  // One statement: the states are those of that position, also while somebody else keeps others.
  find: (projection) =>
    ask(
      sql<Row>`SELECT position, subject, state FROM dualops_snapshots LEFT JOIN dualops_snapshot_states
          ON dualops_snapshot_states.projection = dualops_snapshots.projection
        WHERE dualops_snapshots.projection = ${projection} ORDER BY number`,
      (rows) =>
        rows[0] && {
          position: SqlRows.whole(rows[0].position),
          states: new Map(
            rows.flatMap(({ state, subject }) =>
              subject === null ? [] : [[SqlRows.text(subject), SqlRows.json(state)] as const]
            )
          )
        }
    ),
  keep: (projection, change) =>
    Effect.andThen(
      Storable.names(...Snapshots.namesOf(projection, change.states)),
      Effect.catch(sql.withTransaction(keep(sql, projection, change)), failed)
    )
})

const keep = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  projection: string,
  { after, position, states }: Snapshots.Change
) {
  const ours =
    after === undefined
      ? yield* sql`INSERT INTO dualops_snapshots (projection, position) VALUES (${projection}, ${position})
          ON CONFLICT (projection) DO UPDATE SET position = ${position} RETURNING position`
      : yield* sql`UPDATE dualops_snapshots SET position = ${position}
          WHERE projection = ${projection} AND position = ${after} RETURNING position`
  if (ours.length === 0) return false
  if (after === undefined) yield* sql`DELETE FROM dualops_snapshot_states WHERE projection = ${projection}`
  yield* Effect.forEach(
    states,
    ([subject, state]) =>
      state === undefined
        ? sql`DELETE FROM dualops_snapshot_states WHERE projection = ${projection} AND subject = ${subject}`
        : sql`INSERT INTO dualops_snapshot_states (projection, subject, state)
            VALUES (${projection}, ${subject}, ${JSON.stringify(state)})
            ON CONFLICT (projection, subject) DO UPDATE SET state = excluded.state`,
    { discard: true }
  )
  return true
})
