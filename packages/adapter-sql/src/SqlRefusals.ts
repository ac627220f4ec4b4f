/**
 * Refused attempts on an SQL database.
 *
 * @module
 */
import { type EventLog, Refusals, Storable } from "@dualops/core/operations"
import { Case } from "@dualops/core/process"
import { DateTime, Effect } from "effect"
import type { SqlClient } from "effect/sql"
import { ask, of } from "./SqlAsk.ts"
import { failed } from "./SqlFailure.ts"
import * as SqlRows from "./SqlRows.ts"

/** What is refused, in the client's database. */
export const refusalsOn = (sql: SqlClient.SqlClient): Pick<EventLog.EventLog["Service"], "refuse" | "refusals"> => ({
  refuse: (refusal) =>
    Effect.andThen(
      Storable.names(...Storable.namesOfRefusal(refusal)),
      Effect.catch(Effect.andThen(forget(sql, refusal), keep(sql, refusal)), failed)
    ),
  refusals: (address, limit) =>
    ask(
      sql<Row>`SELECT process, case_id, step, acting, why, says, under, first_at, last_at, times FROM dualops_refusals
        ${address === undefined ? sql.literal("") : sql`WHERE ${of(sql, address)}`} ORDER BY last_at DESC, number DESC LIMIT ${limit}`,
      (rows) => rows.map(refused)
    )
})

interface Row extends SqlRows.CaseRow {
  readonly step: unknown
  readonly acting: unknown
  readonly why: unknown
  readonly says: unknown
  readonly under: unknown
  readonly first_at: unknown
  readonly last_at: unknown
  readonly times: unknown
}

/** Of two who count the same at the same moment, both may write a row of their own: nothing is lost by that. */
const keep = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, refusal: EventLog.Refusal) {
  const { at, by, process, step, under, why } = refusal
  const says = JSON.stringify(refusal.says)
  const acting = JSON.stringify(by)
  const counted =
    yield* sql`UPDATE dualops_refusals SET times = times + 1, last_at = ${at.epochMilliseconds}, says = ${says}, under = ${under}
    WHERE ${of(sql, refusal)} AND step = ${step} AND why = ${why} AND acting = ${acting} RETURNING number`
  if (counted.length > 0) return
  const moments = { first_at: at.epochMilliseconds, last_at: at.epochMilliseconds, times: 1 }
  yield* sql`INSERT INTO dualops_refusals ${sql.insert({ process, case_id: refusal.case, step, acting, why, says, under, ...moments })}`
})

/** A few at a time, so that nobody waits for it. */
const forget = (sql: SqlClient.SqlClient, { at }: EventLog.Refusal) => {
  const oldest = DateTime.subtractDuration(at, Refusals.keptFor).epochMilliseconds
  return sql`DELETE FROM dualops_refusals WHERE number IN (
    SELECT number FROM dualops_refusals WHERE last_at < ${oldest} ORDER BY last_at LIMIT 100)`
}

const refused = (row: Row): EventLog.Refused => ({
  ...SqlRows.address(row),
  step: SqlRows.text(row.step),
  by: SqlRows.json(row.acting),
  why: SqlRows.text(row.why),
  says: SqlRows.bilingual(row.says),
  // The JSON was checked when it was stored.
  under: Case.HandbookVersion.make(SqlRows.text(row.under), { disableChecks: true }),
  first: SqlRows.moment(row.first_at),
  last: SqlRows.moment(row.last_at),
  times: SqlRows.count(row.times)
})
