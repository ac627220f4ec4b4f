/**
 * A year's figures of ten million observations: by day, month and year, of every kind and every tag, how many, what they come to, and how many different
 * people; and the same again after one more day. Beside it the same group-bys by DuckDB over the same rows, that it has in a table already.
 *
 * @module
 */
import { AccountId } from "@dualops/core/account"
import { Tally } from "@dualops/core/analytics"
import { CalendarDate } from "@dualops/core/calendar"
import type { ObservationStore } from "@dualops/core/observations"
import { DuckDBInstance } from "@duckdb/node-api"
import { DateTime } from "effect"
import * as Bench from "./Bench.ts"

const many = Number(process.env.MANY ?? 10_000_000)
const batch = 10_000
const seed = 20_260_101
const account = AccountId.make("1902538057")
const kinds = ["Mention", "Comment", "Repost", "CodeRedeemed"]
const begin = Date.parse("2026-01-01T00:00:00+08:00")
/** All but the last days of the year, which come afterwards. */
const days = 360
const step = Math.floor((days * 86_400_000) / many)
const zone = "Asia/Shanghai"

/** Observation of that number; DuckDB works out the same below. Of four, one is by one of twenty thousand who write often. */
const entry = (number: number): ObservationStore.Entry => {
  const mixed = Math.imul(number + seed, 2_654_435_761) >>> 0
  const author = (mixed >>> 20) % 4 === 0 ? mixed % 20_000 : mixed % 700_000
  return {
    position: number + 1,
    kind: kinds[(mixed >>> 8) % 4] ?? "",
    account,
    key: `${number}`,
    at: DateTime.makeUnsafe(begin + number * step),
    source: "mentions",
    tags: [`post:${(mixed >>> 13) % 40}`],
    facts: { amount: mixed % 1_000 },
    personal: { fan: `${2_489_518_277 + author}` }
  }
}

const tally = Tally.make({
  zone,
  salt: 7,
  // What `entry` has made.
  of: ({ facts, kind, personal, tags }) => ({
    about: [kind, ...tags],
    amount: (facts as { amount: number }).amount,
    person: (personal as { fan: string }).fan
  })
})

const about = [...kinds, ...Array.from({ length: 40 }, (_, tag) => `post:${tag}`)]
const first = CalendarDate.toNumber("2026-01-01")
const dates = (count: number) => Array.from({ length: count }, (_, day) => CalendarDate.fromNumber(first + day))
const year = dates(365)
const sofar = year.slice(0, days)
const months = [...Map.groupBy(sofar, (date) => date.slice(0, 7)).values()].map(
  (those) => [those[0] ?? "", those.at(-1) ?? ""] as const
)
const spans = [...sofar.map((date) => [date, date] as const), ...months, ["2026-01-01", sofar.at(-1) ?? ""] as const]
const figures = () => spans.flatMap(([from, until]) => about.map((one) => tally.between(one, from, until)))

const taken = (from: number, count: number): number => {
  let milliseconds = 0
  for (let number = from; number < from + count; number += batch) {
    const entries = Array.from({ length: Math.min(batch, from + count - number) }, (_, index) => entry(number + index))
    const start = performance.now()
    tally.take(entries)
    milliseconds += performance.now() - start
  }
  return milliseconds
}
const timed = <A>(run: () => A): readonly [A, number] => {
  const start = performance.now()
  const answer = run()
  return [answer, performance.now() - start]
}

const taking = taken(0, many)
const [ours, asking] = timed(figures)
tally.keep()
const day = Math.round(many / days)
/** One more day comes, its figures and those of its month and year so far are asked for, and it is kept. */
const updates = year.slice(days).map((date, index) => {
  const taking = taken(many + index * day, day)
  const [, asking] = timed(() =>
    about.map((one) => [date, "2026-12-01", "2026-01-01"].map((from) => tally.between(one, from, date)))
  )
  const [, keeping] = timed(() => tally.keep())
  return taking + asking + keeping
})
/** What a day costs where nobody else uses the machine is at least the fastest of them, and the load says how much others did. */
const fastest = Math.min(...updates)
const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1_024)

