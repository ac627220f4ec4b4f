/**
 * The Redemptions on an SQL database: a row for each code that was redeemed, and one for what holds for each series.
 *
 * Which of many has redeemed a code the database decides, by the code's place in its key; and it looks at the terms in the same statement, so that nothing is
 * redeemed by terms that were replaced before.
 *
 * @module
 */
import { CodeTerms, Redemption, Redemptions } from "@dualops/core/codes"
import { Effect, Layer, Schema } from "effect"
import { Migrator, SqlClient, type SqlError } from "effect/sql"
import { ask } from "./SqlAsk.ts"
import * as SqlDialect from "./SqlDialect.ts"
import { failed } from "./SqlFailure.ts"

/** The redemptions on the client's database, which gets their tables if it has none. */
export const layer: Layer.Layer<Redemptions, SqlError.SqlError | Migrator.MigrationError, SqlClient.SqlClient> =
  Layer.effect(
    Redemptions,
    Effect.gen(function* () {
      yield* Migrator.make({})({
        loader: Migrator.fromRecord({ "0001_redemptions": tables }),
        table: "dualops_redemption_migrations"
      })
      return redemptionsOn(yield* SqlClient.SqlClient)
    })
  )

const tables = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const { ending, isJson, whole } = SqlDialect.of(sql)
  yield* sql.unsafe(`CREATE TABLE dualops_code_series (
    series TEXT NOT NULL PRIMARY KEY, revision ${whole} NOT NULL, terms TEXT NOT NULL${isJson("terms")})${ending}`)
  yield* sql.unsafe(`CREATE TABLE dualops_redemptions (
    series TEXT NOT NULL, number ${whole} NOT NULL CHECK (number >= 0), till TEXT NOT NULL, key TEXT NOT NULL,
    placement TEXT NOT NULL, at ${whole} NOT NULL, PRIMARY KEY (series, number), UNIQUE (till, key))${ending}`)
})

const Json = Schema.fromJsonString(Schema.toCodecJson(CodeTerms.Terms))
const write = Schema.encodeSync(Json)
const read = Schema.decodeUnknownEffect(Schema.Array(Schema.Struct({ terms: Json })))
const Row = Schema.Struct({
  series: CodeTerms.Terms.fields.series,
  number: Schema.Int,
  till: Redemption.TillId,
  key: Redemption.ClaimKey,
  placement: CodeTerms.PlacementId,
  at: Schema.DateTimeUtcFromMillis
})
const readTaken = Schema.decodeUnknownEffect(Schema.Array(Row))

const redemptionsOn = (sql: SqlClient.SqlClient): Redemptions["Service"] => {
  /** Numbers that a driver hands out as `bigint` or text are small ones here. */
  const rowsOf = (rows: ReadonlyArray<Record<string, unknown>>) =>
    Effect.orDie(readTaken(rows.map((row) => ({ ...row, number: Number(row.number), at: Number(row.at) }))))

  const termsOf = (series: string) =>
    Effect.flatMap(sql`SELECT terms FROM dualops_code_series WHERE series = ${series}`, (rows) =>
      Effect.map(Effect.orDie(read(rows)), ([row]) => row?.terms)
    )

  const before = Effect.fnUntraced(function* (claim: Redemption.Claim) {
    const known = yield* Effect.flatMap(
      sql<Record<string, unknown>>`SELECT * FROM dualops_redemptions
        WHERE (series = ${claim.series} AND number = ${claim.number}) OR (till = ${claim.till} AND key = ${claim.key})`,
      rowsOf
    )
    return Redemption.answerBefore(
      claim,
      known.find(({ number, series }) => series === claim.series && number === claim.number),
      known.find(({ key, till }) => till === claim.till && key === claim.key)
    )
  })

  const redeem = Effect.fnUntraced(function* (claim: Redemption.Claim) {
    const { at, key, number, series, till } = claim
    while (true) {
      const answered = yield* before(claim)
      if (answered !== undefined) return answered
      const terms = yield* termsOf(series)
      if (terms === undefined) return { _tag: "Unknown" } satisfies Redemption.Answer
      const placement = Redemption.openAt(terms, number, at)
      if (typeof placement !== "string") return placement
      const taken = yield* sql`INSERT INTO dualops_redemptions (series, number, till, key, placement, at)
        SELECT series, ${number}, ${till}, ${key}, ${placement}, ${at.epochMilliseconds} FROM dualops_code_series
        WHERE series = ${series} AND revision = ${terms.revision}
        ON CONFLICT DO NOTHING RETURNING number`
      if (taken.length > 0) return { _tag: "Redeemed", series, placement, at } satisfies Redemption.Answer
      // Somebody else has the code or the key, or the terms are others now: the next look says which.
    }
  })

  return {
    keep: (terms) =>
      sql`INSERT INTO dualops_code_series (series, revision, terms) VALUES (${terms.series}, ${terms.revision}, ${write(terms)})
        ON CONFLICT (series) DO UPDATE SET revision = excluded.revision, terms = excluded.terms
        WHERE excluded.revision > dualops_code_series.revision`.pipe(Effect.asVoid, Effect.catch(failed)),
    terms: Effect.flatMap(
      ask(sql`SELECT terms FROM dualops_code_series ORDER BY series`, (rows) => rows),
      (rows) => Effect.map(Effect.orDie(read(rows)), (all) => all.map(({ terms }) => terms))
    ),
    redeem: (claim) => redeem(claim).pipe(Effect.catchTag("SqlError", failed)),
    taken: (series, after = -1, limit) =>
      Effect.flatMap(
        ask(
          sql<Record<string, unknown>>`SELECT * FROM dualops_redemptions
            WHERE series = ${series} AND number > ${after} ORDER BY number LIMIT ${limit}`,
          (rows) => rows
        ),
        rowsOf
      )
  }
}
