import { type Brief, Campaign, CampaignBudget, CampaignBudgetProcess, CampaignProcess } from "@dualops/core/practices"
import { Case, CaseOrder } from "@dualops/core/process"
import { EveryRun, ProcessLaws, type Traces } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime } from "effect"
import { account, brief, he, lin, ofBudget, settings, shen, website, withChildren } from "./CampaignCast.ts"

type Pick = (bound: number) => number
const briefAt = (pick: Pick, at: DateTime.Utc): Brief.Brief => {
  const hours = (count: number) => DateTime.add(at, { hours: count })
  // One number says all of it: what is picked one after the other goes together.
  const kind = pick(48)
  const [draws, isMore, isWarm, gives] = [
    kind % 8 === 0,
    (kind >> 1) % 4 === 1 ? 1 : 0,
    (kind >> 2) % 2 > 0,
    (kind >> 3) % 3
  ]
  const needs = [draws ? brief.needs.slice(0, 1) : [], draws ? brief.needs : brief.needs.slice(1)][isMore] ?? []
  const from = 12 + pick(8) * 24
  const { prizes: given, warmUp: _, ...rest } = brief
  const its: Brief.Brief = {
    ...rest,
    ...(needs.some(({ must }) => must) && given && { prizes: given }),
    ...(isWarm && { warmUp: hours(from - 6) }),
    from: hours(from),
    until: hours(from + 30),
    needs
  }
  const { codes, draws: drawn } = withChildren(its)
  return { ...its, ...(draws && gives !== 1 && { draws: drawn }), ...(gives > 0 && { codes }) }
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
    Ended: (pick) =>
      [{ name: "" }, { name: "", delivered: 200 * pick(31) }, { name: "", reason: "停产" }][pick(3)] ?? { name: "" },
    // What was asked for by one of the first events.
    NotAsked: (pick) => {
      const ordering = { case: Case.CaseId.make("the case"), version: 4 + pick(3) }
      return { case: CaseOrder.childOf("Campaign", ordering, "ask", pick(2)), code: "refused", detail: "没有权限" }
    },
    // A series that was ordered by one of the first events of the run, which it takes to get there.
    NotBegun: (pick) => {
      const ordering = { case: Case.CaseId.make("the case"), version: 4 + pick(6) }
      return { case: CaseOrder.childOf("Campaign", ordering, "codes", 0), code: "refused", detail: "没有权限" }
    },
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

describe("A campaign, over every run", () => {
  const everyRun = EveryRun.of(CampaignProcess, cast, 3_000)
  const over = (holds: (state: Campaign.State) => void) =>
    everyRun(({ tried }) => {
      for (const { after } of tried) if (after !== undefined) holds(after.state)
    })

  it("has all of its budget in what is spent, what prizes hold and what is left (eliza#11151, #11292)", () => {
    let seen = 0
    over((state) => {
      if (!("spent" in state)) return
      const paid = state.spent.reduce((sum, { amount }) => sum + amount, 0)
      const held = state.children.reduce((sum, { stands, worth }) => sum + (stands === "lost" ? 0 : worth), 0)
      if (held > 0) seen++
      const left = Campaign.leftOf({ ...state, children: state.children })
      assert.isAtLeast(left, 0)
      assert.approximately(paid + held + left, state.brief.budget, 0.005)
    })
    assert.isAbove(seen, 0)
  })

  it("is not ready, warming up or going live without its draws and codes, and leaves none without an end", () => {
    let seen = 0
    over((state) => {
      if (state._tag === "Ready" || state._tag === "WarmingUp") {
        const { codes = [], draws = [] } = state.brief
        const there = state.children.filter(({ stands }) => stands !== "ordered" && stands !== "lost")
        assert.sameMembers(
          there.map(({ name }) => name),
          [...draws, ...codes].map(({ name }) => name)
        )
        seen += there.length
      }
      if (state._tag === "Reporting" || state._tag === "Over")
        assert.isTrue(state.children.every(({ stands }) => stands === "over" || stands === "lost"))
    })
    assert.isAbove(seen, 0)
  })
})

describe("The budget of a year, over every run", () => {
  const everyRun = EveryRun.of(CampaignBudgetProcess, ofBudgets)

  it("is never exceeded, and what was given and what is left are all of it", () =>
    everyRun(({ tried, rulebook }) => {
      for (const { after } of tried) {
        if (after === undefined) continue
        const { settings } = rulebook
        const left = CampaignBudget.left(after.state, settings)
        const used = after.state.held.reduce((sum, one) => sum + CampaignBudget.usedBy(one), 0)
        assert.isAtLeast(left, 0)
        assert.approximately(left + used, settings.budget, 0.005)
      }
    }))

  it("is given to no more campaigns at once than the handbook allows", () =>
    everyRun(({ tried, rulebook }) => {
      for (const { after } of tried) {
        const open = after?.state.held.filter(({ spent }) => spent === undefined) ?? []
        for (const one of open) {
          const at = open.filter(
            ({ from, until }) => DateTime.isLessThanOrEqualTo(from, one.from) && DateTime.isLessThan(one.from, until)
          )
          assert.isAtMost(at.length, rulebook.settings.together)
        }
      }
    }))
})
