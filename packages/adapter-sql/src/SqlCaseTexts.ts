/**
 * The words of cases on an SQL database, of its own or that of the keys. Every pair of characters leads to its cases: by the full-text index of SQLite (FTS5),
 * or by an inverted index of PostgreSQL (GIN); of those the text itself says which have the words.
 *
 * @module
 */
import { CaseText, CaseTexts } from "@dualops/core/operations"
import { Effect, Layer } from "effect"
import { Migrator, SqlClient, type SqlError } from "effect/sql"
import { ask, of } from "./SqlAsk.ts"
import { failed } from "./SqlFailure.ts"
import * as SqlPairs from "./SqlPairs.ts"
import * as SqlRows from "./SqlRows.ts"

/** The words on the client's database, which gets its tables if it has none. */
export const layer: Layer.Layer<never, SqlError.SqlError | Migrator.MigrationError, SqlClient.SqlClient> = Layer.effect(
  CaseTexts.CaseTexts,
  Effect.gen(function* () {
    yield* Migrator.make({})({
      loader: Migrator.fromRecord({ "0001_case_texts": SqlPairs.tables }),
      table: "dualops_text_migrations"
    })
    const sql = yield* SqlClient.SqlClient
    // What is deleted is overwritten in the file, and not only forgotten.
    yield* sql.onDialectOrElse({ pg: () => Effect.void, orElse: () => sql`PRAGMA secure_delete = ON` })
    return textsOn(sql, SqlPairs.on(sql))
  })
)

/** What is kept of a case. */
interface Row extends SqlRows.CaseRow {
  readonly place: unknown
  readonly text: unknown
}

const textsOn = (sql: SqlClient.SqlClient, pairs: SqlPairs.Pairs): CaseTexts.Texts => {
  const rowOf = (address: Pick<CaseTexts.Said, "case" | "process">) =>
    Effect.map(sql<Row>`SELECT place, text FROM dualops_case_texts WHERE ${of(sql, address)}`, ([row]) =>
      row === undefined ? undefined : { place: SqlRows.whole(row.place), text: SqlRows.text(row.text) }
    )

  const add = Effect.fnUntraced(function* ({ case: id, process, text }: CaseTexts.Said) {
    const before = yield* rowOf({ process, case: id })
    const all = before === undefined ? text : `${before.text}\n${text}`
    if (before !== undefined) return yield* change(before, all)
    const rows = yield* sql<Row>`INSERT INTO dualops_case_texts (process, case_id, text)
      VALUES (${process}, ${id}, ${all}) RETURNING place`
    return yield* pairs.add(SqlRows.whole(rows[0]?.place), CaseText.pairsOf(all))
  })

  const change = Effect.fnUntraced(function* (before: { readonly place: number; readonly text: string }, text: string) {
    yield* pairs.remove(before.place, CaseText.pairsOf(before.text))
    yield* sql`UPDATE dualops_case_texts SET text = ${text} WHERE place = ${before.place}`
    yield* pairs.add(before.place, CaseText.pairsOf(text))
  })

  const whole = <A>(work: Effect.Effect<A, SqlError.SqlError>) =>
    sql.withTransaction(work).pipe(Effect.catchTag("SqlError", failed))

  return {
    position: ask(sql<{ readonly position: unknown }>`SELECT position FROM dualops_case_texts_read`, ([row]) =>
      row === undefined ? 0 : SqlRows.whole(row.position)
    ),
    keep: ({ after, position, said }) =>
      whole(
        Effect.gen(function* () {
          const moved = yield* sql`UPDATE dualops_case_texts_read SET position = ${position}
            WHERE position = ${after} RETURNING position`
          if (moved.length === 0) return false
          yield* Effect.forEach(together(said), add, { discard: true })
          return true
        })
      ),
    replace: (said) =>
      Effect.gen(function* () {
        const before = yield* rowOf(said)
        if (before === undefined) return
        yield* sql.withTransaction(change(before, said.text))
        // The log of SQLite still has the page as it was.
        yield* sql.onDialectOrElse({
          pg: () => Effect.void,
          orElse: () => Effect.asVoid(sql`PRAGMA wal_checkpoint(TRUNCATE)`)
        })
      }).pipe(Effect.catchTag("SqlError", failed)),
    clear: whole(
      Effect.gen(function* () {
        yield* pairs.clear
        yield* sql`DELETE FROM dualops_case_texts`
        yield* sql`UPDATE dualops_case_texts_read SET position = 0`
      })
    ),
    find: (words, limit, before = Number.MAX_SAFE_INTEGER) => {
      const wanted = new Set(words.flatMap((word) => [...CaseText.pairsOf(word)]))
      const each = words.map((word) => pairs.has(word))
      return wanted.size === 0
        ? Effect.succeed([])
        : ask(
            sql<Row>`SELECT place, process, case_id FROM dualops_case_texts
              WHERE ${pairs.among(wanted)} AND place < ${before} AND ${sql.and(each)} ORDER BY place DESC LIMIT ${limit}`,
            (rows) => rows.map((row) => ({ ...SqlRows.address(row), place: SqlRows.whole(row.place) }))
          )
    }
  }
}

/** What was said in one case, put together: its pairs are written once. */
const together = (said: CaseTexts.Heard["said"]): ReadonlyArray<CaseTexts.Said> =>
  Array.from(
    Map.groupBy(said, ({ case: id, process }) => JSON.stringify([process, id])).values(),
    // A group has one at least.
    (all) => ({ ...(all[0] as CaseTexts.Said), text: all.map(({ text }) => text).join("\n") })
  )
