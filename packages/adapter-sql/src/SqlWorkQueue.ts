/**
 * The WorkQueue on an SQL database: rows that one caller at a time has in hand.
 *
 * @module
 */
import { type StoreUnavailable, WorkQueue } from "@dualops/core/operations"
import { DateTime, Effect } from "effect"
import { SqlClient, type Statement } from "effect/sql"
import { ask, of } from "./SqlAsk.ts"
import * as SqlClocks from "./SqlClocks.ts"
import * as SqlDialect from "./SqlDialect.ts"
import { failed } from "./SqlFailure.ts"
import * as SqlRepair from "./SqlRepair.ts"
import * as SqlRows from "./SqlRows.ts"
import { latest } from "./SqlTables.ts"

/** What waits in the client's database. */
export const queueOn = (sql: SqlClient.SqlClient): WorkQueue.WorkQueue["Service"] => ({
  claim: (processes, now, lease, limit) => {
    const until = DateTime.addDuration(now, lease)
    const waiting = waitingActions(sql, processes, now)
    const take = ask(
      sql<SqlRows.ActionRow>`UPDATE dualops_actions SET
          not_before = ${until.epochMilliseconds},
          tries = CASE WHEN tries > 0 THEN tries + 1 ELSE 1 END,
          interrupted = CASE WHEN handed_out = 0 THEN 0 ELSE 1 END, handed_out = 1
        WHERE ${SqlDialect.of(sql).isFirst(sql, waiting, limit)}
        RETURNING number, process, case_id, key, version, step, name, request, tries, interrupted`,
      (rows) => [...rows].sort((one, other) => Number(one.number) - Number(other.number))
    )
    return Effect.flatMap(ifAny(sql, processes, waiting, orAgain(sql, waiting, take)), (rows) =>
      SqlRepair.actions(sql, rows, until)
    )
  },
  settle: (action) => forget(sql, sql`dualops_actions`, inTheHandsOf(sql, action)),
  postpone: (action, until) =>
    ask(
      sql`UPDATE dualops_actions SET not_before = ${until.epochMilliseconds}, handed_out = 0
        WHERE ${inTheHandsOf(sql, action)}`,
      nothing
    ),
  overdue: (processes, now, limit) =>
    ask(runOut(sql, processes, now, limit), (rows) => rows).pipe(
      Effect.flatMap((rows) => SqlRepair.deadlines(sql, rows))
    ),
  claimOverdue: (processes, now, lease, limit) => {
    const until = DateTime.addDuration(now, lease)
    const waiting = waitingDeadlines(sql, processes, now)
    const take = ask(
      sql<SqlRows.DeadlineRow>`UPDATE dualops_deadlines SET taken_until = ${until.epochMilliseconds}
        WHERE ${SqlDialect.of(sql).isFirst(sql, waiting, limit)}
        RETURNING number, process, case_id, name, rung, version, fires, due_at`,
      (rows) => [...rows].sort(byMoment)
    )
    return Effect.flatMap(ifAny(sql, processes, waiting, orAgain(sql, waiting, take)), (rows) =>
      SqlRepair.deadlines(sql, rows)
    )
  },
  cancel: (timer) => forget(sql, sql`dualops_deadlines`, isSet(sql, timer)),
  putOff: (timer, until) =>
    ask(
      sql`UPDATE dualops_deadlines SET due_at = ${until.epochMilliseconds}, taken_until = 0 WHERE ${isSet(sql, timer)}`,
      nothing
    ),
  next: ask(
    sql<{ readonly moment: unknown }>`SELECT MIN(moment) AS moment FROM (
      ${firstOfEach(sql, "dualops_deadlines", "due_at")} UNION ALL ${firstOfEach(sql, "dualops_actions", "not_before")}) AS moments`,
    ([row]) => (row === undefined || row.moment === null ? undefined : SqlRows.moment(row.moment))
  ),
  beat: (worker, shows) =>
    SqlClocks.beat(sql, worker, shows).pipe(Effect.provideService(SqlClient.SafeIntegers, true), Effect.catch(failed))
})

