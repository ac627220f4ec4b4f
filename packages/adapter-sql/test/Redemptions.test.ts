import { Redemptions } from "@dualops/core/codes"
import { RedemptionsSuite, SampleCodes } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { NodeSqlite, SqlRedemptions } from "../src/index.ts"
import * as Postgres from "./Postgres.ts"
import * as Scratch from "./Scratch.ts"

const onFile = (filename: string) => SqlRedemptions.layer.pipe(Layer.provide(NodeSqlite.layer({ filename })))

RedemptionsSuite.suite("SQLite in memory", onFile(":memory:"))
RedemptionsSuite.suite("SQLite in a file", Layer.unwrap(Effect.map(Scratch.file, onFile)))

describe.skipIf(!Postgres.isThere)("On PostgreSQL", () => {
  RedemptionsSuite.suite("PostgreSQL", SqlRedemptions.layer.pipe(Layer.provide(Postgres.fresh)))
})

describe("A store from before codes could be given back", () => {
  it.live("has every redemption that it had, in its first turn, and gives it back", () =>
    Effect.gen(function* () {
      const client = yield* Layer.build(NodeSqlite.layer({ filename: ":memory:" }))
      const now = yield* DateTime.now
      const terms = SampleCodes.terms(now)
      yield* Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        yield* sql`CREATE TABLE dualops_redemption_migrations (
          migration_id INTEGER PRIMARY KEY NOT NULL, created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP, name VARCHAR(255) NOT NULL)`
        yield* sql`INSERT INTO dualops_redemption_migrations (migration_id, name) VALUES (1, 'redemptions')`
        yield* sql`CREATE TABLE dualops_code_series (series TEXT NOT NULL PRIMARY KEY, revision INTEGER NOT NULL, terms TEXT NOT NULL)`
        yield* sql`CREATE TABLE dualops_redemptions (
          series TEXT NOT NULL, number INTEGER NOT NULL, till TEXT NOT NULL, key TEXT NOT NULL,
          placement TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (series, number), UNIQUE (till, key))`
        yield* sql`INSERT INTO dualops_redemptions VALUES (${terms.series}, 7, 'shop', 'order 1', 'metro-line-2', 1767225600000)`
      }).pipe(Effect.provide(client))
      const { giveBack, keep, redeem, taken } = yield* Effect.provide(
        Redemptions,
        SqlRedemptions.layer.pipe(Layer.provide(Layer.succeedContext(client)))
      )
      yield* keep(terms)
      const claim = { series: terms.series, number: 7, till: "shop", key: "order 2", at: now }
      assert.strictEqual((yield* redeem(claim))._tag, "AlreadyRedeemed")
      const at = DateTime.makeUnsafe(1_767_225_600_000)
      const first = {
        series: terms.series,
        number: 7,
        till: "shop",
        key: "order 1",
        placement: "metro-line-2",
        at,
        turn: 1
      }
      assert.deepEqual<unknown>(yield* taken(terms.series, undefined, 9), [first])
      yield* giveBack({ till: "shop", key: "order 1", at: now })
      assert.deepInclude(yield* redeem(claim), { _tag: "Redeemed", turn: 2 })
    }).pipe(Effect.scoped)
  )
})

describe("Two programs on one file", () => {
  it.live("that redeem the same codes at the same time redeem each once between them", () =>
    Effect.gen(function* () {
      const filename = yield* Scratch.file
      const now = yield* DateTime.now
      const terms = SampleCodes.terms(now)
      const program = (till: string) =>
        Effect.gen(function* () {
          const { keep, redeem } = yield* Redemptions
          yield* keep(terms)
          return yield* Effect.forEach(
            Array.from({ length: 100 }, (_, number) => number),
            (number) => redeem({ series: terms.series, number, till, key: `order ${number}`, at: now }),
            { concurrency: "unbounded" }
          )
        }).pipe(Effect.provide(onFile(filename)))
      const answers = yield* Effect.all([program("one"), program("two")], { concurrency: 2 })
      const tags = answers.flat().map(({ _tag }) => _tag)
      assert.strictEqual(tags.filter((tag) => tag === "Redeemed").length, 100)
      assert.strictEqual(tags.filter((tag) => tag === "AlreadyRedeemed").length, 100)
    }).pipe(Effect.scoped)
  )
})
