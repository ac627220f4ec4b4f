/**
 * The least that taking in a batch of observations can cost: the same rows into the same tables, by one statement for all observations and, for what
 * belongs to those that are new, one for all of theirs.
 *
 * @module
 */
import { Effect } from "effect"
import type { SqlClient } from "effect/sql"

/** An observation, as the benchmark makes them. */
export interface Mention {
  readonly account: string
  readonly key: string
  readonly at: { readonly epochMilliseconds: number }
  readonly source: string
  readonly facts: { readonly post: string; readonly followers: number }
  readonly personal?: { readonly fan: string; readonly text: string } | undefined
}

/** What writes a batch into the tables of the client's database, which are there. */
export const make = Effect.fnUntraced(function* (sql: SqlClient.SqlClient) {
  yield* sql`INSERT INTO dualops_observation_series (kind, account) VALUES ('Mention', '1902538057')`
  const [row] = yield* sql<{ readonly series: unknown }>`SELECT series FROM dualops_observation_series`
  const series = Number(row?.series)
  let position = 0
  return (batch: ReadonlyArray<Mention>) => {
    const begin = position
    position += batch.length
    return sql.withTransaction(write(sql, series, begin, batch))
  }
})

const write = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  series: number,
  begin: number,
  batch: ReadonlyArray<Mention>
) {
  const stored = yield* run<{ readonly position: unknown }>(
    sql,
    "dualops_observations (position, series, key, at, source, tags, facts)",
    batch.map(({ at, facts, key, source }, index) => [
      begin + index,
      series,
      key,
      at.epochMilliseconds,
      source,
      JSON.stringify([`post:${facts.post}`]),
      JSON.stringify(facts)
    ]),
    "ON CONFLICT DO NOTHING RETURNING position"
  )
  const fresh = stored.flatMap(({ position }) => {
    const one = batch[Number(position) - begin]
    return one === undefined ? [] : [{ one, position }]
  })
  yield* run(
    sql,
    "dualops_observation_persons (position, nth, person, personal)",
    fresh.map(({ one, position }) => [position, 0, one.personal?.fan, JSON.stringify(one.personal)])
  )
  yield* run(
    sql,
    "dualops_observation_tags (series, tag, at, position)",
    fresh.map(({ one, position }) => [series, `post:${one.facts.post}`, one.at.epochMilliseconds, position])
  )
  return fresh.length
})

const texts = new Map<string, string>()

/** One statement for all rows, of which the text is made once. */
const run = <Row extends object>(
  sql: SqlClient.SqlClient,
  table: string,
  rows: ReadonlyArray<ReadonlyArray<unknown>>,
  ending = ""
) => {
  const isPg = sql.onDialectOrElse({ pg: () => true, orElse: () => false })
  const width = rows[0]?.length ?? 0
  const name = `${isPg} ${table} ${rows.length}`
  const row = (at: number) =>
    `(${Array.from({ length: width }, (_, index) => (isPg ? `$${at * width + index + 1}` : "?")).join(",")})`
  const text =
    texts.get(name) ?? `INSERT INTO ${table} VALUES ${Array.from(rows, (_, at) => row(at)).join(",")} ${ending}`
  texts.set(name, text)
  return sql.unsafe<Row>(text, rows.flat())
}
