/**
 * Rows of what waits that are not what their table says: something else than this program has written to the file.
 *
 * Such rows are written anew as they are read, so that from then on they can be taken up, put off and settled like the others: then the case that
 * they belong to says what is wrong with it, and a person hears of that.
 *
 * @module
 */
import type { WorkQueue } from "@dualops/core/operations"
import { type DateTime, Effect } from "effect"
import type { SqlClient } from "effect/sql"
import { failed } from "./SqlFailure.ts"
import * as SqlRows from "./SqlRows.ts"

/** The actions of these rows, handed out until then; they are sound from now on. */
export const actions = (sql: SqlClient.SqlClient, rows: ReadonlyArray<SqlRows.ActionRow>, until: DateTime.Utc) =>
  Effect.forEach(rows, (row) => {
    const action = SqlRows.claimed(row, until)
    if (isText(row.key, row.case_id, row.step, row.name, row.request) && isCount(row.version, row.tries))
      return Effect.succeed(action)
    // Its key may be another's by now.
    const sound: WorkQueue.Claimed = { ...action, key: `${action.key}/damaged/${row.number}`, tries: 1 }
    const { case: case_id, key, name, step, tries, version } = sound
    return sql`UPDATE dualops_actions SET ${sql.update({ case_id, key, step, name, tries, version, request: JSON.stringify(sound.request) })}
      WHERE number = ${row.number}`.pipe(Effect.as(sound), Effect.catch(failed))
  })

/** The deadlines of these rows, which are sound from now on. */
export const deadlines = (sql: SqlClient.SqlClient, rows: ReadonlyArray<SqlRows.DeadlineRow>) =>
  Effect.forEach(rows, (row) => {
    const timer = SqlRows.timer(row)
    if (isText(row.case_id, row.name, row.fires) && isCount(row.version) && isMoment(row.due_at))
      return Effect.succeed(timer)
    const { at, case: case_id, fires, name, rung, version } = timer
    return sql`UPDATE dualops_deadlines SET ${sql.update({ case_id, fires, name, rung, version, due_at: at.epochMilliseconds })}
      WHERE number = ${row.number}`.pipe(Effect.as(timer), Effect.catch(failed))
  })

const isText = (...values: ReadonlyArray<unknown>): boolean => values.every((value) => typeof value === "string")

const isCount = (...values: ReadonlyArray<unknown>): boolean =>
  values.every((value) => SqlRows.count(value) !== Number.MAX_SAFE_INTEGER)

const isMoment = (value: unknown): boolean => SqlRows.moment(value).epochMilliseconds === SqlRows.whole(value)
