/**
 * The ObservationStore on an SQL database: tables of its own, beside those of the log.
 *
 * @module
 */
import { ObservationBatch, ObservationStore } from "@dualops/core/observations"
import type { StoreUnavailable } from "@dualops/core/operations"
import { Effect, Layer } from "effect"
import { type Migrator, SqlClient, type SqlError, type Statement } from "effect/sql"
import * as PgPositions from "./PgPositions.ts"
import { ask } from "./SqlAsk.ts"
import * as SqlDialect from "./SqlDialect.ts"
import { failed, isUnstorable } from "./SqlFailure.ts"
import * as SqlMigrations from "./SqlMigrations.ts"
import { inChunks, record } from "./SqlObservations.ts"
import * as SqlRows from "./SqlRows.ts"

/** The observations in the client's database, which gets its tables if it has none. */
export const layer: Layer.Layer<
  ObservationStore.ObservationStore,
  SqlError.SqlError | Migrator.MigrationError,
  SqlClient.SqlClient
> = Layer.effect(
  ObservationStore.ObservationStore,
  Effect.gen(function* () {
    yield* SqlMigrations.run
    const sql = yield* SqlClient.SqlClient
    yield* sql.onDialectOrElse({ pg: () => PgPositions.begin(sql), orElse: () => Effect.void })
    return storeOn(sql)
  })
)

const storeOn = (sql: SqlClient.SqlClient): ObservationStore.ObservationStore["Service"] => ({
  record: (batch) =>
    Effect.andThen(
      ObservationBatch.check(batch),
      batch.length === 0
        ? Effect.succeed({ recorded: 0, repeated: 0, tooOld: 0 })
        : sql.withTransaction(record(sql, batch))
    ).pipe(Effect.catchTag("SqlError", failed)),
  read: (after, limit) => {
    const look = ask(
      sql<
        SqlRows.ObservationRow & PgPositions.Row
      >`SELECT ${columns(sql)}, ${sql.literal(SqlDialect.of(sql).isCertain)} AS is_certain
        FROM dualops_observations AS o ${besides(sql)} WHERE o.position > ${after} ORDER BY o.position LIMIT ${limit}`,
      (rows) => rows
    )
    const certain = sql.onDialectOrElse({
      pg: () => PgPositions.certain(sql, look, PgPositions.perTransaction),
      orElse: () => look
    })
    return Effect.map(certain, (rows) => rows.map(SqlRows.observation))
  },
  page: (query) => ask(page(sql, query), (rows) => rows.map(SqlRows.observation)),
  count: (of, edges) => {
    const pairs = edges.slice(1).map((until, index) => [edges[index]?.epochMilliseconds, until.epochMilliseconds])
    const counted = ask(count(sql, of, JSON.stringify(pairs)), (rows) => rows.map(({ n }) => SqlRows.whole(n)))
    // Of a name that no database keeps there is nothing, as often as it was asked for.
    return Effect.map(counted, (counts) => (counts.length === pairs.length ? counts : pairs.map(() => 0)))
  },
  forget: (of, before, limit) => sql.withTransaction(forget(sql, of, before.epochMilliseconds, limit)).pipe(orNothing),
  erase: (person) => sql.withTransaction(erase(sql, person)).pipe(orNothing),
  removals: ask(sql<{ readonly times: unknown }>`SELECT times FROM dualops_observation_removals`, ([row]) =>
    SqlRows.whole(row?.times)
  )
})

/** Of a name that no database keeps there is nothing to remove. */
const orNothing = (removed: Effect.Effect<number, SqlError.SqlError>): Effect.Effect<number, StoreUnavailable> =>
  Effect.catch(removed, (error) => (isUnstorable(error) ? Effect.succeed(0) : failed(error)))

const columns = (sql: SqlClient.SqlClient) =>
  sql`o.position, s.kind, s.account, o.key, o.at, o.source, o.tags, o.facts, p.personal`

/** What belongs to an observation in other tables. */
const besides = (sql: SqlClient.SqlClient) =>
  sql`LEFT JOIN dualops_observation_series AS s ON s.series = o.series
    LEFT JOIN dualops_observation_persons AS p ON p.position = o.position AND p.nth = 0`

const seriesOf = (sql: SqlClient.SqlClient, { account, kind }: ObservationStore.Series) =>
  sql`(SELECT series FROM dualops_observation_series WHERE kind = ${kind} AND account = ${account})`