/** Rows of which a caller takes the first, and the ways in which one comes to be among them: each is a stretch of an index. */
interface Waiting extends SqlDialect.Rows {
  readonly ways: ReadonlyArray<Statement.Fragment>
}

/**
 * The actions that may be handed out, the oldest first. However many wait, each process's are read in the order of its index, and no more than so
 * many of them: those that were never handed out, which have waited since 1970, those whose moment has come again, and those of a wrong clock.
 */
export const waitingActions = (
  sql: SqlClient.SqlClient,
  processes: ReadonlyArray<string>,
  now: DateTime.Utc
): Waiting => {
  const first = (condition: Statement.Fragment, limit: number) => {
    const ofEach = ofEachOf(
      sql,
      processes,
      (process) => sql`SELECT number, not_before FROM dualops_actions WHERE ${process} AND ${condition}`
    )
    return sql`SELECT number FROM (${ofEach} ORDER BY not_before, number LIMIT ${limit}) AS waiting`
  }
  const isBeyond = isBeyondAll(sql, now)
  const hasCome = sql`not_before <= ${now.epochMilliseconds}`
  return {
    table: sql`dualops_actions`,
    ways: [hasCome, isBeyond],
    first: (limit) => sql`${first(sql`not_before <= 0`, limit)}
      UNION ALL ${first(sql`not_before > 0 AND not_before <= ${now.epochMilliseconds}`, limit)}
      UNION ALL ${first(isBeyond, limit)} ORDER BY number LIMIT ${limit}`,
    isFree: sql`(${hasCome} OR ${isBeyond})`,
    order: sql`number`
  }
}

/** Whether it waits for a moment that only a wrong clock has named. What is no moment at all counts as greater than all that are. */
const isBeyondAll = (sql: SqlClient.SqlClient, now: DateTime.Utc) =>
  sql`not_before > ${latestLease(now)} AND (handed_out = 1 OR not_before > ${latest})`

/** The deadlines that have run out and that nobody has in hand, the longest overdue first; however many there are, no more than so many are read. */
export const waitingDeadlines = (
  sql: SqlClient.SqlClient,
  processes: ReadonlyArray<string>,
  now: DateTime.Utc
): Waiting => {
  const isFree = sql`(taken_until <= ${now.epochMilliseconds} OR taken_until > ${latestLease(now)})`
  return {
    table: sql`dualops_deadlines`,
    ways: [sql`due_at <= ${now.epochMilliseconds} AND ${isFree}`, sql`due_at > ${latest} AND ${isFree}`],
    first: (limit) => sql`SELECT number FROM (${runOut(sql, processes, now, limit, sql` AND ${isFree}`)}) AS waiting`,
    isFree,
    order: sql`due_at, number`
  }
}

/** No lease that was given by a clock that is right ends later. */
const latestLease = (now: DateTime.Utc) => DateTime.addDuration(now, WorkQueue.longestLease).epochMilliseconds

/** The deadlines that have run out, the longest overdue first; however many there are, no more than so many are read. */
export const runOut = (
  sql: SqlClient.SqlClient,
  processes: ReadonlyArray<string>,
  now: DateTime.Utc,
  limit: number,
  besides: Statement.Fragment = sql``
): Statement.Statement<SqlRows.DeadlineRow> => {
  const ofEach = (condition: Statement.Fragment) =>
    ofEachOf(
      sql,
      processes,
      (process) => sql`SELECT number, process, case_id, name, rung, version, fires, due_at FROM dualops_deadlines
        WHERE ${process} AND ${condition}${besides}`
    )
  return sql`${ofEach(sql`due_at <= ${now.epochMilliseconds}`)} UNION ALL ${ofEach(sql`due_at > ${latest}`)}
    ORDER BY due_at, number LIMIT ${limit}`
}

const byMoment = (one: SqlRows.DeadlineRow, other: SqlRows.DeadlineRow): number =>
  SqlRows.whole(one.due_at) - SqlRows.whole(other.due_at) || Number(one.number) - Number(other.number)

