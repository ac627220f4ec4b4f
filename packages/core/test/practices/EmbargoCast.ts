/**
 * A spokesperson, two accounts and a post of each, for the tests of embargoes.
 *
 * @module
 */
import { MemoryPublisher, MemoryStore } from "@dualops/adapter-memory"
import { AccountId } from "@dualops/core/account"
import { PostCarriers, PostProcess, type Publisher } from "@dualops/core/content"
import { Actions, Carrier, Editions, Operations, type Store, Worker } from "@dualops/core/operations"
import { type Embargo, EmbargoProcess } from "@dualops/core/practices"
import { Actor, Allowance, Calendars, Case, Notify } from "@dualops/core/process"
import { type DateTime, Duration, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { later, nine } from "../operations/house.ts"

/** Lin writes, Zhou approves and schedules, He leads; Qin speaks for the house. */
export const [lin, zhou, he, qin] = ["lin", "zhou", "he", "qin"].map((id) => Actor.person(id)) as [
  // Four names make four people.
  Actor.Person,
  Actor.Person,
  Actor.Person,
  Actor.Person
]
/** The account that is stopped, and another of the same house. */
export const [tea, cups] = [AccountId.make("1234567890"), AccountId.make("2345678901")] as const

export const settings: Embargo.Settings = {
  lead: he.person,
  writers: [lin.person, zhou.person],
  most: Duration.days(3),
  reminds: Allowance.always("4 hours"),
  stopsAnswers: false
}

const edition = (stopsAnswers: boolean): Editions.Edition => ({
  version: Case.HandbookVersion.make("1"),
  // Every process of the test takes of it what it asks for.
  settings: () =>
    ({
      ...settings,
      stopsAnswers,
      within: Allowance.always("1 day"),
      review: { approvers: [zhou.person], needs: "any", within: Allowance.always("1 day") },
      attention: Allowance.always("1 day"),
      tolerance: Duration.minutes(10),
      patience: Duration.minutes(2),
      looks: { every: Duration.minutes(2), times: 3 },
      rules: { route: "business" }
    }) as never,
  entitled: () => true,
  accounts: [tea, cups],
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
export const work = { processes: [PostProcess, EmbargoProcess], carriers: [...PostCarriers.carriers, tell] }

/** Runs a test at nine o'clock, in an empty house. */
export const inHouse = <A, E>(
  body: Effect.Effect<A, E, Store | Editions.Editions | Publisher.Publisher | MemoryPublisher.Platform>,
  { stopsAnswers } = settings
) =>
  TestClock.setTime(nine.epochMilliseconds).pipe(
    Effect.andThen(Effect.sync(() => void told.splice(0))),
    Effect.andThen(body),
    Effect.provide(Layer.mergeAll(MemoryStore.layer, MemoryPublisher.layer, Editions.layer(edition(stopsAnswers))))
  )

const id = (name: string) => Case.CaseId.make(name)

/** Takes a post as far as to be approved. */
export const write = Effect.fnUntraced(function* (name: string, account: AccountId, slot: DateTime.Utc) {
  const post = { case: id(name), by: lin }
  const input = { account, content: { text: name, pictures: [] }, slot }
  yield* Operations.send(PostProcess, { ...post, key: "compose", step: "Compose", input })
  yield* Operations.send(PostProcess, { ...post, key: "submit", step: "Submit", input: {} })
  yield* Operations.send(PostProcess, { ...post, key: "approve", step: "Approve", by: zhou, input: {} })
})
export const schedule = (name: string, slot: DateTime.Utc, key = "schedule") =>
  Operations.send(PostProcess, { key, case: id(name), step: "Schedule", by: zhou, input: { slot } })
export const publishNow = (name: string, by: Actor.Person) =>
  Operations.send(PostProcess, { key: `now ${by.person}`, case: id(name), step: "PublishNow", by, input: {} })
export const impose = (account: AccountId, minutes: number, name = "mourning") =>
  Operations.send(EmbargoProcess, {
    ...{ key: "impose", case: id(name), step: "Impose", by: he },
    input: { account, reason: "全国哀悼日", until: later(minutes), mayPublish: [qin.person] }
  })
export const lift = (name = "mourning") =>
  Operations.send(EmbargoProcess, { key: "lift", case: id(name), step: "Lift", by: zhou, input: { note: "" } })
export const stateOf = (name: string) => Effect.map(Operations.load(PostProcess, id(name)), (one) => one?.state)

/** Lets minutes pass, in each of which a worker fires and carries whatever waits. */
export const pass = Effect.fnUntraced(function* (minutes: number) {
  for (let minute = 0; minute < minutes; minute++) {
    yield* TestClock.adjust("1 minute")
    yield* Worker.round(work)
    yield* Actions.carryWaiting(work, 99)
  }
})
/** What is out, in order. */
export const out = Effect.flatMap(MemoryPublisher.Platform, ({ posts }) =>
  Effect.map(posts, (all) => all.map(({ text }) => text))
)
