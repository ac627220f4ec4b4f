/**
 * How a batch of observations is written. It is one transaction, in which each series that it touches is held: nobody forgets what is being recorded.
 *
 * @module
 */
import type { ObservationStore } from "@dualops/core/observations"
import { Effect } from "effect"
import type { SqlClient, SqlError, Statement } from "effect/sql"
import * as SqlDialect from "./SqlDialect.ts"
import * as SqlRows from "./SqlRows.ts"

/** Writes the batch; says what has become of it. */
export const record = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  batch: ReadonlyArray<ObservationStore.Row>
) {
  const series = yield* seriesOf(sql, batch)
  const { rows, tooOld } = firsts(batch, series)
  const [before] = yield* sql.unsafe<{ readonly position: unknown }>(SqlDialect.of(sql).positionBefore)
  const base = Number(before?.position) + 1
  const stored = yield* inChunks(
    rows,
    (chunk) =>
      sql<{ readonly position: unknown }>`INSERT INTO dualops_observations ${sql.insert(
        chunk.map(({ at, key, nth, row, series }) => ({
          position: base + nth,
          series,
          key,
          at,
          source: row.source,
          tags: JSON.stringify(row.tags),
          facts: JSON.stringify(row.facts)
        }))
      )} ON CONFLICT DO NOTHING RETURNING position`
  )
  const isNew = new Set(stored.map(({ position }) => Number(position) - base))
  const fresh = isNew.size === rows.length ? rows : rows.filter(({ nth }) => isNew.has(nth))
  yield* inChunks(
    fresh.flatMap(personsOf(base)),
    (chunk) => sql`INSERT INTO dualops_observation_persons ${sql.insert(chunk)}`
  )
  yield* inChunks(
    fresh.flatMap(tagsOf(base)),
    (chunk) => sql`INSERT INTO dualops_observation_tags ${sql.insert(chunk)}`
  )
  return { recorded: isNew.size, repeated: batch.length - tooOld - isNew.size, tooOld }
})

/** A series that the batch touches. */
interface Series {
  readonly series: number
  /** What happened before then is forgotten, in milliseconds. */
  readonly keptFrom: number
}

/** An observation of the batch; `nth` is its place in it, from 0. */
interface Placed {
  readonly row: ObservationStore.Row
  readonly nth: number
  readonly series: number
  readonly key: string
  readonly at: number
}

const nameOf = ({ account, kind }: ObservationStore.Series): string => JSON.stringify([kind, account])

/** The series that the batch touches, held until the transaction is over; those that are not there yet are begun. */
const seriesOf = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, batch: ReadonlyArray<ObservationStore.Row>) {
  const touched = new Map<string, ObservationStore.Series>()
  let last: ObservationStore.Row | undefined
  for (const row of batch) {
    if (row.kind !== last?.kind || row.account !== last.account) touched.set(nameOf(row), row)
    last = row
  }
  // Always in the same order: of two who begin or hold several, one waits for the other.
  const names = [...touched.keys()].sort()
  const found = new Map<string, Series>()
  for (const name of names) {
    const of = touched.get(name)
    if (of === undefined) continue
    const { account, kind } = of
    const look = sql<{ readonly series: unknown; readonly kept_from: unknown }>`SELECT series, kept_from
      FROM dualops_observation_series WHERE kind = ${kind} AND account = ${account} ${sql.literal(SqlDialect.of(sql).sharing)}`
    const begin = sql`INSERT INTO dualops_observation_series ${sql.insert({ kind, account })} ON CONFLICT DO NOTHING`
    const [row] = yield* Effect.flatMap(look, (rows) =>
      rows.length > 0 ? Effect.succeed(rows) : Effect.andThen(begin, look)
    )
    found.set(name, { series: Number(row?.series), keptFrom: SqlRows.whole(row?.kept_from) })
  }
  return found
})

/**
 * The observations of the batch, each key once, in the order of their keys: of two batches with some of the same, one waits for the other, and neither
 * for ever.
 */
const firsts = (batch: ReadonlyArray<ObservationStore.Row>, series: ReadonlyMap<string, Series>) => {
  const bySeries = new Map<number, Map<string, Placed>>()
  let tooOld = 0
  let [last, of] = [batch[0], batch[0] && series.get(nameOf(batch[0]))]
  for (const [nth, row] of batch.entries()) {
    if (row.kind !== last?.kind || row.account !== last.account) of = series.get(nameOf(row))
    last = row
    const at = row.at.epochMilliseconds
    if (of === undefined || at < of.keptFrom) {
      tooOld++
      continue
    }
    const known = bySeries.get(of.series) ?? new Map<string, Placed>()
    bySeries.set(of.series, known)
    if (!known.has(row.key)) known.set(row.key, { row, nth, series: of.series, key: row.key, at })
  }
  const byKey = (one: Placed, other: Placed) => (one.key < other.key ? -1 : 1)
  const rows = [...bySeries.values()].flatMap((known) => [...known.values()].sort(byKey))
  return { rows, tooOld }
}

const personsOf =
  (base: number) =>
  ({ nth: place, row: { personal } }: Placed) =>
    personal?.persons.map((person, nth) => ({
      position: base + place,
      nth,
      person,
      // The first has what is said, of whomever it is.
      personal: nth === 0 ? JSON.stringify(personal.data) : "null"
    })) ?? []

const tagsOf =
  (base: number) =>
  ({ at, nth, row, series }: Placed) =>
    row.tags.map((tag) => ({ series, tag, at, position: base + nth }))

/** Does it to rows, many at a time: so that there are few statements to prepare, however long a list is. */
export const inChunks = Effect.fnUntraced(function* <Row, Answer extends object>(
  rows: ReadonlyArray<Row>,
  statement: (rows: [Row, ...Array<Row>]) => Statement.Statement<Answer>
): Effect.fn.Return<ReadonlyArray<Answer>, SqlError.SqlError> {
  const answers: Array<Answer> = []
  for (let begin = 0; begin < rows.length; ) {
    const left = rows.length - begin
    const size = sizes.find((one) => one <= left) ?? left
    // No size is 0.
    const chunk = rows.slice(begin, begin + size) as [Row, ...Array<Row>]
    for (const answer of yield* statement(chunk)) answers.push(answer)
    begin += size
  }
  return answers
})

const sizes = [1_000, 100, 10, 1]
