/**
 * The EventStore on an SQL database.
 *
 * A step, its actions and its deadlines are one transaction, and the database itself sees to it that a version and a key are given once.
 *
 * @module
 */
import { Damaged, EventStore } from "@dualops/core/operations"
import { DateTime, Effect, Layer } from "effect"
import { type Migrator, SqlClient, type SqlError, type Statement } from "effect/sql"
import * as SqlClocks from "./SqlClocks.ts"
import { unavailable } from "./SqlFailure.ts"
import * as SqlMigrations from "./SqlMigrations.ts"
import * as SqlRepair from "./SqlRepair.ts"
import * as SqlRows from "./SqlRows.ts"
import { latest } from "./SqlStrictTables.ts"

/** The store on the client's database, which gets its tables if it has none. */
export const layer: Layer.Layer<
  EventStore.EventStore,
  SqlError.SqlError | Migrator.MigrationError,
  SqlClient.SqlClient
> = Layer.effect(
  EventStore.EventStore,
  Effect.gen(function* () {
    yield* SqlMigrations.run
    return storeOn(yield* SqlClient.SqlClient)
  })
)

const storeOn = (sql: SqlClient.SqlClient): EventStore.EventStore["Service"] => ({
  read: (address) =>
    ask(
      sql<SqlRows.VersionRow>`SELECT version, event FROM dualops_events WHERE ${of(sql, address)} ORDER BY version`,
      (rows) => rows
    ).pipe(
      Effect.flatMap((rows) => {
        const gap = rows.findIndex(({ version }, index) => SqlRows.whole(version) !== index + 1)
        return gap === -1
          ? Effect.succeed(rows.map(({ event }) => SqlRows.json(event)))
          : Effect.die(Damaged.outOfPlace(address, gap + 1))
      })
    ),
  recall: (address, key) =>
    ask(
      sql<Pick<SqlRows.EventRow, "event">>`SELECT event FROM dualops_events WHERE ${of(sql, address)} AND key = ${key}`,
      ([row]) => (row === undefined ? undefined : SqlRows.json(row.event))
    ),
  append: (commit) =>
    sql
      .withTransaction(append(sql, commit))
      .pipe(Effect.catchTag("SqlError", (error) => Effect.fail(unavailable(error)))),
  log: (after, limit) =>
    ask(
      sql<SqlRows.EventRow>`SELECT position, process, case_id, event FROM dualops_events
        WHERE position > ${after} ORDER BY position LIMIT ${limit}`,
      (rows) => rows.map(SqlRows.entry)
    ),
  newest: (limit) =>
    ask(
      sql<SqlRows.EventRow>`SELECT position, process, case_id, event FROM dualops_events ORDER BY position DESC LIMIT ${limit}`,
      (rows) => rows.map(SqlRows.entry)
    ),
  claim: (processes, now, lease, limit) => {
    const isFree = sql`not_before <= ${now.epochMilliseconds}`
    const longest = DateTime.addDuration(now, EventStore.longestLease).epochMilliseconds
    // What is no moment at all counts as greater than all that are.
    const isBeyond = sql`not_before > ${longest} AND (handed_out = 1 OR not_before > ${latest})`
    return ask(
      // The moment is compared twice: after waiting for another caller, PostgreSQL looks again only at the outer condition.
      sql<SqlRows.ActionRow>`UPDATE dualops_actions SET
          not_before = ${DateTime.addDuration(now, lease).epochMilliseconds},
          tries = CASE WHEN tries > 0 THEN tries + 1 ELSE 1 END,
          interrupted = CASE WHEN handed_out = 0 THEN 0 ELSE 1 END, handed_out = 1
        WHERE (${isFree} OR ${isBeyond}) AND number IN (
          SELECT number FROM dualops_actions WHERE ${sql.in("process", processes)} AND ${isFree}
          UNION ALL SELECT number FROM dualops_actions WHERE ${sql.in("process", processes)} AND ${isBeyond}
          ORDER BY number LIMIT ${limit})
        RETURNING number, process, case_id, key, version, name, request, tries, interrupted`,
      (rows) => [...rows].sort((one, other) => Number(one.number) - Number(other.number))
    ).pipe(Effect.flatMap((rows) => SqlRepair.actions(sql, rows)))
  },
  settle: (action) => ask(sql`DELETE FROM dualops_actions WHERE ${inTheHandsOf(sql, action)}`, nothing),
  postpone: (action, until) =>
    ask(
      sql`UPDATE dualops_actions SET not_before = ${until.epochMilliseconds}, handed_out = 0
        WHERE ${inTheHandsOf(sql, action)}`,
      nothing
    ),
  overdue: (processes, now, limit) =>
    ask(
      sql<SqlRows.DeadlineRow>`SELECT number, process, case_id, name, rung, version, fires, due_at FROM dualops_deadlines
          WHERE ${sql.in("process", processes)} AND due_at <= ${now.epochMilliseconds}
        UNION ALL SELECT number, process, case_id, name, rung, version, fires, due_at FROM dualops_deadlines
          WHERE ${sql.in("process", processes)} AND due_at > ${latest}
        ORDER BY due_at, number LIMIT ${limit}`,
      (rows) => rows
    ).pipe(Effect.flatMap((rows) => SqlRepair.deadlines(sql, rows))),
  cancel: (timer) => ask(sql`DELETE FROM dualops_deadlines WHERE ${isSet(sql, timer)}`, nothing),
  putOff: (timer, until) =>
    ask(sql`UPDATE dualops_deadlines SET due_at = ${until.epochMilliseconds} WHERE ${isSet(sql, timer)}`, nothing),
  next: ask(
    sql<{ readonly moment: unknown }>`SELECT MIN(moment) AS moment FROM (
      SELECT MIN(due_at) AS moment FROM dualops_deadlines
      UNION ALL SELECT MIN(not_before) FROM dualops_actions) AS moments`,
    ([row]) => (row === undefined || row.moment === null ? undefined : SqlRows.moment(row.moment))
  ),
  beat: (worker, shows) =>
    SqlClocks.beat(sql, worker, shows).pipe(
      Effect.provideService(SqlClient.SafeIntegers, true),
      Effect.mapError(unavailable)
    )
})

