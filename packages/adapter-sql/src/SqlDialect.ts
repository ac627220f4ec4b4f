/**
 * What SQLite and PostgreSQL say in different words; everything else is the same SQL on both. How they store a step and read the log stands in
 * `SqliteEvents` and `PgEvents`.
 *
 * @module
 */
import type { SqlClient, Statement } from "effect/sql"
import * as PgPositions from "./PgPositions.ts"
import * as SqliteStep from "./SqliteStep.ts"

/** How a database says what the store needs. */
export interface Dialect {
  /** A whole number of 64 bits. */
  readonly whole: string
  /** A number that the database gives to every new row, each greater than those before. */
  readonly counter: string
  /** The position of an event in the log. */
  readonly position: string
  /** A check that a column is JSON. */
  readonly isJson: (column: string) => string
  /** The texts of a JSON array, as rows. */
  readonly textsOf: (sql: SqlClient.SqlClient, json: string) => Statement.Fragment
  /** What follows the columns of a table. */
  readonly ending: string
  /** What follows the columns of a table that is its own index. */
  readonly endingOfIndex: string
  /** What this database alone needs beside the tables. */
  readonly besides: ReadonlyArray<string>
  /** What the database's own clock shows, in milliseconds since 1970. */
  readonly clock: string
  /** The pairs of whole numbers in a text of JSON, as rows of `nth`, `since` and `until`. */
  readonly pairs: (sql: SqlClient.SqlClient, json: string) => Statement.Fragment
  /** What keeps rows that are read from being changed by others until the transaction is over. */
  readonly sharing: string
  /** The position before those of the observations of this transaction. */
  readonly positionBefore: string
  /** Whether no observation can come before one any more. */
  readonly isCertain: string
  /** Whether a caller passes over what another is taking at the same moment; if not, one waits for the other. */
  readonly passesOver: boolean
  /** The condition that a row is one of the first so many that may be taken. */
  readonly isFirst: (sql: SqlClient.SqlClient, rows: Rows, limit: number) => Statement.Fragment
}

/** Rows of which a caller takes the first. */
export interface Rows {
  readonly table: Statement.Fragment
  /** The numbers of the first so many that may be taken. */
  readonly first: (limit: number) => Statement.Fragment
  /** Whether a row may still be taken. */
  readonly isFree: Statement.Fragment
  readonly order: Statement.Fragment
}

/** The dialect of the client's database. */
export const of = (sql: SqlClient.SqlClient): Dialect =>
  sql.onDialectOrElse({ pg: () => postgres, orElse: () => sqlite })

/** SQLite, where one writes at a time. */
export const sqlite: Dialect = {
  whole: "INTEGER",
  counter: "INTEGER PRIMARY KEY",
  position: "INTEGER PRIMARY KEY",
  isJson: (column) => ` CHECK (json_valid(${column}))`,
  textsOf: (sql, json) => sql`SELECT value FROM json_each(${json})`,
  ending: " STRICT",
  endingOfIndex: " STRICT, WITHOUT ROWID",
  besides: SqliteStep.statements,
  clock: "CAST(unixepoch('subsec') * 1000 AS INTEGER)",
  pairs: (sql, json) =>
    sql`(SELECT key AS nth, value ->> 0 AS since, value ->> 1 AS until FROM json_each(${json})) AS pairs`,
  sharing: "",
  // What was forgotten keeps its position: a reader may stand there.
  positionBefore: `SELECT MAX(COALESCE((SELECT MAX(position) FROM dualops_observations), 0),
    COALESCE((SELECT MAX(forgotten) FROM dualops_observation_series), 0)) AS position`,
  isCertain: "1",
  passesOver: false,
  isFirst: (sql, { first, isFree }, limit) => sql`number IN (${first(limit)}) AND ${isFree}`
}

/** PostgreSQL, from version 14 on. */
export const postgres: Dialect = {
  whole: "BIGINT",
  counter: "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
  position: "BIGINT PRIMARY KEY",
  isJson: (column) => ` CHECK (${column}::json IS NOT NULL)`,
  textsOf: (sql, json) => sql`SELECT json_array_elements_text(${json}::json)`,
  ending: "",
  endingOfIndex: "",
  besides: ["CREATE TABLE dualops_clusters (cluster TEXT NOT NULL PRIMARY KEY, since BIGINT NOT NULL)"],
  clock: "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)",
  pairs: (sql, json) =>
    sql`(SELECT nth, (value ->> 0)::bigint AS since, (value ->> 1)::bigint AS until
      FROM json_array_elements(${json}::json) WITH ORDINALITY AS elements (value, nth)) AS pairs`,
  sharing: "FOR SHARE",
  positionBefore: `SELECT (${PgPositions.own}) * ${PgPositions.perTransaction} - 1 AS position`,
  isCertain: PgPositions.isCertainObservation,
  passesOver: true,
  // An array is made once, where a list may be asked for again, and would take more. Whoever gets a row that has changed meanwhile looks at it anew.
  isFirst: (sql, { first, isFree, order, table }, limit) => sql`number = ANY (ARRAY(
    SELECT number FROM ${table} WHERE number IN (${first(limit + atOnce)}) AND ${isFree}
    ORDER BY ${order} LIMIT ${limit} FOR UPDATE SKIP LOCKED))`
}

/** So many rows may be in the act of being taken by others before a caller has to look again. */
const atOnce = 64
