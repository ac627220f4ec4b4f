/**
 * What the clocks of those show who work on one database, and the database's own.
 *
 * @module
 */
import type { EventStore } from "@dualops/core/operations"
import { DateTime, Duration, Effect } from "effect"
import type { SqlClient } from "effect/sql"
import * as SqlRows from "./SqlRows.ts"

interface Row {
  readonly worker: unknown
  readonly shows: unknown
  readonly beats: unknown
}

/** Writes down what the worker's clock shows, and reads the others'. Who has not been heard of for a day is forgotten. */
export const beat = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  worker: number | undefined,
  at: DateTime.Utc
) {
  const shows = at.epochMilliseconds
  const [{ own } = { own: 0 }] = yield* sql<{ readonly own: unknown }>`SELECT ${ownClock(sql)} AS own`
  const now = SqlRows.moment(own)
  const known =
    worker === undefined
      ? []
      : yield* sql`UPDATE dualops_workers SET shows = ${shows}, own_at = ${now.epochMilliseconds}, beats = beats + 1
          WHERE worker = ${worker} RETURNING worker`
  const me = worker !== undefined && known.length > 0 ? worker : yield* join(sql, shows, now)
  const others = yield* sql<Row>`SELECT worker, shows, beats FROM dualops_workers WHERE worker <> ${me}`
  return {
    me,
    own: now,
    others: others.map((row) => ({
      worker: SqlRows.whole(row.worker),
      shows: SqlRows.moment(row.shows),
      beats: SqlRows.whole(row.beats)
    }))
  } satisfies EventStore.Clocks
})

const join = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, shows: number, own: DateTime.Utc) {
  const forgotten = DateTime.subtractDuration(own, Duration.days(1)).epochMilliseconds
  yield* sql`DELETE FROM dualops_workers WHERE own_at < ${forgotten}`
  const [row] = yield* sql<Row>`INSERT INTO dualops_workers (shows, own_at, beats)
    VALUES (${shows}, ${own.epochMilliseconds}, 1) RETURNING worker`
  return SqlRows.whole(row?.worker)
})

const ownClock = (sql: SqlClient.SqlClient) =>
  sql.literal(
    sql.onDialectOrElse({
      pg: () => "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)",
      orElse: () => "CAST(unixepoch('subsec') * 1000 AS INTEGER)"
    })
  )
