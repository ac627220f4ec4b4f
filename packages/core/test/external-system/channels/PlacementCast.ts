/**
 * A small company with a website and a brochure, for the tests of placements: lin asks, xu has the channels, tang vouches for them.
 *
 * @module
 */
import { MemoryPlacementCheck, MemoryStore } from "@dualops/adapter-memory"
import { AccountId } from "@dualops/core/account"
import { type Placement, PlacementCarriers, type PlacementCheck, PlacementProcess } from "@dualops/core/channels"
import { Actions, Carrier, Caseload, Editions, Operations, type Store, Worker } from "@dualops/core/operations"
import { Actor, Allowance, Calendars, Case, Notify, type Process } from "@dualops/core/process"
import { Resource, ResourceRequestProcess } from "@dualops/core/resources"
import { DateTime, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { nine } from "../../operations/house.ts"

export const [lin, xu, tang] = ["lin", "xu", "tang"].map((id) => Actor.person(id)) as [
  // Three names make three people.
  Actor.Person,
  Actor.Person,
  Actor.Person
]
export const account = AccountId.make("1234567890")
export const [website, brochure] = [Resource.ResourceId.make("website"), Resource.ResourceId.make("brochure")]
export const hours = (count: number) => DateTime.add(nine, { hours: count })
export const page = "https://xinghe.example/"

const promise = { owner: xu.person, sponsor: tang.person, answers: Allowance.always("4 hours") }
export const settings: Placement.Settings = {
  lead: lin.person,
  attention: Allowance.always("8 hours"),
  every: Allowance.always("1 day"),
  channels: { [website]: promise, [brochure]: promise }
}
export const asking: Placement.Asking = {
  account,
  channel: website,
  medium: "website",
  where: "页脚",
  to: "https://weibo.com/xinghe",
  campaign: "寻梅",
  from: hours(1)
}

const edition: Editions.Edition = {
  version: Case.HandbookVersion.make("1"),
  // Every process of the tests takes of it what it asks for.
  settings: () => ({ ...settings, resources: settings.channels }) as never,
  entitled: () => true,
  accounts: [account],
  calendars: Calendars.everyMinute
}

/** What was told to whom, in order. */
export const told: Array<string> = []
const tell = Carrier.make(Notify.notify, ({ message, to }) =>
  Effect.sync(() => {
    told.push(`${to}: ${message.en}`)
    return {}
  })
)
const work = {
  processes: [ResourceRequestProcess, PlacementProcess],
  carriers: [...PlacementCarriers.carriers, tell]
}

/** Runs a test from nine o'clock on. */
export const inHouse = <A, E>(
  body: Effect.Effect<A, E, Store | Editions.Editions | PlacementCheck.PlacementCheck | MemoryPlacementCheck.Pages>
) =>
  TestClock.setTime(nine.epochMilliseconds).pipe(
    Effect.andThen(Effect.sync(() => void told.splice(0))),
    Effect.andThen(body),
    Effect.provide(Layer.mergeAll(MemoryStore.layer, MemoryPlacementCheck.layer, Editions.layer(edition)))
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

export const id = Case.CaseId.make("footer")
let sent = 0
/** Somebody takes a step of the placement. */
export const take = <const S extends Process.StepOf<typeof PlacementProcess>>(
  step: S,
  by: Actor.Actor,
  input: Process.InputOf<typeof PlacementProcess, S>
) =>
  Effect.tap(Operations.send(PlacementProcess, { key: `${step} ${++sent}`, case: id, step, by, input }), () => carried)

export const state = Effect.map(Operations.load(PlacementProcess, id), (one) => one?.state)

/** The department's answer to the request. */
export const answer = Effect.fnUntraced(function* (step: "Grant" | "Refuse", by: Actor.Person) {
  const parent = { process: PlacementProcess.name, case: id }
  for (const { case: one } of yield* Caseload.children([ResourceRequestProcess], parent)) {
    const order = { key: step, case: one.id, by }
    yield* step === "Grant"
      ? Operations.send(ResourceRequestProcess, { ...order, step: "Grant", input: { terms: "周一起" } })
      : Operations.send(ResourceRequestProcess, { ...order, step: "Refuse", input: { reason: "页脚已满" } })
  }
  yield* carried
})
