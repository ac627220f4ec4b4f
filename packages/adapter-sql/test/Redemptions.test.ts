import { Redemptions } from "@dualops/core/codes"
import { RedemptionsSuite, SampleCodes } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Layer } from "effect"
import { NodeSqlite, SqlRedemptions } from "../src/index.ts"
import * as Postgres from "./Postgres.ts"
import * as Scratch from "./Scratch.ts"

const onFile = (filename: string) => SqlRedemptions.layer.pipe(Layer.provide(NodeSqlite.layer({ filename })))

RedemptionsSuite.suite("SQLite in memory", onFile(":memory:"))
RedemptionsSuite.suite("SQLite in a file", Layer.unwrap(Effect.map(Scratch.file, onFile)))

describe.skipIf(!Postgres.isThere)("On PostgreSQL", () => {
  RedemptionsSuite.suite("PostgreSQL", SqlRedemptions.layer.pipe(Layer.provide(Postgres.fresh)))
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
