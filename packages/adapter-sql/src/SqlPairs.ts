/**
 * Which cases have which two characters side by side: what the words of cases are found by.
 *
 * @module
 */
import { Effect } from "effect"
import { SqlClient, type SqlError, type Statement } from "effect/sql"
import * as SqlDialect from "./SqlDialect.ts"

/** The index of a database. */
export interface Pairs {
  /** Adds the pairs of the case at that place. */
  readonly add: (place: number, pairs: ReadonlySet<string>) => Effect.Effect<void, SqlError.SqlError>
  /** Takes out the pairs of the case at that place, all that were added. */
  readonly remove: (place: number, pairs: ReadonlySet<string>) => Effect.Effect<void, SqlError.SqlError>
  /** Takes out everything. */
  readonly clear: Effect.Effect<void, SqlError.SqlError>
  /** The condition that a case has all of the pairs. */
  readonly among: (pairs: ReadonlySet<string>) => Statement.Fragment
  /** The condition that the word stands in the text of a case. */
  readonly has: (word: string) => Statement.Fragment
}

/** The tables of texts, and of where they were read up to. */
export const tables = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const { counter, ending, whole } = SqlDialect.of(sql)
  const pairs = sql.onDialectOrElse({ pg: () => "pairs TEXT[] NOT NULL DEFAULT '{}',", orElse: () => "" })
  yield* sql.unsafe(`CREATE TABLE dualops_case_texts (
    place ${counter}, process TEXT NOT NULL, case_id TEXT NOT NULL, text TEXT NOT NULL, ${pairs} UNIQUE (process, case_id))${ending}`)
  yield* sql.unsafe(`CREATE TABLE dualops_case_texts_read (position ${whole} NOT NULL)${ending}`)
  yield* sql`INSERT INTO dualops_case_texts_read (position) VALUES (0)`
  yield* sql.onDialectOrElse({
    pg: () => sql`CREATE INDEX dualops_case_pairs ON dualops_case_texts USING GIN (pairs)`,
    orElse: () =>
      Effect.andThen(
        sql`CREATE VIRTUAL TABLE dualops_case_pairs USING fts5 (pairs, content = '', detail = none, tokenize = 'ascii')`,
        sql`INSERT INTO dualops_case_pairs (dualops_case_pairs, rank) VALUES ('secure-delete', 1)`
      )
  })
})

/** The index of the client's database. */
export const on = (sql: SqlClient.SqlClient): Pairs =>
  sql.onDialectOrElse({ pg: () => onPostgres(sql), orElse: () => onSqlite(sql) })

const onSqlite = (sql: SqlClient.SqlClient): Pairs => ({
  add: (place, pairs) =>
    Effect.asVoid(sql`INSERT INTO dualops_case_pairs (rowid, pairs) VALUES (${place}, ${tokensOf(pairs).join(" ")})`),
  remove: (place, pairs) =>
    Effect.asVoid(
      sql`INSERT INTO dualops_case_pairs (dualops_case_pairs, rowid, pairs)
        VALUES ('delete', ${place}, ${tokensOf(pairs).join(" ")})`
    ),
  clear: Effect.asVoid(sql`INSERT INTO dualops_case_pairs (dualops_case_pairs) VALUES ('delete-all')`),
  among: (pairs) =>
    sql`place IN (SELECT rowid FROM dualops_case_pairs WHERE dualops_case_pairs MATCH ${tokensOf(pairs).join(" AND ")})`,
  has: (word) => sql`instr(text, ${word}) > 0`
})

/** A pair as a word that the index takes as it is: the numbers of its two characters. */
const tokensOf = (pairs: ReadonlySet<string>): ReadonlyArray<string> =>
  Array.from(pairs, (pair) => Array.from(pair, (sign) => sign.codePointAt(0)?.toString(16)).join("x"))

const onPostgres = (sql: SqlClient.SqlClient): Pairs => ({
  add: (place, pairs) =>
    Effect.asVoid(sql`UPDATE dualops_case_texts SET pairs = ${listOf(sql, pairs)} WHERE place = ${place}`),
  remove: () => Effect.void,
  clear: Effect.void,
  among: (pairs) => sql`pairs @> ${listOf(sql, pairs)}`,
  has: (word) => sql`strpos(text, ${word}) > 0`
})

const listOf = (sql: SqlClient.SqlClient, pairs: ReadonlySet<string>) =>
  sql`ARRAY(SELECT json_array_elements_text(${JSON.stringify([...pairs])}::json))`
