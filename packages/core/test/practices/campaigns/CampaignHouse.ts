/** A house in memory that runs campaigns: its year of budgets, its worker, and what people of it do. */
import { MemoryStore } from "@dualops/adapter-memory"
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
import { type Resource, ResourceRequestProcess } from "@dualops/core/resources"
import { Duration, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { nine } from "../../operations/house.ts"
import { carriers } from "./CampaignCarriers.ts"
import { account, brief, gao, he, hours, lin, ofBudget, prizes, settings, shen, website } from "./CampaignCast.ts"

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
  own: Partial<Campaign.Settings> = {},
  entitled: Editions.Edition["entitled"] = () => true
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
    Effect.provide(Layer.merge(MemoryStore.layer, Editions.layer({ ...editionWith(own), entitled })))
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
