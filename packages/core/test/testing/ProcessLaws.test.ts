import { Bilingual } from "@dualops/core/finding"
import { Allowance, Process, Soundness } from "@dualops/core/process"
import { Coverage, ProcessLaws, Traces } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import * as fc from "fast-check"
import { ann, ben, cleo, Errand, rulebook } from "../process/Errand.ts"

// A process needs no more than its own declaration: what its steps are told is made up from their schemas.
ProcessLaws.suite("Errand", Errand, { people: [ann, ben, cleo], settings: [rulebook.settings] })

describe("Random runs show what a declaration hides", () => {
  it("a step that names a state, and by its own rules never comes there", () => {
    const { deadline, start, process, step } = Process.define("Shop", {
      title: Bilingual.same("Shop"),
      states: {
        Open: { title: Bilingual.same("Open"), count: Schema.Int },
        Closed: { title: Bilingual.same("Closed") }
      }
    })
    const Begin = start({
      title: Bilingual.same("Begin"),
      to: ["Open"],
      by: "shop.open",
      input: {},
      evolve: () => ({ _tag: "Open", count: 0 })
    })
    const Count = step({
      title: Bilingual.same("Count"),
      from: ["Open"],
      to: ["Open", "Closed"],
      by: "shop.open",
      evolve: ({ count }) => (count < 0 ? { _tag: "Closed" } : { _tag: "Open", count: count + 1 })
    })
    const Close = step({
      title: Bilingual.same("Close"),
      from: ["Open"],
      to: ["Closed"],
      by: "clock",
      evolve: () => ({ _tag: "Closed" })
    })
    const Shop = process({
      about: () => Bilingual.same("Shop"),
      steps: { Begin, Count, Close },
      final: ["Closed"],
      deadlines: {
        day: deadline({
          title: Bilingual.same("day"),
          while: ["Open"],
          within: () => Allowance.always("1 day"),
          fires: "Close"
        })
      }
    })
    const runs = fc.sample(Traces.arbitrary(Shop, { people: [ann], settings: [{}] }), { numRuns: 500, seed: 1 })
    assert.deepStrictEqual(Soundness.check(Shop), [])
    assert.deepStrictEqual(Coverage.missing(Coverage.measure(Shop, runs)), ["Count to Closed"])
  })
})
