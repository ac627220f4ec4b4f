/**
 * The DrawRecords on an SQL database: a row for each draw. What came first stays, whoever else comes.
 *
 * @module
 */
import { DrawRecord, DrawRecords, FrozenDraw, type Kept } from "@dualops/core/prizes"
import { Effect, Layer, Schema } from "effect"
import { Migrator, SqlClient, type SqlError } from "effect/sql"
import { ask } from "./SqlAsk.ts"
import * as SqlDialect from "./SqlDialect.ts"

/** The draws on the client's database, which gets its table if it has none. */
export const layer: Layer.Layer<DrawRecords, SqlError.SqlError | Migrator.MigrationError, SqlClient.SqlClient> =
  Layer.effect(
    DrawRecords,
    Effect.gen(function* () {
      yield* Migrator.make({})({
        loader: Migrator.fromRecord({ "0001_draws": tables }),
        table: "dualops_draw_migrations"
      })
      return drawsOn(yield* SqlClient.SqlClient)
    })
  )

const tables = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const { ending } = SqlDialect.of(sql)
  yield* sql.unsafe(
    `CREATE TABLE dualops_draws (draw TEXT NOT NULL PRIMARY KEY, frozen TEXT NOT NULL, drawn TEXT)${ending}`
  )
})

const Row = Schema.Struct({
  frozen: Schema.fromJsonString(FrozenDraw),
  drawn: Schema.NullOr(Schema.fromJsonString(DrawRecord.Drawn))
})
const rowsOf = Schema.decodeUnknownEffect(Schema.Array(Row))

const keptOf = (rows: ReadonlyArray<unknown>): Effect.Effect<Kept | undefined> =>
  Effect.map(Effect.orDie(rowsOf(rows)), ([row]) =>
    row === undefined ? undefined : { ...row.frozen, ...(row.drawn !== null && { drawn: row.drawn }) }
  )

const drawsOn = (sql: SqlClient.SqlClient): DrawRecords["Service"] => {
  const find = (draw: string) =>
    Effect.flatMap(
      ask(sql`SELECT frozen, drawn FROM dualops_draws WHERE draw = ${draw}`, (rows) => rows),
      keptOf
    )
  return {
    find,
    freeze: (frozen) =>
      Effect.gen(function* () {
        const { draw } = frozen.announced
        yield* ask(
          sql`INSERT INTO dualops_draws (draw, frozen) VALUES (${draw}, ${JSON.stringify(frozen)}) ON CONFLICT (draw) DO NOTHING`,
          () => undefined
        )
        return (yield* find(draw)) ?? (yield* Effect.die(`${draw} was not kept`))
      }),
    draw: (draw, drawn) =>
      Effect.andThen(
        ask(
          sql`UPDATE dualops_draws SET drawn = ${JSON.stringify(drawn)} WHERE draw = ${draw} AND drawn IS NULL`,
          () => undefined
        ),
        find(draw)
      )
  }
}
