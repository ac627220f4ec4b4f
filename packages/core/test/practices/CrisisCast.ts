/**
 * A small team in trouble, for the tests of crises: lin and zhou write and schedule, he and qin may be the voice, tang leads.
 *
 * @module
 */
import { MemoryPublisher, MemoryStore } from "@dualops/adapter-memory"
import { AccountId } from "@dualops/core/account"
import { ContentMix, PostCarriers, PostProcess, type Publisher } from "@dualops/core/content"
import { AnswerProcess } from "@dualops/core/interaction"
import { Actions, Carrier, Editions, Operations, type Store, Worker } from "@dualops/core/operations"
import { type Crisis, CrisisProcess, EmbargoProcess, PrizeDrawProcess, ProblemProcess } from "@dualops/core/practices"
import { Actor, Allowance, Calendars, Case, Notify, type Process } from "@dualops/core/process"
import { type DateTime, Duration, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { later, nine } from "../operations/house.ts"

export const [lin, zhou, he, qin, tang] = ["lin", "zhou", "he", "qin", "tang"].map((id) => Actor.person(id)) as [
  // Five names make five people.
  Actor.Person,
  Actor.Person,
  Actor.Person,
  Actor.Person,
  Actor.Person
]
export const [tea, cups] = [AccountId.make("1234567890"), AccountId.make("2345678901")] as const

/** The category of posts that a local crisis lets go on. */
export const service = ContentMix.CategoryId.make("service")

export const settings: Crisis.Settings = {
  lead: tang.person,
  voices: [he.person, qin.person],
  writers: [lin.person, zhou.person],
  levels: [
    {
      name: "grave",
      title: { zh: "重大危机", en: "a grave crisis" },
      statement: [Allowance.always("1 hour"), Allowance.always("90 minutes")],
      figures: Duration.hours(1),
      closesAnswers: true
    },
    {
      name: "local",
      title: { zh: "局部危机", en: "a local crisis" },
      statement: [Allowance.always("4 hours")],
      figures: Duration.hours(2),
      goesOn: [service]
    }
  ],
  review: Allowance.always("72 hours"),
  approvers: [zhou.person, tang.person],
  rules: { route: "business" }
}

export const edition: Editions.Edition = {
  version: Case.HandbookVersion.make("1"),
  // Every process of the test takes of it what it asks for.
  settings: () =>
    ({
      ...settings,
      most: Duration.days(3),
      reminds: Allowance.always("4 hours"),
      stopsAnswers: false,
      within: Allowance.always("1 day"),
      decides: Allowance.always("1 day"),
      review: { approvers: [zhou.person, tang.person], needs: "any", within: Allowance.always("1 day") },
      attention: Allowance.always("1 day"),
      tolerance: Duration.minutes(10),
      patience: Duration.minutes(2),
      looks: { every: Duration.minutes(2), times: 3 },
      excluded: []
    }) as never,
  entitled: () => true,
  accounts: [tea, cups],
  calendars: Calendars.everyMinute
}
/** The setting `review` is an allowance to a crisis, and who reviews to a post. */
export const editions: Editions.Edition = {
  ...edition,
  settings: ((process: Process.Any) =>
    process.name === CrisisProcess.name ? settings : edition.settings(process)) as never
}

/** What was told to whom, in order. */
export const told: Array<string> = []
const tell = Carrier.make(Notify.notify, ({ message, to }) =>
  Effect.sync(() => {
    told.push(`${to}: ${message.en}`)
    return {}
  })
)
export const work = {
  processes: [PostProcess, AnswerProcess, ProblemProcess, PrizeDrawProcess, EmbargoProcess, CrisisProcess],
  carriers: [...PostCarriers.carriers, tell]
}

/** Runs a test at nine o'clock, in an empty house. */
export const inHouse = <A, E>(
  body: Effect.Effect<A, E, Store | Editions.Editions | Publisher.Publisher | MemoryPublisher.Platform>
) =>
  TestClock.setTime(nine.epochMilliseconds).pipe(
    Effect.andThen(Effect.sync(() => void told.splice(0))),
    Effect.andThen(body),
    Effect.provide(Layer.mergeAll(MemoryStore.layer, MemoryPublisher.layer, Editions.layer(editions)))
  )

export const id = (name: string) => Case.CaseId.make(name)
let keys = 0
/** Takes a step of a case by its name. */
export const take = <P extends Process.Any, S extends Process.StepOf<P>>(
  process: P,
  name: string,
  step: S,
  by: Actor.Actor,
  input: Process.InputOf<P, S>
) => Operations.send(process, { key: `${keys++}`, case: id(name), step, by, input } as never)

/** Takes a post as far as to be approved. */
export const write = Effect.fnUntraced(function* (
  name: string,
  account: AccountId,
  slot: DateTime.Utc,
  category?: ContentMix.CategoryId
) {
  const idea = { account, content: { text: name, pictures: [] }, slot, ...(category && { category }) }
  yield* take(PostProcess, name, "Compose", lin, idea)
  yield* take(PostProcess, name, "Submit", lin, {})
  yield* take(PostProcess, name, "Approve", zhou, {})
})
export const schedule = (name: string, slot: DateTime.Utc) => take(PostProcess, name, "Schedule", zhou, { slot })
export const declare = (name = "leak", account = tea, level = "grave") =>
  take(CrisisProcess, name, "Declare", tang, { account, level, what: "门店漏水" })
export const draft = (text: string, name = "leak") =>
  take(CrisisProcess, name, "Draft", he, { content: { text, pictures: [] } })
export const approve = (name = "leak") => take(CrisisProcess, name, "Approve", tang, {})
export const standDown = (name = "leak") => take(CrisisProcess, name, "StandDown", tang, { reason: "已修好" })
export const stateOf = <P extends Process.Any>(process: P, name: string) =>
  Effect.map(Operations.load(process, id(name)), (one) => one?.state)

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
export { later }
