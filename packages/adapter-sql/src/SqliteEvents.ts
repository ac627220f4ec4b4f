/**
 * How SQLite stores a step and reads the log. One writes at a time, so that an event never comes before one that has been read.
 *
 * @module
 */
import { EventLog, Storable } from "@dualops/core/operations"
import { Effect } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import { ask } from "./SqlAsk.ts"
import { failed } from "./SqlFailure.ts"
import * as SqliteStep from "./SqliteStep.ts"
import * as SqlRows from "./SqlRows.ts"
import * as SqlStandings from "./SqlStandings.ts"
import { markOf } from "./StandingMark.ts"

/** The log of the client's database. */
export const eventsOn = (sql: SqlClient.SqlClient): Pick<EventLog.EventLog["Service"], "append" | "log"> => ({
  append: (commit) =>
    Effect.andThen(Storable.check(commit), append(sql, commit)).pipe(Effect.catchTag("SqlError", failed)),
  log: (after, limit) =>
    ask(
      sql<SqlRows.EventRow>`SELECT position, process, case_id, version, state, due_at, event FROM dualops_events
        WHERE position > ${after} ORDER BY position LIMIT ${limit}`,
      (rows) => rows.map(SqlRows.entry)
    )
})

const append = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, commit: EventLog.Commit) {
  const { case: id, expected, owns, process, weighed } = commit
  const row = stepRow(commit)
  // The statement is written out once; the client would put it together anew for each step.
  const values = SqliteStep.columns.map((column) => row[column])
  const why = yield* sql.unsafe(SqliteStep.insert, values).pipe(
    Effect.as(undefined),
    Effect.catchIf(isUniqueViolation, (taken) => Effect.die(taken)),
    Effect.catchIf(isRefused, ({ reason: { cause } }) => Effect.succeed(messageOf(cause)))
  )
  if (why === undefined) return
  const owner = owns === undefined || why !== isOthers ? undefined : yield* ownerOf(sql, owns)
  if (owner !== undefined) return yield* owner
  if (yield* SqlStandings.isOther(sql, weighed)) return yield* new EventLog.OtherStanding({ process, case: id })
  return yield* new EventLog.VersionConflict({ process, case: id, expected })
})

const { hasMovedOn, isOthers } = SqliteStep.refusals
const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : "")
const isRefused = ({ reason: { cause } }: SqlError.SqlError): boolean =>
  [hasMovedOn, isOthers].some((refusal) => messageOf(cause) === refusal)

/** The row of the view that stores it. */
const stepRow = (commit: EventLog.Commit): Record<(typeof SqliteStep.columns)[number], string | number | null> => {
  const { actions, due, event, expected, holds, key, owns, process, settles, state, tags, timers } = commit
  const { found, names } = commit.weighed ?? SqlStandings.nothing
  return {
    process,
    case_id: commit.case,
    expected,
    key,
    state,
    due_at: due?.epochMilliseconds ?? null,
    event: JSON.stringify(event),
    tags: listOf(tags),
    owns: owns ?? null,
    settles: settles ?? null,
    timers: listOf(timers.map(SqlRows.deadlineRow)),
    actions: listOf(actions.map(SqlRows.actionRow)),
    holds:
      holds === undefined ? null : JSON.stringify(holds.map((one) => SqlRows.standingRow(one, commit, expected + 1))),
    // What was found under no name at all is no longer there.
    names: found.length === 0 ? listOf(names) : JSON.stringify(names),
    marks: JSON.stringify(found.map(markOf)),
    found: found.length
  }
}

/** Nothing where there is none: an empty list would be read all the same. */
const listOf = (list: ReadonlyArray<unknown>): string | null => (list.length === 0 ? null : JSON.stringify(list))

/** Whose the thing is: of two that take it at the same time, the database lets one wait for the other. */
const ownerOf = (sql: SqlClient.SqlClient, thing: string) =>
  ask(
    sql<SqlRows.CaseRow>`SELECT process, case_id FROM dualops_belongings WHERE thing = ${thing}`,
    ([owner]) =>
      owner &&
      new EventLog.NotItsOwn({ thing, process: SqlRows.text(owner.process), case: SqlRows.text(owner.case_id) })
  )

const isUniqueViolation = ({ reason }: SqlError.SqlError): boolean => reason._tag === "UniqueViolation"
