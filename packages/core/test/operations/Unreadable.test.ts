import { PostId } from "@dualops/core/account"
import { Post, PostProcess } from "@dualops/core/content"
import { Carrier, Caseload, EventLog, Worker } from "@dualops/core/operations"
import { Actor, Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import {
  at9,
  inReview,
  later,
  minutesAfterSlot,
  moon,
  published,
  scheduled,
  send,
  slot,
  state,
  tang,
  told,
  unclaimedOutcomes,
  until,
  work
} from "./house.ts"

/** What a release that has forgotten how finds in its store: an event that it cannot read, with a deadline that is over. */
const unreadable = (name: string, expected = 0) =>
  Effect.gen(function* () {
    const store = yield* EventLog.EventLog
    const address = { process: PostProcess.name, case: Case.CaseId.make(name) }
    yield* store.append({
      ...address,
      key: `key ${expected}`,
      expected,
      event: { step: "Compose", facts: "of another release" },
      state: "Draft",
      tags: [],
      actions: [],
      timers: [{ ...address, name: "slot", rung: 1, version: expected + 1, fires: "MissSlot", at: later(1) }]
    })
  })

describe("a case that cannot be read", () => {
  it.effect("is read once for a desk, and again only when something has happened to it", () =>
    at9(
      Effect.gen(function* () {
        const { cases } = Caseload.make([PostProcess])
        yield* unreadable("old")
        let reads = 0
        const log = yield* EventLog.EventLog
        const counting = EventLog.EventLog.of({
          ...log,
          read: (address) =>
            Effect.andThen(
              Effect.sync(() => reads++),
              log.read(address)
            )
        })
        const look = Effect.provideService(cases, EventLog.EventLog, counting)
        yield* Effect.all([look, look, look])
        assert.strictEqual(reads, 1)
        yield* unreadable("old", 1)
        yield* Effect.all([look, look])
        assert.strictEqual(reads, 2)
      })
    )
  )

  it.effect("takes nobody's desk away, whether it was always so or not", () =>
    at9(
      Effect.gen(function* () {
        const caseload = Caseload.make([PostProcess])
        yield* unreadable("before")
        yield* inReview
        assert.deepStrictEqual(
          (yield* caseload.cases).map((one) => one.case.id),
          [moon]
        )
        yield* unreadable("after")
        yield* unreadable("before", 1)
        yield* send("Withdraw", tang, { reason: "the festival is off" })
        assert.isEmpty(yield* caseload.desk(tang))
        yield* unreadable(moon, 3)
        assert.isEmpty(yield* caseload.cases)
      })
    )
  )

  it.effect("does not keep other deadlines from being fired, however many there are of it", () =>
    at9(
      Effect.gen(function* () {
        yield* Effect.forEach(
          Array.from({ length: 250 }, (_, index) => `old ${index}`),
          (name) => unreadable(name)
        )
        yield* scheduled
        yield* until(slot)
        assert.strictEqual((yield* state)?._tag, "Published")
        assert.lengthOf(told, 250, "a person hears of each, once")
      })
    )
  )

  it.effect("is tried again after a minute, and not at every round", () =>
    at9(
      Effect.gen(function* () {
        yield* unreadable("old")
        const store = yield* EventLog.EventLog
        let reads = 0
        const counting = {
          ...store,
          read: (address: Case.Address) =>
            Effect.tap(store.read(address), () => Effect.sync(() => (reads += address.process === "Post" ? 1 : 0)))
        }
        const rounds = (minutes: number) =>
          Effect.andThen(until(later(minutes)), until(later(minutes))).pipe(
            Effect.provideService(EventLog.EventLog, counting)
          )
        yield* rounds(1)
        assert.strictEqual(reads, 1)
        yield* rounds(2)
        assert.strictEqual(reads, 2)
      })
    )
  )

  it.effect("makes an unclaimed outcome of what may have been done for it, so that a person hears of it", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        yield* TestClock.setTime(slot.epochMilliseconds)
        const dying = Carrier.make(Post.publish, () => Effect.interrupt)
        yield* Effect.exit(Worker.round({ ...work, carriers: [dying] }))
        yield* unreadable(moon, 5)
        yield* until(minutesAfterSlot(1))
        const [unclaimed, ...none] = yield* unclaimedOutcomes
        assert.isEmpty(none)
        assert.deepInclude(unclaimed, { case: moon, outcome: "unknown" })
        assert.deepStrictEqual(told, ["tang", "tang"], "of the unclaimed outcome, and of the case that cannot be read")
      })
    )
  )

  it.effect("makes an unclaimed outcome of what was done for it, too", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        yield* TestClock.setTime(slot.epochMilliseconds)
        const house = yield* Effect.context<EventLog.EventLog>()
        const out = { post: PostId.make("501"), publishedAt: slot }
        const slow = Carrier.make(Post.publish, () =>
          Effect.as(Effect.orDie(Effect.provideContext(unreadable(moon, 5), house)), out)
        )
        yield* Worker.round({ ...work, carriers: [slow] })
        const [unclaimed] = yield* unclaimedOutcomes
        assert.deepInclude(unclaimed, { case: moon, outcome: "done" })
      })
    )
  )

  it.effect("keeps what was not begun for it, until it can be read again", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        yield* TestClock.setTime(slot.epochMilliseconds)
        const store = yield* EventLog.EventLog
        const blind = { ...store, read: () => Effect.succeed([{ step: "of another release" }]) }
        yield* send("Publish", Actor.clock("publication"), {})
        yield* Effect.provideService(until(slot), EventLog.EventLog, blind)
        assert.isEmpty(yield* published)
        yield* until(minutesAfterSlot(1))
        assert.isEmpty(yield* unclaimedOutcomes)
        assert.strictEqual((yield* state)?._tag, "Published")
      })
    )
  )
})
