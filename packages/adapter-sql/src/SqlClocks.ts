/**
 * What the clocks of those show who work on one database, and the database's own.
 *
 * @module
 */
import type { WorkQueue } from "@dualops/core/operations"
import { type DateTime, Duration, Effect } from "effect"
import type { SqlClient } from "effect/sql"
import * as SqlDialect from "./SqlDialect.ts"
import * as SqlRows from "./SqlRows.ts"

interface Row {
  readonly worker: unknown
  readonly shows: unknown
  readonly beats: unknown
}

interface Own {
  readonly worker: unknown
  readonly own_at: unknown
}

/** Writes down what the worker's clock shows, and reads the others'. Who has not been heard of for a day is forgotten. */
export const beat = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  worker: number | undefined,
  at: DateTime.Utc
) {
  const shows = at.epochMilliseconds
  const [known] =
    worker === undefined
      ? []
      : yield* sql<Own>`UPDATE dualops_workers SET shows = ${shows}, own_at = ${ownClock(sql)}, beats = beats + 1
          WHERE worker = ${worker} RETURNING worker, own_at`
  const mine = known ?? (yield* join(sql, shows))
  const me = SqlRows.whole(mine?.worker)
  const others = yield* sql<Row>`SELECT worker, shows, beats FROM dualops_workers WHERE worker <> ${me}`
  return {
    me,
    own: SqlRows.moment(mine?.own_at),
    others: others.map((row) => ({
      worker: SqlRows.whole(row.worker),
      shows: SqlRows.moment(row.shows),
      beats: SqlRows.whole(row.beats)
    }))
  } satisfies WorkQueue.Clocks
})

const join = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, shows: number) {
  yield* sql`DELETE FROM dualops_workers WHERE own_at < ${ownClock(sql)} - ${Duration.toMillis(Duration.days(1))}`
  const [row] = yield* sql<Own>`INSERT INTO dualops_workers (shows, own_at, beats)
    VALUES (${shows}, ${ownClock(sql)}, 1) RETURNING worker, own_at`
  return row
})

const ownClock = (sql: SqlClient.SqlClient) => sql.literal(SqlDialect.of(sql).clock)
