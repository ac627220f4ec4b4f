import {
  AdvertisingBudget,
  AdvertisingBudgetProcess,
  PaidPromotionProcess,
  PromotionReading
} from "@dualops/core/practices"
import { Case } from "@dualops/core/process"
import { EveryRun, ProcessLaws, type Traces } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime } from "effect"
import { account, he, lin, ofBudget, proposing, settings } from "./Advertised.ts"

const reading = (pick: (bound: number) => number): PromotionReading.Reading => ({
  spent: pick(700),
  shown: pick(3) * 1_000,
  engaged: pick(3),
  follows: pick(2)
})
const cast: Traces.Cast<typeof PaidPromotionProcess> = {
  people: [lin.person, he.person],
  settings: [settings],
  inputs: {
    Propose: (pick, at) => ({
      ...proposing,
      budget: pick(3) * 300,
      from: DateTime.add(at, { hours: pick(9) }),
      until: DateTime.add(at, { hours: 5 + pick(40) })
    }),
    Read: reading,
    Settle: reading
  }
}
const ofBudgets: Traces.Cast<typeof AdvertisingBudgetProcess> = {
  people: [lin.person, he.person],
  settings: [ofBudget],
  inputs: {
    Open: (_, at) => ({ account, year: 2026, until: DateTime.add(at, { days: 20 }) }),
    Reserve: (pick) => ({ promotion: Case.CaseId.make(`promotion ${pick(6)}`), amount: pick(500) + pick(100) / 100 }),
    Settle: (pick) => ({ promotion: Case.CaseId.make(`promotion ${pick(6)}`), spent: pick(400) })
  }
}
ProcessLaws.suite("PaidPromotion", PaidPromotionProcess, cast)
ProcessLaws.suite("AdvertisingBudget", AdvertisingBudgetProcess, ofBudgets)

describe("The advertising of a year, over every run", () => {
  it("is never exceeded, and what is spent, what may be spent and what is left are all of it", () =>
    EveryRun.of(
      AdvertisingBudgetProcess,
      ofBudgets
    )(({ tried }) => {
      for (const { after } of tried) {
        if (after === undefined) continue
        const left = AdvertisingBudget.left(after.state, ofBudget)
        const used = after.state.held.reduce((sum, { amount, spent = amount }) => sum + spent, 0)
        assert.isAtLeast(left, 0)
        assert.approximately(left + used, ofBudget.budget, 0.005)
      }
    }))
  it("of each promotion reads figures that never sink, and never more money than it has", () =>
    EveryRun.of(
      PaidPromotionProcess,
      cast
    )(({ tried }) => {
      for (const { after, before } of tried) {
        if (after === undefined || !("read" in after.state)) continue
        const earlier = before !== undefined && "read" in before.state ? before.state.read : PromotionReading.none
        for (const name of ["spent", "shown", "engaged", "follows"] as const)
          assert.isAtLeast(after.state.read[name], earlier[name])
        assert.isAtMost(after.state.read.spent, after.state.budget)
      }
    }))
})
