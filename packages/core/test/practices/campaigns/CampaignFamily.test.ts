/** A campaign with its requests, its draw and its series of codes, while workers die and stores fail. */
import { MemoryStore } from "@dualops/adapter-memory"
import { Carrier, Caseload, Operations, Worker } from "@dualops/core/operations"
import {
  CampaignBudget,
  CampaignBudgetProcess,
  CampaignProcess,
  CodeSeriesProcess,
  PrizeDrawProcess
} from "@dualops/core/practices"
import { Actor, Allowance, Notify } from "@dualops/core/process"
import { ResourceRequestProcess } from "@dualops/core/resources"
import { FamilyLaws, Traces } from "@dualops/core/testing"
import { DateTime, Duration, Effect } from "effect"
import { settings as ofDraws } from "../PrizeDrawCast.ts"
import { carriers } from "./CampaignCarriers.ts"
import { account, brief, he, lin, ofBudget, prizes, settings, website, withChildren } from "./CampaignCast.ts"

const after = (hours: number) => DateTime.add(Traces.start, { hours })
const its = withChildren({ ...brief, warmUp: after(24), from: after(48), until: after(96) })
const tell = Carrier.make(Notify.notify, () => Effect.succeed({}))
/** Whoever tries steps by chance may take those of requests. */
const promised = { owner: he.person, sponsor: lin.person, answers: Allowance.always("4 hours") }

const { codes: ofCodes = { most: 5_000, longest: Duration.days(30) } } = settings

const members = {
  campaign: FamilyLaws.member(CampaignProcess, {
    people: [he.person],
    settings: [settings],
    inputs: { Spend: (pick) => ({ amount: pick(9_000), what: "地铁广告" }) }
  }),
  // The year's budget has the sum of the campaign, and is none of its children.
  budget: FamilyLaws.member(CampaignBudgetProcess, { people: [he.person], settings: [ofBudget], inputs: {} }),
  requests: FamilyLaws.member(ResourceRequestProcess, {
    people: [he.person],
    settings: [{ resources: { [prizes]: promised, [website]: promised } }],
    inputs: {}
  }),
  draws: FamilyLaws.member(PrizeDrawProcess, {
    people: [lin.person],
    settings: [{ ...ofDraws, attention: Allowance.always("1 day"), excluded: [] }],
    inputs: {}
  }),
  codes: FamilyLaws.member(CodeSeriesProcess, {
    people: [he.person],
    settings: [{ ...settings, ...ofCodes, approvers: [he.person], words: [] }],
    inputs: {}
  })
}

const work = { processes: Object.values(members).map(({ process }) => process), carriers: [tell] }

/** The year's budget is open, a campaign is approved, and all is granted that it has asked for: its draw and its series are to be begun. */
const begin = Effect.gen(function* () {
  const year = { key: "open", case: CampaignBudget.caseOf(account, 2026), by: Actor.world } as const
  yield* Operations.send(CampaignBudgetProcess, {
    ...year,
    step: "Open",
    input: { account, year: 2026, until: after(24 * 30) }
  })
  const of = { case: FamilyLaws.root } as const
  const idea = { name: "暗号", why: "会员不知道有账号" }
  yield* Operations.send(CampaignProcess, { ...of, key: "1", by: lin, step: "Propose", input: idea })
  yield* Operations.send(CampaignProcess, { ...of, key: "2", by: lin, step: "WriteBrief", input: { brief: its } })
  yield* Operations.send(CampaignProcess, { ...of, key: "3", by: he, step: "Approve", input: {} })
  for (let turn = 0; turn < 3; turn++) yield* Worker.round(work)
  for (const one of yield* Caseload.everyCase([ResourceRequestProcess]))
    if (one.process === ResourceRequestProcess) {
      const grant = { case: one.case.id, key: "yes", by: he, step: "Grant", input: { terms: "" } } as const
      yield* Operations.send(ResourceRequestProcess, grant)
    }
})

FamilyLaws.suite("a campaign", members.campaign, {
  store: () => MemoryStore.layer,
  children: [members.budget, members.requests, members.draws, members.codes],
  carriers: [tell, ...carriers],
  accounts: [account],
  begin,
  schedules: globalThis.process.env.CI === "true" ? 300 : 30
})
