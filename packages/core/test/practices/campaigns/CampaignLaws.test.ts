import { type Brief, CampaignBudget, CampaignBudgetProcess, CampaignProcess } from "@dualops/core/practices"
import { Case } from "@dualops/core/process"
import { ProcessLaws, Traces } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime } from "effect"
import fc from "fast-check"
import { account, brief, he, lin, ofBudget, settings, shen, website } from "./CampaignCast.ts"

type Pick = (bound: number) => number
const briefAt = (pick: Pick, at: DateTime.Utc): Brief.Brief => {
  const hours = (count: number) => DateTime.add(at, { hours: count })
  const needs = [[], brief.needs.slice(0, 1), brief.needs.slice(1), brief.needs][pick(4)] ?? []
  const isWarm = pick(2) > 0
  const from = 12 + pick(8) * 24
  const { prizes: given, warmUp: _, ...rest } = brief
  return {
    ...rest,
    ...(needs.some(({ must }) => must) && given && { prizes: given }),
    ...(isWarm && { warmUp: hours(from - 6) }),
    from: hours(from),
    until: hours(from + 30),
    needs
  }
}

const cast: Traces.Cast<typeof CampaignProcess> = {
  people: [lin.person, he.person, shen.person],
  settings: [settings],
  inputs: {
    WriteBrief: (pick, at) => ({ brief: briefAt(pick, at) }),
    WritePost: (pick, at) => ({ content: { text: "暗号", pictures: [] }, slot: DateTime.add(at, { hours: pick(48) }) }),
    Spend: (pick) => ({ amount: pick(9_000) + pick(100) / 100, what: "地铁广告" }),
    Granted: (pick) => ({ ...(brief.needs[pick(2)] ?? { resource: website, need: "" }), terms: "" }),
    Refused: (pick) => ({ ...(brief.needs[pick(2)] ?? { resource: website, need: "" }), reason: "没有货" }),
    Withdrawn: (pick) => brief.needs[pick(2)] ?? { resource: website, need: "" }
  }
}
const ofBudgets: Traces.Cast<typeof CampaignBudgetProcess> = {
  people: [lin.person, he.person],
  settings: [ofBudget, { ...ofBudget, together: 4, frequency: { times: 9, per: "quarter" } }],
  inputs: {
    Open: (_, at) => ({ account, year: 2026, until: DateTime.add(at, { days: 20 }) }),
    Reserve: (pick, at) => ({
      campaign: Case.CaseId.make(`campaign ${pick(6)}`),
      title: "暗号",
      amount: pick(20) * 1_000 + pick(100) / 100,
      from: DateTime.add(at, { days: pick(60) }),
      until: DateTime.add(at, { days: 61 + pick(3) })
    }),
    Settle: (pick) => ({
      campaign: Case.CaseId.make(`campaign ${pick(6)}`),
      spent: pick(12) * 1_000,
      wasLive: pick(2) > 0
    })
  }
}

ProcessLaws.suite("Campaign", CampaignProcess, cast)
ProcessLaws.suite("CampaignBudget", CampaignBudgetProcess, ofBudgets)

describe("The budget of a year, over every run", () => {
  it("is never exceeded, and what was given and what is left are all of it", () =>
    fc.assert(
      fc.property(Traces.arbitrary(CampaignBudgetProcess, ofBudgets), ({ tried, rulebook }) => {
        for (const { after } of tried) {
          if (after === undefined) continue
          const { settings } = rulebook
          const left = CampaignBudget.left(after.state, settings)
          const used = after.state.held.reduce((sum, one) => sum + CampaignBudget.usedBy(one), 0)
          assert.isAtLeast(left, 0)
          assert.approximately(left + used, settings.budget, 0.005)
        }
      })
    ))

  it("is given to no more campaigns at once than the handbook allows", () =>
    fc.assert(
      fc.property(Traces.arbitrary(CampaignBudgetProcess, ofBudgets), ({ tried, rulebook }) => {
        for (const { after } of tried) {
          const open = after?.state.held.filter(({ spent }) => spent === undefined) ?? []
          for (const one of open) {
            const at = open.filter(
              ({ from, until }) => DateTime.isLessThanOrEqualTo(from, one.from) && DateTime.isLessThan(one.from, until)
            )
            assert.isAtMost(at.length, rulebook.settings.together)
          }
        }
      })
    ))
})