const append = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, commit: EventStore.Commit) {
  const { expected, key, process } = commit
  const stored = yield* sql`INSERT INTO dualops_events (process, case_id, version, key, event)
    SELECT ${process}, ${commit.case}, CAST(${expected + 1} AS INTEGER), ${key}, ${JSON.stringify(commit.event)}
    WHERE (SELECT COALESCE(MAX(version), 0) FROM dualops_events WHERE ${of(sql, commit)}) = ${expected}
    ON CONFLICT DO NOTHING RETURNING position`
  if (stored.length === 0) return yield* new EventStore.VersionConflict({ process, case: commit.case, expected })
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
const own = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, thing: string, address: EventStore.Address) {
  yield* sql`INSERT INTO dualops_belongings (thing, process, case_id) VALUES (${thing}, ${address.process}, ${address.case})
    ON CONFLICT DO NOTHING`
  const [owner] = yield* sql<SqlRows.CaseRow>`SELECT process, case_id FROM dualops_belongings
    WHERE thing = ${thing} AND NOT (${of(sql, address)})`
  if (owner !== undefined) {
    const { case_id, process } = owner
    return yield* new EventStore.NotItsOwn({ thing, process: SqlRows.text(process), case: SqlRows.text(case_id) })
  }
})

/** Every handing out counts one more try: who has fallen asleep over it does not count as the one who has it now. */
const inTheHandsOf = (sql: SqlClient.SqlClient, { key, tries }: EventStore.Claimed) =>
  sql`key = ${key} AND tries = ${tries}`

const isSet = (sql: SqlClient.SqlClient, timer: EventStore.Timer) =>
  sql`${of(sql, timer)} AND name = ${timer.name} AND rung = ${timer.rung} AND version = ${timer.version}`

const of = (sql: SqlClient.SqlClient, address: EventStore.Address) =>
  sql`process = ${address.process} AND case_id = ${address.case}`

/** Whole numbers are read whole: one that is too large for a program must not keep it from the other rows. */
const ask = <Row, A>(statement: Statement.Statement<Row>, answer: (rows: ReadonlyArray<Row>) => A) =>
  Effect.mapBoth(Effect.provideService(statement, SqlClient.SafeIntegers, true), {
    onSuccess: answer,
    onFailure: unavailable
  })

const nothing = (): void => {}

const isUniqueViolation = ({ reason }: SqlError.SqlError): boolean => reason._tag === "UniqueViolation"
