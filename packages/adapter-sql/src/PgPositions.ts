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
 * while others are writing.
 */
export const certain = Effect.fnUntraced(function* <A extends Row>(
  sql: SqlClient.SqlClient,
  look: Effect.Effect<ReadonlyArray<A>, StoreUnavailable>
) {
  let rows = yield* look
  const head = Number(rows.at(-1)?.position)
  const isOpen = () => rows.some(({ is_certain, position }) => !is_certain && Number(position) <= head)
  for (let looks = 0; looks < mostLooks && isOpen(); looks++) {
    // The database waits, in whose time the others' transactions are: those of this store are over at once, others of the server may take longer.
    yield* ask(sql`SELECT pg_sleep(${0.002 * 2 ** Math.max(0, looks - mostShort)})`, () => undefined)
    rows = yield* look
  }
  const open = rows.findIndex(({ is_certain }) => !is_certain)
  return open === -1 ? rows : rows.slice(0, open)
})

/** So many looks follow at once upon each other; then each pause is twice the one before. */
const mostShort = 12
/** After so many looks, which are half a second, what is under way takes long, and is not waited for. */
const mostLooks = 20
