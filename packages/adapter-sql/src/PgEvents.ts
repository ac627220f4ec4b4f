/**
 * How PostgreSQL stores a step and reads the log, while many do so at once. A step is one statement, which is one transaction of one event.
 *
 * @module
 */
import { EventLog, Storable } from "@dualops/core/operations"
import { Effect } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import * as PgPositions from "./PgPositions.ts"
import { ask } from "./SqlAsk.ts"
import { failed } from "./SqlFailure.ts"
import * as SqlRows from "./SqlRows.ts"
import * as SqlStandings from "./SqlStandings.ts"
import { mark, markOf } from "./StandingMark.ts"

/** The log of the client's database. */
export const eventsOn = (sql: SqlClient.SqlClient): Pick<EventLog.EventLog["Service"], "append" | "log"> => ({
  append: (commit) => {
    const stored = append(sql, commit)
    // What takes something for its own is taken back, where that is another's already.
    const isOne = commit.owns === undefined && commit.holds === undefined
    return Effect.andThen(
      Storable.check(commit),
      isOne ? stored : sql.withTransaction(Effect.andThen(alone(sql, commit), stored))
    ).pipe(Effect.catchTag("SqlError", failed))
  },
  log: (after, limit) => log(sql, after, limit)
})

/**
 * What comes to stand over others, or no longer does, waits for the steps that are being stored, and lets the next ones wait: a statement takes its
 * lock, which is that of rows to be locked, before it looks at what there is. Readers wait for nobody.
 */
const alone = (sql: SqlClient.SqlClient, { holds }: EventLog.Commit): Effect.Effect<void, SqlError.SqlError> =>
  holds === undefined ? Effect.void : Effect.asVoid(sql`LOCK TABLE dualops_standings IN EXCLUSIVE MODE`)

const append = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, commit: EventLog.Commit) {
  const { case: id, expected, key, owns, process, weighed = SqlStandings.nothing } = commit
  const [stored] = yield* sql
    .unsafe<Stored>(storing, [
      process,
      id,
      expected,
      key,
      commit.state,
      JSON.stringify(commit.event),
      JSON.stringify(commit.tags),
      owns ?? null,
      commit.settles ?? null,
      JSON.stringify(commit.timers.map(SqlRows.deadlineRow)),
      JSON.stringify(commit.actions.map(SqlRows.actionRow)),
      commit.due?.epochMilliseconds ?? null,
      JSON.stringify(weighed.names),
      JSON.stringify(weighed.found.map(markOf)),
      weighed.found.length
    ])
    .pipe(Effect.catchIf(isUniqueViolation, (taken) => Effect.die(taken)))
  if (stored === undefined) {
    if (yield* SqlStandings.isOther(sql, weighed)) return yield* new EventLog.OtherStanding({ process, case: id })
    return yield* new EventLog.VersionConflict({ process, case: id, expected })
  }
  yield* SqlStandings.replace(sql, { process, case: id }, commit)
  if (owns !== undefined && (stored.process !== process || stored.case_id !== id)) {
    return yield* new EventLog.NotItsOwn({
      thing: owns,
      process: SqlRows.text(stored.process),
      case: SqlRows.text(stored.case_id)
    })
  }
})

/** The step that was stored, and whose the thing is that it takes for its case's own. */
type Stored = SqlRows.CaseRow

/** Of two that store the same version or key, the second waits for the first, and then stores nothing: no event, and nothing that hangs on it. */
const storing = `WITH
  stored AS (
    INSERT INTO dualops_events (position, process, case_id, version, key, state, event, due_at)
    SELECT ${PgPositions.own}, $1, $2, $3::bigint + 1, $4, $5, $6, $12::bigint
    WHERE (SELECT COALESCE(MAX(version), 0) FROM dualops_events WHERE process = $1 AND case_id = $2) = $3::bigint
      AND (SELECT COALESCE(SUM(CASE WHEN mark IN (SELECT json_array_elements_text($14::json)) THEN 1 ELSE $15::bigint + 1 END), 0)
        FROM (SELECT ${mark} AS mark FROM dualops_standings
          WHERE name IN (SELECT json_array_elements_text($13::json)) FOR KEY SHARE) AS standing) = $15::bigint
    ON CONFLICT DO NOTHING RETURNING position),
  tagged AS (
    INSERT INTO dualops_tags (tag, position, process, case_id) SELECT tag, position, $1, $2 FROM stored, json_array_elements_text($7::json) AS tag
    ON CONFLICT DO NOTHING),
  owned AS (
    INSERT INTO dualops_belongings (thing, process, case_id) SELECT $8::text, $1, $2 FROM stored WHERE $8::text IS NOT NULL
    ON CONFLICT (thing) DO UPDATE SET process = dualops_belongings.process RETURNING process, case_id),
  settled AS (
    DELETE FROM dualops_actions AS a USING stored WHERE a.key = $9::text AND a.process = $1 AND a.case_id = $2 RETURNING a.key),
  forgotten AS (DELETE FROM dualops_deadlines AS d USING stored WHERE d.process = $1 AND d.case_id = $2),
  timed AS (
    INSERT INTO dualops_deadlines (process, case_id, name, rung, version, fires, due_at)
    SELECT $1, $2, t.name, t.rung, t.version, t.fires, t.due_at FROM stored,
      json_to_recordset($10::json) AS t (name text, rung bigint, version bigint, fires text, due_at bigint)),
  asked AS (
    INSERT INTO dualops_actions (process, case_id, key, version, step, name, request)
    SELECT a.process, a.case_id, a.key, a.version, a.step, a.name, a.request FROM stored,
      json_to_recordset($11::json)
        AS a (process text, case_id text, key text, version bigint, step text, name text, request text)
    WHERE (SELECT COUNT(*) FROM settled) >= 0)
  SELECT owned.process, owned.case_id FROM stored LEFT JOIN owned ON true`

interface LogRow extends SqlRows.EventRow {
  readonly is_certain: boolean
}

const log = (sql: SqlClient.SqlClient, after: number, limit: number) =>
  PgPositions.certain(
    sql,
    ask(
      sql<LogRow>`SELECT position, process, case_id, version, state, due_at, event, ${sql.literal(PgPositions.isCertain)} AS is_certain
        FROM dualops_events WHERE position > ${after} ORDER BY position LIMIT ${limit}`,
      (rows) => rows
    )
  ).pipe(Effect.map((rows) => rows.map(SqlRows.entry)))

const isUniqueViolation = ({ reason }: SqlError.SqlError): boolean => reason._tag === "UniqueViolation"
