/**
 * The figures of the report once more, by DuckDB, from the lines of the files: in SQL, without a process, a schema or a fold of the house. What a process says of itself as
 * data (in which states a deadline runs, and at which rung it is exceeded) is told to the query.
 *
 * @module
 */
import { DuckDBInstance } from "@duckdb/node-api"

/** A deadline as the query has to know it. */
export interface Clock {
  readonly process: string
  readonly deadline: string
  /** The states in which it runs or stands still. */
  readonly states: ReadonlyArray<string>
  /** The rung at which it is exceeded. */
  readonly last: number
}

/** The files of one side. */
export interface Files {
  readonly log: string
  readonly observations: string
}

const [from, until] = ["2026-11-01T16:00:00Z", "2026-11-15T16:00:00Z"]
const [before, edge] = ["2026-10-18T16:00:00Z", from]

/** Counts again; each figure by its key, in both periods. */
export const recount = async ({ log, observations }: Files, clocks: ReadonlyArray<Clock>) => {
  const instance = await DuckDBInstance.create(":memory:")
  const database = await instance.connect()
  try {
    const numbers = async (sql: string): Promise<ReadonlyArray<readonly [string, number]>> => {
      const rows = (await database.runAndReadAll(sql)).getRows()
      return rows.map(([key, value]) => [String(key), Number(value)])
    }
    await database.run(`CREATE TABLE log AS SELECT *, event->>'step' AS step, CAST(event->>'at' AS TIMESTAMPTZ) AS moment
      FROM read_json('${log}', format = 'newline_delimited', columns = {position: 'BIGINT', process: 'VARCHAR', "case": 'VARCHAR',
        version: 'INTEGER', state: 'VARCHAR', event: 'JSON'})`)
    await database.run(`CREATE TABLE seen AS SELECT kind, "at" AS moment, tags, personal FROM read_json('${observations}', format = 'newline_delimited', columns = {
      kind: 'VARCHAR', "at": 'TIMESTAMPTZ', tags: 'VARCHAR[]', personal: 'JSON'})`)
    await database.run("CREATE TABLE clocks (process VARCHAR, deadline VARCHAR, states VARCHAR[], last INTEGER)")
    for (const { deadline, last, process, states } of clocks)
      await database.run(
        `INSERT INTO clocks VALUES ('${process}', '${deadline}', [${states.map((one) => `'${one}'`).join()}], ${last})`
      )
    const spanOf = async (begin: string, end: string) => {
      const inSpan = `moment >= '${begin}' AND moment < '${end}'`
      return new Map([
        ...(await numbers(
          `SELECT process || '.begun', count(*) FROM log WHERE version = 1 AND ${inSpan} GROUP BY ALL`
        )),
        ...(await numbers(`SELECT kind || '.count', count(*) FROM seen WHERE ${inSpan} GROUP BY ALL`)),
        ...(await numbers(
          `SELECT kind || '.people', count(DISTINCT personal->>'fan') FROM seen WHERE ${inSpan} GROUP BY ALL`
        )),
        ...(await numbers(
          `SELECT 'redeemed.' || tag, count(*) FROM (SELECT unnest(tags) AS tag, moment, kind FROM seen)
           WHERE kind = 'CodeRedeemed' AND tag LIKE 'placement:%' AND ${inSpan} GROUP BY ALL`
        )),
        ...(await kept(inSpan))
      ])
    }
    /** A run of a clock begins with the event that leads into its states, and ends with the one that leads out of them. */
    const kept = async (inSpan: string) => {
      await database.run(`CREATE OR REPLACE TABLE runs AS
        WITH marked AS (
          SELECT log.*, deadline, last, list_contains(states, state) AS inside,
            coalesce(lag(list_contains(states, state)) OVER (PARTITION BY log.process, "case", deadline ORDER BY version), false) AS was
          FROM log JOIN clocks USING (process)),
        numbered AS (
          SELECT *, sum(CASE WHEN inside AND NOT was THEN 1 ELSE 0 END) OVER (PARTITION BY process, "case", deadline ORDER BY version) AS run
          FROM marked WHERE inside OR was)
        SELECT process, deadline, "case", run,
          bool_or(event->'by'->>'deadline' IS NOT DISTINCT FROM deadline AND CAST(event->'by'->>'rung' AS INTEGER) >= last) AS late,
          max(moment) FILTER (NOT inside) AS moment
        FROM numbered GROUP BY ALL`)
      return [
        ...(await numbers(
          `SELECT process || '.' || deadline || '.whole', count(*) FROM runs WHERE ${inSpan} GROUP BY process, deadline`
        )),
        ...(await numbers(
          `SELECT process || '.' || deadline || '.part', count(*) FROM runs WHERE ${inSpan} AND NOT late GROUP BY process, deadline`
        ))
      ]
    }
    return { now: await spanOf(from, until), before: await spanOf(before, edge) }
  } finally {
    database.closeSync()
    instance.closeSync()
  }
}

/** How many cases of each process began before a moment and had not come to one of its last states then. */
export const open = async ({ log }: Files, final: ReadonlyMap<string, ReadonlyArray<string>>) => {
  const instance = await DuckDBInstance.create(":memory:")
  const database = await instance.connect()
  try {
    const rows = await database.runAndReadAll(
      `SELECT process, state, count(*) FROM (SELECT process, "case", arg_max(state, version) AS state FROM read_json('${log}', format = 'newline_delimited',
        columns = {process: 'VARCHAR', "case": 'VARCHAR', version: 'INTEGER', state: 'VARCHAR', event: 'JSON'})
        WHERE CAST(event->>'at' AS TIMESTAMPTZ) < '${until}' GROUP BY ALL) GROUP BY ALL`
    )
    const counts = new Map<string, number>()
    for (const [process, state, count] of rows.getRows())
      if (!final.get(String(process))?.includes(String(state)))
        counts.set(`${process}.open`, (counts.get(`${process}.open`) ?? 0) + Number(count))
    return counts
  } finally {
    database.closeSync()
    instance.closeSync()
  }
}
