import { Bilingual } from "@dualops/core/finding"
import { Actor, Allowance, Case, Process } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Result, Schema } from "effect"

const { deadline, start, process, stay, step } = Process.define("Shop", {
  title: Bilingual.same("Shop"),
  settings: { most: Schema.Int },
  states: { Open: { title: Bilingual.same("Open"), text: Schema.String }, Closed: { title: Bilingual.same("Closed") } }
})

/** A program compiled without `exactOptionalPropertyTypes` may write what it leaves out. */
const leftOut = undefined as never

const Begin = start({
  title: Bilingual.same("Begin"),
  to: ["Open"],
  by: "shop.open",
  input: { text: Schema.String },
  unless: leftOut,
  decide: leftOut,
  performs: leftOut,
  evolve: ({ facts }) => ({ _tag: "Open", ...facts })
})
const Close = step({
  title: Bilingual.same("Close"),
  from: ["Open"],
  to: ["Closed"],
  by: "clock",
  evolve: () => ({ _tag: "Closed" })
})
const Remind = stay({ title: Bilingual.same("Remind"), from: ["Open"], by: "clock" })

describe("A declared process", () => {
  it("has for every part that was left out the plainest one, also where it was left out by name", () => {
    const day = deadline({
      title: Bilingual.same("day"),
      while: ["Open"],
      within: () => Allowance.always("1 day"),
      warnAt: leftOut,
      fires: "Close"
    })
    const Shop = process({
      about: () => Bilingual.same("Shop"),
      steps: { Begin, Close, Remind },
      final: ["Closed"],
      deadlines: { day }
    })
    const occasion = {
      case: Case.CaseId.make("one"),
      by: Actor.person("Ann"),
      at: DateTime.makeUnsafe("2026-11-23T01:00:00Z"),
      handbook: Case.HandbookVersion.make("edition 1"),
      settings: { most: 3 },
      entitled: () => true
    }
    const begun = Process.accept(Shop, undefined, { ...occasion, step: "Begin", input: { text: "bread" } })
    const event = Result.getOrThrow(begun)
    const open = Process.evolve(Shop, undefined, event)
    assertEquals(event.facts, { text: "bread" })
    assertEquals(open.state, { _tag: "Open", text: "bread" })
    assertEquals(Process.actions(Shop, open, event), [])
    assert.strictEqual(Shop.deadlines.day?.warnAt, 0.8)
    assert.deepStrictEqual([Shop.outcomes, Shop.separate, Shop.invariants], [{}, [], {}])
    const closed = Process.accept(Shop, open, { ...occasion, by: Actor.clock("day"), step: "Close", input: {} })
    assertEquals(Result.getOrThrow(closed).facts, {})
  })

  it("opens a case from nowhere, and stays where a step leads nowhere", () => {
    assert.deepStrictEqual([Begin.from, Begin.to], [[], ["Open"]])
    assert.deepStrictEqual([Remind.from, Remind.to], [["Open"], []])
  })
})
