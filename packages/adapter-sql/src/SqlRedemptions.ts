/**
 * The Redemptions on an SQL database: a row for each order that has redeemed a code or was cancelled, and one for what holds for each series.
 *
 * Which of many has redeemed a code the database decides: of each code one row stands, and each order has one. It looks at the terms in the same statement,
 * so that nothing is redeemed by terms that were replaced before. An order that is cancelled before its claim comes has a row without a code, which its claim
 * finds taken.
 *
 * @module
 */
import { CodeTerms, Redemption, Redemptions } from "@dualops/core/codes"
import { Effect, Layer, Schema } from "effect"
import { Migrator, SqlClient, type SqlError, type Statement } from "effect/sql"
import { ask } from "./SqlAsk.ts"
import * as SqlDialect from "./SqlDialect.ts"
import { failed } from "./SqlFailure.ts"

/** The redemptions on the client's database, which gets their tables if it has none. */
export const layer: Layer.Layer<Redemptions, SqlError.SqlError | Migrator.MigrationError, SqlClient.SqlClient> =
  Layer.effect(
    Redemptions,
    Effect.gen(function* () {
      yield* Migrator.make({})({
        loader: Migrator.fromRecord({ "0001_redemptions": tables, "0002_orders": orders }),
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

/** What was redeemed before a code could be given back stands, in its first turn. */
const orders = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const { ending, whole } = SqlDialect.of(sql)
  yield* sql.unsafe(`CREATE TABLE dualops_code_orders (
    till TEXT NOT NULL, key TEXT NOT NULL, series TEXT, number ${whole} CHECK (number >= 0), turn ${whole}, placement TEXT, at ${whole},
    back ${whole}, back_by TEXT, PRIMARY KEY (till, key), UNIQUE (series, number, turn),
    CHECK (CASE WHEN series IS NULL THEN back IS NOT NULL
      ELSE number IS NOT NULL AND turn IS NOT NULL AND placement IS NOT NULL AND at IS NOT NULL END))${ending}`)
  yield* sql`CREATE UNIQUE INDEX dualops_codes_that_stand ON dualops_code_orders (series, number) WHERE back IS NULL`
  yield* sql`INSERT INTO dualops_code_orders (till, key, series, number, turn, placement, at)
    SELECT till, key, series, number, 1, placement, at FROM dualops_redemptions`
  yield* sql`DROP TABLE dualops_redemptions`
})

const Json = Schema.fromJsonString(Schema.toCodecJson(CodeTerms.Terms))
const write = Schema.encodeSync(Json)
const read = Schema.decodeUnknownEffect(Schema.Array(Schema.Struct({ terms: Json })))
const Key = { till: Redemption.TillId, key: Redemption.ClaimKey }
const Back = { back: Schema.NullOr(Schema.DateTimeUtcFromMillis), back_by: Schema.NullOr(Schema.String) }
const TakenRow = Schema.Struct({
  ...Key,
  ...Back,
  series: CodeTerms.Terms.fields.series,
  number: Schema.Int,
  turn: Schema.Int,
  placement: CodeTerms.PlacementId,
  at: Schema.DateTimeUtcFromMillis
})
/** An order that was cancelled before its claim came. */
const CancelledRow = Schema.Struct({ ...Key, ...Back, back: Schema.DateTimeUtcFromMillis, series: Schema.Null })
const readTaken = Schema.decodeUnknownEffect(Schema.Array(TakenRow))
const readOrders = Schema.decodeUnknownEffect(Schema.Array(Schema.Union([TakenRow, CancelledRow])))

/** Numbers that a driver hands out as `bigint` or text are small ones here. */
const small = (rows: ReadonlyArray<Record<string, unknown>>) =>
  rows.map((row) => ({
    ...row,
    ...Object.fromEntries(numbers.map((name) => [name, row[name] === null ? null : Number(row[name])]))
  }))
const numbers = ["number", "turn", "at", "back"]

const takenOf = ({ back, back_by: by, ...taken }: typeof TakenRow.Type): Redemption.Taken =>
  back === null ? taken : { ...taken, back: { at: back, ...(by !== null && { by }) } }

const orderOf = (row: typeof TakenRow.Type | typeof CancelledRow.Type): Redemption.OfKey => {
  if (row.series !== null) return takenOf(row)
  const { back, back_by: by, key, till } = row
  return { till, key, at: back, ...(by !== null && { by }) }
}

const redemptionsOn = (sql: SqlClient.SqlClient): Redemptions["Service"] => {
  const termsOf = (series: string) =>
    Effect.flatMap(sql`SELECT terms FROM dualops_code_series WHERE series = ${series}`, (rows) =>
      Effect.map(Effect.orDie(read(rows)), ([row]) => row?.terms)
    )

  const rowsOf = (condition: Statement.Fragment) =>
    Effect.flatMap(sql<Record<string, unknown>>`SELECT * FROM dualops_code_orders WHERE ${condition}`, (rows) =>
      Effect.map(Effect.orDie(readOrders(small(rows))), (all) => all.map(orderOf))
    )
  const ofKey = ({ key, till }: Pick<Redemption.Claim, "key" | "till">) => sql`till = ${till} AND key = ${key}`

  const redeem = Effect.fnUntraced(function* (claim: Redemption.Claim) {
    const { at, key, number, series, till } = claim
    while (true) {
      // Both are looked up at once: whoever redeems in between is no stranger to their own claim.
      const known = yield* rowsOf(
        sql`(series = ${series} AND number = ${number} AND back IS NULL) OR (${ofKey(claim)})`
      )
      const order = known.find((one) => one.till === till && one.key === key)
      const standing = known
        .filter((one) => "number" in one)
        .find((one) => one.series === series && one.number === number && one.back === undefined)
      const answered = Redemption.answerBefore(claim, standing, order)
      if (answered !== undefined) return answered
      const terms = yield* termsOf(series)
      if (terms === undefined) return { _tag: "Unknown" } satisfies Redemption.Answer
      const placement = Redemption.openAt(terms, number, at)
      if (typeof placement !== "string") return placement
      const [row] = yield* sql`INSERT INTO dualops_code_orders (till, key, series, number, turn, placement, at)
        SELECT ${till}, ${key}, series, ${number},
          1 + (SELECT COUNT(*) FROM dualops_code_orders WHERE series = ${series} AND number = ${number}),
          ${placement}, ${at.epochMilliseconds} FROM dualops_code_series
        WHERE series = ${series} AND revision = ${terms.revision}
        ON CONFLICT DO NOTHING RETURNING turn`
      if (row !== undefined)
        return { _tag: "Redeemed", series, placement, at, turn: Number(row.turn) } satisfies Redemption.Answer
      // Somebody else has the code or the key, or the terms are others now: the next look says which.
    }
  })

  const giveBack = Effect.fnUntraced(function* ({ at, by: who, key, till }: Redemption.Cancellation) {
    const by = who ?? null
    // Whoever is second, here or in a claim of the same order, finds the row of the first.
    yield* sql`INSERT INTO dualops_code_orders (till, key, back, back_by)
      VALUES (${till}, ${key}, ${at.epochMilliseconds}, ${by}) ON CONFLICT DO NOTHING`
    yield* sql`UPDATE dualops_code_orders SET back = ${at.epochMilliseconds}, back_by = ${by}
      WHERE ${ofKey({ key, till })} AND back IS NULL`
    const [order] = yield* rowsOf(ofKey({ key, till }))
    return order !== undefined && "number" in order ? order : undefined
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
    giveBack: (order) => giveBack(order).pipe(Effect.catchTag("SqlError", failed)),
    taken: (series, after = { number: -1, turn: 0 }, limit) =>
      Effect.flatMap(
        ask(
          sql<Record<string, unknown>>`SELECT * FROM dualops_code_orders WHERE series = ${series}
            AND (number > ${after.number} OR (number = ${after.number} AND turn > ${after.turn}))
            ORDER BY number, turn LIMIT ${limit}`,
          (rows) => rows
        ),
        (rows) => Effect.map(Effect.orDie(readTaken(small(rows))), (all) => all.map(takenOf))
      )
  }
}