/**
 * Takes nothing where nothing may be taken: most often nothing does, and to see that needs no lock, and none of the statement that puts the rows of all
 * processes in order.
 */
const ifAny = <Row>(
  sql: SqlClient.SqlClient,
  processes: ReadonlyArray<string>,
  { table, ways }: Waiting,
  take: Effect.Effect<ReadonlyArray<Row>, StoreUnavailable>
): Effect.Effect<ReadonlyArray<Row>, StoreUnavailable> => {
  const known = sql`process IN (${SqlDialect.of(sql).textsOf(sql, JSON.stringify(processes))})`
  const isAny = ways.map((way) => sql`EXISTS (SELECT 1 FROM ${table} WHERE ${known} AND ${way})`)
  return Effect.flatMap(
    ask(sql`SELECT 1 AS one WHERE ${sql.or(isAny)}`, ({ length }) => length > 0),
    (is) => (is ? take : Effect.succeed([]))
  )
}

/** Where others had all in their hands that were looked at, and more is waiting, looks again. */
const orAgain = <Row>(
  sql: SqlClient.SqlClient,
  { first }: Pick<SqlDialect.Rows, "first">,
  take: Effect.Effect<ReadonlyArray<Row>, StoreUnavailable>,
  times = 20
): Effect.Effect<ReadonlyArray<Row>, StoreUnavailable> =>
  Effect.flatMap(take, (rows) =>
    rows.length > 0 || times === 0 || !SqlDialect.of(sql).passesOver
      ? Effect.succeed(rows)
      : Effect.flatMap(
          ask(sql`${first(1)}`, ({ length }) => length > 0),
          (isMore) => (isMore ? orAgain(sql, { first }, take, times - 1) : Effect.succeed(rows))
        )
  )

/** The first moment of each process, however many rows it has: one look into the index for each. */
const firstOfEach = (sql: SqlClient.SqlClient, table: string, column: string): Statement.Fragment =>
  sql.literal(`SELECT * FROM (WITH RECURSIVE known (process) AS (
      SELECT MIN(process) FROM ${table}
      UNION ALL SELECT (SELECT MIN(process) FROM ${table} WHERE process > known.process) FROM known WHERE process IS NOT NULL)
    SELECT (SELECT MIN(${column}) FROM ${table} WHERE process = known.process) AS moment FROM known) AS firsts`)

/** Asks of each process by itself: only so does a database take what several of them have in the order of an index, and sorts nothing. */
const ofEachOf = (
  sql: SqlClient.SqlClient,
  processes: ReadonlyArray<string>,
  select: (isOfProcess: Statement.Fragment) => Statement.Fragment
): Statement.Fragment =>
  processes.length === 0
    ? select(sql`1 = 0`)
    : sql.join(" UNION ALL ", false)(processes.map((process) => select(sql`process = ${process}`)))

/** Every handing out counts one more try: who has fallen asleep over it does not count as the one who has it now. */
const inTheHandsOf = (sql: SqlClient.SqlClient, { key, tries }: WorkQueue.Claimed) =>
  sql`key = ${key} AND tries = ${tries}`

const isSet = (sql: SqlClient.SqlClient, timer: WorkQueue.Timer) =>
  sql`${of(sql, timer)} AND name = ${timer.name} AND rung = ${timer.rung} AND version = ${timer.version}`

/** Takes out a row. Mostly the step that came of it has done so, and to see that needs no lock. */
const forget = (
  sql: SqlClient.SqlClient,
  table: Statement.Fragment,
  its: Statement.Fragment
): Effect.Effect<void, StoreUnavailable> =>
  Effect.flatMap(
    ask(sql`SELECT 1 AS one FROM ${table} WHERE ${its}`, ({ length }) => length > 0),
    (is) => (is ? ask(sql`DELETE FROM ${table} WHERE ${its}`, nothing) : Effect.void)
  )

const nothing = (): void => {}
