// #region clock
import { readFileSync } from "node:fs"
import { MemoryStore } from "@dualops/adapter-memory"
import { Actor, Allowance, Case, ChineseHolidays, Editions, Operations, Worker } from "@dualops/core"
import { HandbookFile } from "@dualops/core/files"
import { Edition, Practice, Practices } from "@dualops/core/practices"
import { assert, it } from "@effect/vitest"
import { Effect, Layer, Result } from "effect"
import { TestClock } from "effect/testing"
import { Keys } from "./own-process.ts"

const file = new URL("brand-day/handbook.yaml", import.meta.url)
const handbook = Result.getOrThrow(HandbookFile.read("handbook.yaml", readFileSync(file, "utf8")))
const own = Practice.own(Keys, { lendFor: Allowance.of("9 hours", "office") })
const edition = Edition.edition(handbook, ChineseHolidays.holidays, [...Practices.house, own])
// In a test everybody may do everything.
const house = Layer.merge(MemoryStore.layer, Editions.layer({ ...edition, entitled: () => true }))

it.effect("keys that are still out after nine hours of the office are asked for", () =>
  Effect.gen(function* () {
    const order = { key: "click", case: Case.CaseId.make("shop keys"), by: Actor.person("tang") }
    const steps = Effect.gen(function* () {
      yield* Worker.round({ processes: [Keys], carriers: [] })
      return (yield* Operations.read(Keys, order.case)).map(({ step }) => step)
    })
    yield* TestClock.setTime(Date.parse("2026-11-23T18:00:00+08:00"))
    yield* Operations.send(Keys, { ...order, step: "Lend", input: { to: "lin" } })
    yield* TestClock.adjust("12 hours")
    assert.deepStrictEqual(yield* steps, ["Lend"])
    yield* TestClock.adjust("12 hours")
    assert.deepStrictEqual(yield* steps, ["Lend", "Remind"])
  }).pipe(Effect.provide(house))
)
// #endregion
