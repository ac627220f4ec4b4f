/**
 * A small company and its campaigns, for their tests: lin writes the briefs, he decides, shen has the prizes, gao the website.
 *
 * @module
 */
import { MemoryStore } from "@dualops/adapter-memory"
import { AccountId } from "@dualops/core/account"
import { CalendarDate } from "@dualops/core/calendar"
import { CodeTerms } from "@dualops/core/codes"
import { PostProcess } from "@dualops/core/content"
import { Actions, Carrier, Caseload, Editions, Operations, type Store, Worker } from "@dualops/core/operations"
import {
  type Brief,
  type Campaign,
  CampaignBudget,
  CampaignBudgetProcess,
  CampaignProcess,
  CodeSeriesProcess,
  EmbargoProcess,
  PrizeDeliveryProcess,
  PrizeDrawProcess
} from "@dualops/core/practices"
import { Actor, Allowance, Calendars, Case, Notify } from "@dualops/core/process"
import { Resource, ResourceRequestProcess } from "@dualops/core/resources"
import { DateTime, Duration, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { nine } from "../../operations/house.ts"
import { carriers } from "./CampaignCarriers.ts"

export const [lin, he, shen, gao] = ["lin", "he", "shen", "gao"].map((id) => Actor.person(id)) as [
  // Four names make four people.
  Actor.Person,
  Actor.Person,
  Actor.Person,
  Actor.Person
]
export const account = AccountId.make("1234567890")
export const [prizes, website] = [Resource.ResourceId.make("prizes"), Resource.ResourceId.make("website")]
export const hours = (count: number) => DateTime.add(nine, { hours: count })

export const settings: Campaign.Settings = {
  lead: he.person,
  approver: he.person,
  attention: Allowance.always("1 day"),
  report: Allowance.always("2 days"),
  notice: Allowance.always("10 hours"),
  most: 30_000,
  prizesMost: 8_000,
  resources: [prizes, website],
  draws: { settlesWithin: Allowance.always("30 days") },
  codes: { longest: Duration.days(30), most: 5_000 },
  timeZone: "Asia/Shanghai"
}
export const ofBudget: CampaignBudget.Settings = {
  timeZone: "Asia/Shanghai",
  budget: 50_000,
  together: 1,
  frequency: { times: 2, per: "month" }
}

/** Live from Wednesday morning until Friday, with cups to win and, if it can be had, a banner. */
export const brief: Brief.Brief = {
  account,
  objective: "让老会员关注账号",
  theme: "寻找神秘暗号",
  audience: "会员",
  warmUp: hours(24),
  from: hours(48),
  until: hours(96),
  budget: 20_000,
  prizes: { from: prizes, worth: 6_000, dearest: 200, drawn: true },
  needs: [
    { resource: prizes, need: "三十个杯子", must: true },
    { resource: website, need: "首页横幅", must: false }
  ]
}

const dayOf = (at: DateTime.Utc) =>
  CalendarDate.CalendarDate.make(DateTime.formatIsoDate(DateTime.add(at, { hours: 8 })))
/** Thirty cups to be drawn when it is over, and codes in the metro as long as it is live; both announced with the warm-up. */
export const withChildren = <B extends Brief.Brief>(its: B): B & Required<Pick<Brief.Brief, "draws" | "codes">> => ({
  ...its,
  draws: [
    {
      name: "杯子",
      opens: its.from,
      closes: its.until,
      draws: DateTime.add(its.until, { hours: 1 }),
      prizes: [{ name: "杯子", count: 30, yuan: 200 }],
      alternates: 5,
      requires: ["repost"],
      excludes: ["本公司员工"]
    }
  ],
  codes: [
    {
      name: "暗号",
      discount: "第二杯半价",
      firstDay: dayOf(its.from),
      lastDay: dayOf(its.until),
      length: 12,
      placements: [
        { id: CodeTerms.PlacementId.make("metro"), kind: "advertisement", resource: prizes, codes: 2_000 },
        { id: CodeTerms.PlacementId.make("banner"), kind: "advertisement", resource: website, codes: 100 }
      ]
    }
  ]
})

const promise = (owner: Actor.Person) => ({
  owner: owner.person,
  sponsor: he.person,
  answers: Allowance.always("4 hours")
})
const ofDraws = {
  settlesWithin: Allowance.always("30 days"),
  excluded: [],
  tellWithin: Allowance.always("1 day"),
  claimWithin: Allowance.always("7 days"),
  sendWithin: Allowance.always("3 days"),
  arriveWithin: Allowance.always("10 days")
}
const editionWith = (own: Partial<Campaign.Settings>): Editions.Edition => ({
  version: Case.HandbookVersion.make("1"),
  // Every process of the tests takes of it what it asks for.
  settings: (process) =>
    ({
      ...settings,
      ...own,
      ...(process.name === "DueReport" && { lookedAtWithin: Allowance.always("1 day") }),
      ...(process.name === "CampaignBudget" && ofBudget),
      ...(process.name === "CodeSeries" && { ...settings.codes, approvers: [he.person], words: [] }),
      ...ofDraws,
      ...(process.name === "ResourceRequest" && { resources: { [prizes]: promise(shen), [website]: promise(gao) } }),
      review: { approvers: [he.person], needs: "any", within: Allowance.always("1 day") },
      tolerance: Duration.minutes(10),
      patience: Duration.minutes(2),
      looks: { every: Duration.minutes(2), times: 3 },
      rules: { route: "business" },
      writers: [],
      reminds: Allowance.always("4 hours"),
      stopsAnswers: false,
      ...(process.name === "Embargo" && { most: Duration.days(7) })
    }) as never,
  entitled: () => true,
  accounts: [account],
  calendars: Calendars.everyMinute
})

/** What was told to whom, in order. */
export const told: Array<string> = []
const tell = Carrier.make(Notify.notify, ({ message, to }) =>
  Effect.sync(() => {
    told.push(`${to}: ${message.en}`)
    return {}
  })
)
export const work = {
  processes: [
    CampaignBudgetProcess,
    CampaignProcess,
    ResourceRequestProcess,
    PostProcess,
    EmbargoProcess,
    PrizeDeliveryProcess,
    PrizeDrawProcess,
    CodeSeriesProcess
  ],
  carriers: [tell, ...carriers]
}

/** Runs a test from nine o'clock on, with the budget of the year open. */
export const inHouse = <A, E>(
  body: Effect.Effect<A, E, Store | Editions.Editions>,
  own: Partial<Campaign.Settings> = {}
) =>
  TestClock.setTime(nine.epochMilliseconds).pipe(
    Effect.andThen(Effect.sync(() => void told.splice(0))),
    Effect.andThen(
      Operations.send(CampaignBudgetProcess, {
        key: "open",
        case: CampaignBudget.caseOf(account, 2026),
        step: "Open",
        by: Actor.world,
        input: { account, year: 2026, until: hours(24 * 120) }
      })
    ),
    Effect.andThen(body),
    Effect.provide(Layer.merge(MemoryStore.layer, Editions.layer(editionWith(own))))
  )

/** Carries what waits, what comes of that as well. */
export const carried = Effect.gen(function* () {
  for (let turn = 0; turn < 4; turn++) {
    yield* Worker.round(work)
    yield* Actions.carryWaiting(work, 99)
  }
})
/** Lets hours pass, in each of which a worker works. */
export const pass = Effect.fnUntraced(function* (count: number) {
  for (let hour = 0; hour < count; hour++) {
    yield* TestClock.adjust("1 hour")
    yield* carried
  }
})

/** A campaign as far as to be approved. */
export const approved = Effect.fnUntraced(function* (name: string, its: Brief.Brief = brief) {
  const order = { case: Case.CaseId.make(name), by: lin } as const
  yield* Operations.send(CampaignProcess, {
    ...order,
    key: "idea",
    step: "Propose",
    input: { name, why: "会员不知道有账号" }
  })
  yield* Operations.send(CampaignProcess, { ...order, key: "brief", step: "WriteBrief", input: { brief: its } })
  yield* Operations.send(CampaignProcess, { ...order, key: "yes", step: "Approve", by: he, input: {} })
  yield* carried
})
/** Every request, open or over. */
const requests = Effect.flatMap(Caseload.everyCase([ResourceRequestProcess]), (all) =>
  Effect.forEach(
    all.filter(({ process }) => process === ResourceRequestProcess),
    ({ case: { id } }) => Operations.load(ResourceRequestProcess, id)
  )
).pipe(Effect.map((all) => all.filter((one) => one !== undefined)))

/** Where they stand. */
export const requestStates = Effect.map(requests, (all) => all.map(({ state }) => state._tag))

/** The owner of the resource answers every request for it that is open. */
export const answered = Effect.fnUntraced(function* (
  resource: Resource.ResourceId,
  by: Actor.Person,
  step: "Grant" | "Refuse"
) {
  for (const { id, state } of yield* requests) {
    if ((state._tag !== "Asked" && state._tag !== "Escalated") || state.resource !== resource) continue
    const order = { key: step, case: id, by }
    yield* step === "Grant"
      ? Operations.send(ResourceRequestProcess, { ...order, step: "Grant", input: { terms: "周五寄出" } })
      : Operations.send(ResourceRequestProcess, { ...order, step: "Refuse", input: { reason: "没有货" } })
  }
  yield* carried
})

export const stateOf = (name: string) =>
  Effect.map(Operations.load(CampaignProcess, Case.CaseId.make(name)), (one) => one?.state)
/** What is left of the budget of the year. */
export const left = Effect.map(Operations.load(CampaignBudgetProcess, CampaignBudget.caseOf(account, 2026)), (one) =>
  one === undefined ? undefined : CampaignBudget.left(one.state, ofBudget)
)
