/**
 * How SQLite stores a step and reads the log. One writes at a time, so that an event never comes before one that has been read.
 *
 * @module
 */
import { EventLog, Storable } from "@dualops/core/operations"
import type { Case } from "@dualops/core/process"
import { Effect } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import { ask, of } from "./SqlAsk.ts"
import { failed } from "./SqlFailure.ts"
import * as SqlRows from "./SqlRows.ts"
import * as SqlStandings from "./SqlStandings.ts"

/** The log of the client's database. */
export const eventsOn = (sql: SqlClient.SqlClient): Pick<EventLog.EventLog["Service"], "append" | "log"> => ({
  append: (commit) =>
    Effect.andThen(Storable.check(commit), sql.withTransaction(append(sql, commit))).pipe(
      Effect.catchTag("SqlError", failed)
    ),
  log: (after, limit) =>
    ask(
      sql<SqlRows.EventRow>`SELECT position, process, case_id, version, state, due_at, event FROM dualops_events
        WHERE position > ${after} ORDER BY position LIMIT ${limit}`,
      (rows) => rows.map(SqlRows.entry)
    )
})

const append = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, commit: EventLog.Commit) {
  const { expected, key, process } = commit
  const stored = yield* sql`INSERT INTO dualops_events (process, case_id, version, key, state, due_at, event)
    SELECT ${process}, ${commit.case}, CAST(${expected + 1} AS INTEGER), ${key}, ${commit.state}, ${commit.due?.epochMilliseconds ?? null}, ${JSON.stringify(commit.event)}
    WHERE (SELECT COALESCE(MAX(version), 0) FROM dualops_events WHERE ${of(sql, commit)}) = ${expected}
      AND ${SqlStandings.isAsFound(sql, commit.weighed)}
    ON CONFLICT DO NOTHING RETURNING position`
  if (stored.length === 0) {
    if (yield* SqlStandings.isOther(sql, commit.weighed)) {
      return yield* new EventLog.OtherStanding({ process, case: commit.case })
    }
    return yield* new EventLog.VersionConflict({ process, case: commit.case, expected })
  }
  yield* SqlStandings.replace(sql, { process, case: commit.case }, commit)
  yield* Effect.forEach(
    commit.tags,
    (tag) => sql`INSERT INTO dualops_tags (tag, process, case_id) VALUES (${tag}, ${process}, ${commit.case})
      ON CONFLICT DO NOTHING`,
    { discard: true }
  )
  if (commit.owns !== undefined) yield* own(sql, commit.owns, commit)
  if (commit.settles !== undefined) {
    yield* sql`DELETE FROM dualops_actions WHERE key = ${commit.settles} AND ${of(sql, commit)}`
  }
  yield* sql`DELETE FROM dualops_deadlines WHERE ${of(sql, commit)}`
  yield* Effect.forEach(
    commit.timers,
    (timer) => sql`INSERT INTO dualops_deadlines ${sql.insert(SqlRows.deadlineRow(timer))}`,
    { discard: true }
  )
  yield* Effect.forEach(
    commit.actions,
    (action) => sql`INSERT INTO dualops_actions ${sql.insert(SqlRows.actionRow(action))}`,
    { discard: true }
  ).pipe(Effect.catchIf(isUniqueViolation, (taken) => Effect.die(taken)))
})

/** Whoever is first has it: of two at the same time, the database lets one wait for the other. */
const own = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, thing: string, address: Case.Address) {
  yield* sql`INSERT INTO dualops_belongings (thing, process, case_id) VALUES (${thing}, ${address.process}, ${address.case})
    ON CONFLICT DO NOTHING`
  const [owner] = yield* sql<SqlRows.CaseRow>`SELECT process, case_id FROM dualops_belongings
    WHERE thing = ${thing} AND NOT (${of(sql, address)})`
  if (owner !== undefined) {
    const { case_id, process } = owner
    return yield* new EventLog.NotItsOwn({ thing, process: SqlRows.text(process), case: SqlRows.text(case_id) })
  }
})

const isUniqueViolation = ({ reason }: SqlError.SqlError): boolean => reason._tag === "UniqueViolation"
