/**
 * How a batch of observations is written. It is one transaction, in which each series that it touches is held: nobody forgets what is being recorded.
 *
 * @module
 */
import type { ObservationStore } from "@dualops/core/observations"
import { StoreUnavailable } from "@dualops/core/operations"
import { Effect } from "effect"
import type { SqlClient, SqlError, Statement } from "effect/sql"
import * as SqlDialect from "./SqlDialect.ts"
import * as SqlRows from "./SqlRows.ts"

const notOpened =
  "it was restored on another server, and takes nothing in before a program has been started there that opens it"

/** Writes the batch; says what has become of it. */
export const record = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  batch: ReadonlyArray<ObservationStore.Row>
) {
  const series = yield* seriesOf(sql, batch)
  const { rows, tooOld } = firsts(batch, series)
  const [before] = yield* sql.unsafe<{ readonly position: unknown }>(SqlDialect.of(sql).positionBefore)
  if (before?.position == null) return yield* new StoreUnavailable({ cause: notOpened })
  const base = Number(before.position) + 1
  const stored = yield* insert<{ readonly position: unknown }>(
    sql,
    observations,
    rows,
    ({ at, key, nth, row, series }, add) =>
      add(base + nth, series, key, at, row.source, JSON.stringify(row.tags), JSON.stringify(row.facts))
  )
  const isNew = new Set(stored.map(({ position }) => Number(position) - base))
  const fresh = isNew.size === rows.length ? rows : rows.filter(({ nth }) => isNew.has(nth))
  yield* insert(sql, persons, fresh, ({ nth: place, row: { personal } }, add) => {
    // The first has what is said, of whomever it is.
    for (const [nth, person] of personal?.persons.entries() ?? [])
      add(base + place, nth, person, nth === 0 ? JSON.stringify(personal?.data) : "null")
  })
  yield* insert(sql, tags, fresh, ({ at, nth, row, series }, add) => {
    for (const tag of row.tags) add(series, tag, at, base + nth)
  })
  return { recorded: isNew.size, repeated: batch.length - tooOld - isNew.size, tooOld }
})

const observations: Insertion = {
  into: "dualops_observations (position, series, key, at, source, tags, facts)",
  width: 7,
  ending: "ON CONFLICT DO NOTHING RETURNING position"
}
const persons: Insertion = { into: "dualops_observation_persons (position, nth, person, personal)", width: 4 }
const tags: Insertion = { into: "dualops_observation_tags (series, tag, at, position)", width: 4 }

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

/** A statement that inserts rows of so many columns. */
interface Insertion {
  readonly into: string
  readonly width: number
  readonly ending?: string
}

/** Inserts what each of the rows adds. */
const insert = <Answer extends object>(
  sql: SqlClient.SqlClient,
  { ending = "", into, width }: Insertion,
  rows: ReadonlyArray<Placed>,
  each: (row: Placed, add: (...values: ReadonlyArray<unknown>) => void) => void
) => {
  const values: Array<unknown> = []
  for (const row of rows) each(row, (...more) => void values.push(...more))
  return inChunks(
    values,
    (chunk) =>
      sql.unsafe<Answer>(`INSERT INTO ${into} VALUES ${places(sql, chunk.length / width, width)} ${ending}`, chunk),
    width
  )
}

/** Where the values of so many rows stand in a statement. It is long, and there are few: of each size there is one text. */
const places = (sql: SqlClient.SqlClient, rows: number, width: number): string => {
  const isNumbered = sql.onDialectOrElse({ pg: () => true, orElse: () => false })
  const name = `${rows} of ${width}${isNumbered ? ", numbered" : ""}`
  const known = texts.get(name)
  if (known !== undefined) return known
  const row = (begin: number) =>
    `(${Array.from({ length: width }, (_, index) => (isNumbered ? `$${begin + index + 1}` : "?")).join(",")})`
  const text = Array.from({ length: rows }, (_, index) => row(index * width)).join(",")
  texts.set(name, text)
  return text
}
const texts = new Map<string, string>()

/** Does it to a list, of which so many make a row, many rows at a time: so that there are few statements to prepare, however long it is. */
export const inChunks = Effect.fnUntraced(function* <A, Answer extends object>(
  list: ReadonlyArray<A>,
  statement: (chunk: ReadonlyArray<A>) => Statement.Statement<Answer>,
  width = 1
): Effect.fn.Return<ReadonlyArray<Answer>, SqlError.SqlError> {
  const answers: Array<Answer> = []
  for (let begin = 0; begin < list.length; ) {
    const left = (list.length - begin) / width
    const size = (sizes.find((one) => one <= left) ?? left) * width
    for (const answer of yield* statement(list.slice(begin, begin + size))) answers.push(answer)
    begin += size
  }
  return answers
})

const sizes = [1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1]