/** What is asked for, in the order of an index; what is said of a fan, which is little, is sorted. */
export const page = (
  sql: SqlClient.SqlClient,
  query: ObservationStore.Query
): Statement.Statement<SqlRows.ObservationRow> => {
  const { after, from, limit, order, person, tag, until } = query
  const [behind, direction] = order === "oldest" ? [sql`>`, sql`ASC`] : [sql`<`, sql`DESC`]
  const by = tag === undefined ? sql`o` : sql`t`
  const conditions = [
    sql`${by}.series = ${seriesOf(sql, query)}`,
    ...(tag === undefined ? [] : [sql`t.tag = ${tag}`, sql`o.position = t.position`]),
    ...(person === undefined ? [] : [sql`q.person = ${person}`, sql`o.position = q.position`]),
    ...(from === undefined ? [] : [sql`${by}.at >= ${from.epochMilliseconds}`]),
    ...(until === undefined ? [] : [sql`${by}.at < ${until.epochMilliseconds}`]),
    ...(after === undefined
      ? []
      : [sql`(${by}.at, ${by}.position) ${behind} (${after.at.epochMilliseconds}, ${after.position})`])
  ]
  // The order of the joins is the order of the search.
  return sql`SELECT ${columns(sql)} FROM ${person === undefined ? sql`` : sql`dualops_observation_persons AS q CROSS JOIN `}
      ${tag === undefined ? sql`` : sql`dualops_observation_tags AS t CROSS JOIN `}dualops_observations AS o ${besides(sql)}
    WHERE ${sql.and(conditions)} ORDER BY ${by}.at ${direction}, ${by}.position ${direction} LIMIT ${limit}`
}

/** How many there are in each pair of moments; an index alone says it. */
export const count = (
  sql: SqlClient.SqlClient,
  { tag, ...of }: ObservationStore.Series & { readonly tag?: string },
  pairs: string
): Statement.Statement<{ readonly n: unknown }> => {
  const table = tag === undefined ? sql`dualops_observations` : sql`dualops_observation_tags`
  const isAbout = tag === undefined ? sql`` : sql`AND tag = ${tag}`
  return sql`SELECT (SELECT COUNT(*) FROM ${table} WHERE series = ${seriesOf(sql, of)} ${isAbout} AND at >= since AND at < until) AS n
    FROM ${SqlDialect.of(sql).pairs(sql, pairs)} ORDER BY nth`
}

const erase = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, person: string) {
  const rows = yield* sql<{ readonly nth: unknown }>`DELETE FROM dualops_observation_persons
    WHERE position IN (SELECT position FROM dualops_observation_persons WHERE person = ${person}) RETURNING nth`
  if (rows.length > 0) yield* removed(sql)
  return rows.filter(({ nth }) => Number(nth) === 0).length
})

/** Counts that something was taken away. Last of its transaction: all who take something away hold this one row, and none of them waits for another after it. */
const removed = (sql: SqlClient.SqlClient) => sql`UPDATE dualops_observation_removals SET times = times + 1`

/** The series is held meanwhile: whoever records in it waits until these few are gone, and hears from when on it is kept. */
const forget = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  { account, kind }: ObservationStore.Series,
  before: number,
  limit: number
) {
  yield* sql`INSERT INTO dualops_observation_series ${sql.insert({ kind, account })} ON CONFLICT DO NOTHING`
  const [held] = yield* sql<{ readonly series: unknown }>`UPDATE dualops_observation_series
    SET kept_from = CASE WHEN kept_from < ${before} THEN ${before} ELSE kept_from END
    WHERE kind = ${kind} AND account = ${account} RETURNING series`
  const series = Number(held?.series)
  const old = yield* sql<Old>`DELETE FROM dualops_observations
    WHERE position IN (SELECT position FROM dualops_observations WHERE series = ${series} AND at < ${before}
      ORDER BY at, position LIMIT ${limit}) RETURNING position, at, tags`
  const positions = old.map(({ position }) => Number(position))
  if (positions.length === 0) return 0
  yield* inChunks(positions, (chunk) => sql`DELETE FROM dualops_observation_persons WHERE position IN ${sql.in(chunk)}`)
  // The oldest went: in their series nothing of theirs is left up to the last of them.
  const last = old.reduce((one, other) => (byPlace(one, other) < 0 ? other : one))
  const [at, position] = [SqlRows.whole(last.at), Number(last.position)]
  const highest = Math.max(...positions)
  yield* inChunks(
    [...new Set(old.flatMap(({ tags }) => SqlRows.tags(tags)))],
    (chunk) =>
      sql`DELETE FROM dualops_observation_tags WHERE series = ${series} AND tag IN ${sql.in(chunk)} 
      AND (at, position) <= (${at}, ${position})`
  )
  yield* sql`UPDATE dualops_observation_series SET forgotten = CASE WHEN forgotten < ${highest} THEN ${highest} ELSE forgotten END
    WHERE series = ${series}`
  yield* removed(sql)
  return positions.length
})

interface Old {
  readonly position: unknown
  readonly at: unknown
  readonly tags: unknown
}

const byPlace = (one: Old, other: Old): number =>
  SqlRows.whole(one.at) - SqlRows.whole(other.at) || Number(one.position) - Number(other.position)
