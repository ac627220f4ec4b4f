/**
 * What SQLite and PostgreSQL say in different words; everything else is the same SQL on both. How they store a step and read the log stands in
 * `SqliteEvents` and `PgEvents`.
 *
 * @module
 */
import type { SqlClient, Statement } from "effect/sql"

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
  /** The tables that this database alone needs. */
  readonly besides: ReadonlyArray<string>
  /** What the database's own clock shows, in milliseconds since 1970. */
  readonly clock: string
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
  besides: [],
  clock: "CAST(unixepoch('subsec') * 1000 AS INTEGER)",
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
  besides: ["CREATE TABLE dualops_clusters (cluster TEXT NOT NULL PRIMARY KEY, since BIGINT NOT NULL)"],
  clock: "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)",
  passesOver: true,
  // An array is made once, where a list may be asked for again, and would take more. Whoever gets a row that has changed meanwhile looks at it anew.
  isFirst: (sql, { first, isFree, order, table }, limit) => sql`number = ANY (ARRAY(
    SELECT number FROM ${table} WHERE number IN (${first(limit + atOnce)}) AND ${isFree}
    ORDER BY ${order} LIMIT ${limit} FOR UPDATE SKIP LOCKED))`
}

/** So many rows may be in the act of being taken by others before a caller has to look again. */
const atOnce = 64
