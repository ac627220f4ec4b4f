/**
 * The positions of what is taken in on PostgreSQL, and how far they can be read, while many write at once.
 *
 * The number of a transaction is the position of what it has brought, so that nothing can come any more before the oldest transaction that is still
 * under way: up to there is read, and nothing is missed.
 *
 * @module
 */
import type { StoreUnavailable } from "@dualops/core/operations"
import { Effect } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import { ask } from "./SqlAsk.ts"

/** So many observations of one transaction have positions of their own. */
export const perTransaction = 10_000

/**
 * Where the positions of this server begin. Every server counts transactions by itself: a store that is restored from a copy on another one
 * goes on behind the last that it has; until it was opened there once, it takes nothing in.
 */
export const begin = (sql: SqlClient.SqlClient): Effect.Effect<void, SqlError.SqlError> =>
  Effect.asVoid(sql`INSERT INTO dualops_clusters (cluster, since)
    SELECT system_identifier::text, GREATEST(
      COALESCE((SELECT MAX(position) FROM dualops_events), 0),
      COALESCE((SELECT MAX(position) FROM dualops_observations), 0) / ${sql.literal(String(perTransaction))} + 1,
      COALESCE((SELECT MAX(forgotten) FROM dualops_observation_series), 0) / ${sql.literal(String(perTransaction))} + 1)
    FROM pg_control_system()
    ON CONFLICT (cluster) DO UPDATE SET since = excluded.since
      WHERE excluded.since >= dualops_clusters.since + pg_snapshot_xmax(pg_current_snapshot())::text::bigint`)

const since = `(SELECT since FROM dualops_clusters
  WHERE cluster = (SELECT system_identifier::text FROM pg_control_system()))`

/** The position of this transaction. */
export const own = `${since} + pg_current_xact_id()::text::bigint`

/** The position of the oldest transaction that is under way. */
const oldest = `${since} + pg_snapshot_xmin(pg_current_snapshot())::text::bigint`

/** Whether nothing can come before the position of an event any more. */
export const isCertain = `position < ${oldest}`

/** The same of an observation. */
export const isCertainObservation = `o.position < (${oldest}) * ${perTransaction}`

/** A row, and whether it is certain that nothing comes before it any more. */
export interface Row {
  readonly position: unknown
  readonly is_certain: boolean
}

/**
 * The rows that no other can come before any more. Those that were there at the first look are waited for, a little: whoever has written finds it,
 * while others are writing. Whoever writes for longer may belong to another database of the server, and brings nothing here: then those of this one are asked
 * for by themselves.
 */
export const certain = Effect.fnUntraced(function* <A extends Row>(
  sql: SqlClient.SqlClient,
  look: Effect.Effect<ReadonlyArray<A>, StoreUnavailable>,
  scale = 1
) {
  let rows = yield* look
  const head = Number(rows.at(-1)?.position)
  let horizon = Number.NEGATIVE_INFINITY
  const isOpen = ({ is_certain, position }: A) => !is_certain && Number(position) >= horizon * scale
  const isWaitedFor = () => rows.some((row) => isOpen(row) && Number(row.position) <= head)
  for (let looks = 0; looks < mostLooks && isWaitedFor(); looks++) {
    // The database waits, in whose time the others' transactions are.
    yield* ask(sql`SELECT pg_sleep(0.002)`, () => undefined)
    // First the horizon, then the rows: what has ended before it is among them.
    if (looks >= mostShort) horizon = yield* horizonOf(sql)
    rows = yield* look
  }
  const open = rows.findIndex(isOpen)
  return open === -1 ? rows : rows.slice(0, open)
})

/** So many looks follow upon each other before anybody asks whose transactions are under way. */
const mostShort = 10
/** After so many looks, what is under way takes long, and is not waited for. */
const mostLooks = 20

/**
 * The position of the oldest transaction of this database that is under way, or else of the next to come. Where others work in it whose transactions this
 * user may not see, those of the whole server count. The numbers that a backend shows are short, and none is older than the oldest of the server.
 */
const horizonOf = (sql: SqlClient.SqlClient): Effect.Effect<number, StoreUnavailable> =>
  Effect.andThen(
    // Within a transaction, what backends do is shown as it was when it was first asked for.
    ask(sql`SELECT pg_stat_clear_snapshot()`, () => undefined),
    ask(
      sql<{ readonly position: unknown }>`WITH server AS (
          SELECT pg_snapshot_xmin(shown)::text::bigint AS oldest, pg_snapshot_xmax(shown)::text::bigint AS next
          FROM pg_current_snapshot() AS shown),
        ours AS (
          SELECT backend_xid::text::bigint AS short FROM pg_stat_activity
            WHERE datname = current_database() AND backend_xid IS NOT NULL AND backend_type <> 'autovacuum worker'
          UNION ALL
          SELECT transaction::text::bigint FROM pg_prepared_xacts WHERE database = current_database()),
        hidden AS (
          SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query = '<insufficient privilege>')
        SELECT ${sql.literal(since)} + CASE WHEN EXISTS (SELECT 1 FROM hidden) THEN oldest ELSE LEAST(next,
          (SELECT MIN(oldest + (short - oldest % 4294967296 + 4294967296) % 4294967296) FROM ours)) END AS position
        FROM server`,
      (rows) => Number(rows[0]?.position)
    )
  )
