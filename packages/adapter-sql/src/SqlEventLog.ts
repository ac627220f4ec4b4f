/**
 * The EventLog on an SQL database. A step, its actions and its deadlines are one transaction, and the database itself sees to it that a version
 * and a key are given once.
 *
 * @module
 */
import { Damaged, type EventLog } from "@dualops/core/operations"
import { Effect } from "effect"
import type { SqlClient } from "effect/sql"
import * as PgEvents from "./PgEvents.ts"
import { ask, of } from "./SqlAsk.ts"
import * as SqliteEvents from "./SqliteEvents.ts"
import { refusalsOn } from "./SqlRefusals.ts"
import * as SqlRows from "./SqlRows.ts"
import * as SqlStandings from "./SqlStandings.ts"

/** What has happened, in the client's database. */
export const logOn = (sql: SqlClient.SqlClient): EventLog.EventLog["Service"] => ({
  read: (address, after = 0) =>
    ask(
      // Of the whole history, a row whose version is less than all that are is read as well: it is one that was damaged.
      sql<SqlRows.VersionRow>`SELECT version, event FROM dualops_events
        WHERE ${of(sql, address)} ${after === 0 ? sql.literal("") : sql`AND version > ${after}`} ORDER BY version`,
      (rows) => rows
    ).pipe(
      Effect.flatMap((rows) => {
        const gap = rows.findIndex(({ version }, index) => SqlRows.whole(version) !== after + index + 1)
        return gap === -1
          ? Effect.succeed(rows.map(({ event }) => SqlRows.json(event)))
          : Effect.die(Damaged.outOfPlace(address, after + gap + 1))
      })
    ),
  recall: (address, key) =>
    ask(
      sql<Pick<SqlRows.EventRow, "event">>`SELECT event FROM dualops_events WHERE ${of(sql, address)} AND key = ${key}`,
      ([row]) => (row === undefined ? undefined : SqlRows.json(row.event))
    ),
  ...sql.onDialectOrElse({ pg: () => PgEvents.eventsOn(sql), orElse: () => SqliteEvents.eventsOn(sql) }),
  newest: (limit) =>
    ask(
      sql<SqlRows.EventRow>`SELECT position, process, case_id, version, state, due_at, event FROM dualops_events ORDER BY position DESC LIMIT ${limit}`,
      (rows) => rows.map(SqlRows.entry)
    ),
  ...refusalsOn(sql),
  standing: (names) => SqlStandings.under(sql, names),
  tagged: (tag, limit) =>
    ask(
      sql<SqlRows.CaseRow>`SELECT process, case_id FROM dualops_tags WHERE tag = ${tag} ORDER BY position DESC LIMIT ${limit}`,
      (rows) => rows.map(SqlRows.address)
    )
})