const database = await (await DuckDBInstance.create(":memory:")).connect()
const run = async (sql: string) => {
  const start = performance.now()
  const rows = (await database.runAndReadAll(sql)).getRowsJS()
  return [rows, performance.now() - start] as const
}
await database.run(`CREATE TABLE observation AS
  WITH mixed AS (SELECT range AS number, ((range + ${seed}) * 2654435761) % 4294967296 AS mixed FROM range(${many}))
  SELECT make_timestamp((${begin} + number * ${step} + 8 * 3600000) * 1000) AS wall,
    ['${kinds.join("', '")}'][1 + (mixed >> 8) % 4] AS kind,
    'post:' || ((mixed >> 13) % 40) AS tag,
    (2489518277 + if((mixed >> 20) % 4 = 0, mixed % 20000, mixed % 700000))::VARCHAR AS author,
    2489518277 + if((mixed >> 20) % 4 = 0, mixed % 20000, mixed % 700000) AS author_number,
    (mixed % 1000)::DOUBLE AS amount
  FROM mixed`)
/** The group-bys of the figures, people by a column. */
const groupBys = async (people: string) => {
  let [milliseconds, rows]: [number, ReadonlyArray<ReadonlyArray<unknown>>] = [0, []]
  for (const span of ["day", "month", "year"])
    for (const key of ["kind", "tag"]) {
      const [some, took] = await run(
        `SELECT date_trunc('${span}', wall)::DATE::VARCHAR, ${key}, count(*)::INTEGER, sum(amount), ${people}::INTEGER FROM observation GROUP BY ALL`
      )
      milliseconds += took
      rows = [...rows, ...some]
    }
  return { milliseconds, rows }
}
await groupBys("approx_count_distinct(author)")
const exact = await groupBys("count(DISTINCT author)")
const integers = await groupBys("count(DISTINCT author_number)")
const rough = await groupBys("approx_count_distinct(author)")

// Both have counted the same, or none of this says anything.
const counts = ours.filter(({ count }) => count > 0)
const total = (values: ReadonlyArray<number>) => values.reduce((so, one) => so + one, 0)
const [countsOfDuckdb, sumsOfDuckdb, peopleOfDuckdb] = [2, 3, 4].map((place) =>
  total(exact.rows.map((row) => Number(row[place])))
)
if (
  counts.length !== exact.rows.length ||
  total(counts.map((one) => one.count)) !== countsOfDuckdb ||
  total(counts.map((one) => one.sum)) !== sumsOfDuckdb
)
  throw new Error(`The two have counted differently: ${counts.length} figures and ${exact.rows.length}`)
const off = Math.abs(total(counts.map((one) => one.people)) / (peopleOfDuckdb ?? Number.NaN) - 1)
if (!(off < 1e-4)) throw new Error(`The two have counted different people: ${off}`)

const speed = (name: string, milliseconds: number): Bench.Outcome => {
  const perSecond = (many / milliseconds) * 1_000
  return { name, perSecond, slowest: perSecond, fastest: perSecond }
}
const median = (values: ReadonlyArray<number>) =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN
console.error({
  taking,
  asking,
  updates,
  exact: exact.milliseconds,
  integers: integers.milliseconds,
  rough: rough.milliseconds,
  off
})

Bench.report({
  name: "figures",
  unit: "observations",
  about:
    "Ten million observations of four kinds with a tag each, by 700,000 people, over a year: 16,412 figures by day, month and year. The tally reads rows as a store gives them, one by one, on one thread, and every row; DuckDB has them in columns in memory already, and uses every core. A day more: its rows are taken in, the figures of the day, the month and the year of all kinds and tags are asked for, and it is kept.",
  outcomes: [
    speed("the tally, taken in and asked", taking + asking),
    speed("DuckDB, count(DISTINCT) of texts", exact.milliseconds),
    speed("DuckDB, count(DISTINCT) of integers", integers.milliseconds),
    speed("DuckDB, approx_count_distinct of texts", rough.milliseconds)
  ],
  packages: ["effect", "@duckdb/node-api"],
  figures: {
    ratioToDuckdb: Number(((taking + asking) / exact.milliseconds).toFixed(2)),
    ratioToDuckdbIntegers: Number(((taking + asking) / integers.milliseconds).toFixed(2)),
    ratioToDuckdbRough: Number(((taking + asking) / rough.milliseconds).toFixed(2)),
    updateMilliseconds: Math.round(median(updates)),
    updateMillisecondsFastest: Math.round(fastest),
    updateMillisecondsWorst: Math.round(Math.max(...updates)),
    peakMegabytes,
    peopleOffBy: Number(off.toExponential(1))
  }
})
