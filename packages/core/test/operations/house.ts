/**
 * A small team and a post of theirs, for the tests of operations.
 *
 * @module
 */

import { MemoryPublisher, MemoryStore } from "@dualops/adapter-memory"
import { AccountId } from "@dualops/core/account"
import { UnclaimedOutcomeProcess } from "@dualops/core/attention"
import { type Post, PostCarriers, PostProcess, type Publisher } from "@dualops/core/content"
import { Carrier, Editions, EventLog, Operations, type Store, Worker, Writing } from "@dualops/core/operations"
import { Actor, Allowance, Calendars, Case, Notify, type Process } from "@dualops/core/process"
import { DateTime, Duration, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"

export const nine = DateTime.makeUnsafe("2026-11-23T01:00:00Z")
export const slot = DateTime.add(nine, { hours: 2 })
export const later = (minutes: number) => DateTime.add(nine, { minutes })

export const [lin, zhou, qin, tang] = ["lin", "zhou", "qin", "tang"].map((id) => Actor.person(id)) as [
  Actor.Person,
  Actor.Person,
  Actor.Person,
  Actor.Person
]
export const moon = Case.CaseId.make("moon")
export const account = AccountId.make("1234567890")
export const content = { text: "中秋预热 https://xinghe.example.com/moon ", pictures: [] }

const settings: Post.Settings = {
  review: { approvers: [zhou.person, qin.person], needs: "any", within: Allowance.always("1 hour") },
  lead: tang.person,
  attention: Allowance.always("3 hours"),
  tolerance: Duration.minutes(10),
  patience: Duration.minutes(2),
  looks: { every: Duration.minutes(2), times: 3 },
  rules: { route: "share", safeDomains: ["xinghe.example.com"] }
}

/** An edition in which everybody may do everything, unless it is told otherwise. */
export const edition = (
  version: string,
  more: Partial<Post.Settings> = {},
  entitled: Process.Entitled = () => true
): Editions.Edition => ({
  version: Case.HandbookVersion.make(version),
  // The tests run this one process.
  settings: () => ({ ...settings, ...more }) as never,
  entitled,
  accounts: [account],
  calendars: Calendars.everyMinute
})

/** What was told to whom, in order. */
export const told: Array<string> = []
const tell = Carrier.make(Notify.notify, ({ to }) =>
  Effect.sync(() => {
    told.push(to)
    return {}
  })
)

export const work = { processes: [PostProcess], carriers: [...PostCarriers.carriers, tell], lease: "1 minute" as const }

/** Runs a test at nine o'clock, in an empty house. */
export const at9 = <A, E>(
  body: Effect.Effect<A, E, Store | Editions.Editions | Publisher.Publisher | MemoryPublisher.Platform>,
  editions: Editions.Edition = edition("1")
) =>
  TestClock.setTime(nine.epochMilliseconds).pipe(
    Effect.andThen(Effect.sync(() => void told.splice(0))),
    Effect.andThen(body),
    Effect.provide(Layer.mergeAll(MemoryStore.layer, MemoryPublisher.layer, Editions.layer(editions)))
  )

export const send = <const S extends Process.StepOf<typeof PostProcess>>(
  step: S,
  by: Actor.Actor,
  input: Process.InputOf<typeof PostProcess, S>,
  key: string = `${step} by ${Actor.describe(by)}`
) => Operations.send(PostProcess, { key, case: moon, step, by, input })

export const composed = send("Compose", lin, { account, content, slot })
export const inReview = Effect.andThen(composed, send("Submit", lin, {}))
export const approved = Effect.andThen(inReview, send("Approve", zhou, {}))
export const scheduled = Effect.andThen(approved, send("Schedule", tang, { slot }))

/** Puts the clock forward, and lets the worker work until there is nothing to do. */
export const until = Effect.fnUntraced(function* (moment: DateTime.Utc) {
  yield* TestClock.setTime(moment.epochMilliseconds)
  let busy = true
  while (busy) {
    const { carried, fired } = yield* Worker.round(work)
    busy = carried + fired > 0
  }
})

export const state = Effect.map(Operations.load(PostProcess, moon), (post) => post?.state)

/** A way in which the platform does not answer, and whether the post is out all the same. */
export const silent = (out: boolean): MemoryPublisher.Fate => ({
  failure: new Writing.Unknown({ code: "timeout", detail: "no answer" }),
  out
})
export const later20 = new Writing.TryLater({ code: "10009", detail: "too many tasks", after: Duration.seconds(20) })

/** The unclaimed outcomes there are, by the log. */
export const unclaimedOutcomes = Effect.gen(function* () {
  const store = yield* EventLog.EventLog
  const cases = new Set(
    (yield* store.log(0, 1_000)).flatMap((one) => (one.process === "UnclaimedOutcome" ? [one.case] : []))
  )
  return yield* Effect.forEach(cases, (id) =>
    Effect.map(Operations.load(UnclaimedOutcomeProcess, id), (one) => one?.state)
  )
})

export const minutesAfterSlot = (minutes: number) => DateTime.add(slot, { minutes })

/** What is out, by the platform. */
export const published = Effect.flatMap(MemoryPublisher.Platform, (platform) => platform.posts)

/** What the next publications meet, one each. */
export const next = (...fates: ReadonlyArray<MemoryPublisher.Fate>) =>
  Effect.flatMap(MemoryPublisher.Platform, (platform) => platform.next(...fates))
