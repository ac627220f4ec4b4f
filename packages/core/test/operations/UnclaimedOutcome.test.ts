import { Post, Publisher } from "@dualops/core/content"
import {
  Carrier,
  Caseload,
  EventLog,
  Operations,
  StoreUnavailable,
  UnclaimedOutcomeProcess,
  Worker,
  WorkQueue,
  Writing
} from "@dualops/core/operations"
import { Actor, Allowance, Soundness } from "@dualops/core/process"
import { ProcessLaws } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Duration, Effect, Fiber, Latch } from "effect"
import { TestClock } from "effect/testing"
import {
  at9,
  content,
  later,
  lin,
  moon,
  nine,
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

const out = { post: Publisher.PostId.make("501"), publishedAt: slot }
const changed = { content: { ...content, text: `${content.text}！` }, slot: later(600) }

/** Nobody has heard of the publication: it has been looked for as often as the handbook says, and given up. */
const givenUp = Effect.gen(function* () {
  yield* send("TimeOut", Actor.clock, {})
  for (const look of [1, 2, 3]) yield* send("NotSeen", Actor.world, { detail: "not there" }, `look ${look}`)
  yield* send("GiveUp", tang, {})
})

/** A carrier of posts that is slow: all this happens before it answers. */
const slow = <E, R>(
  meanwhile: Effect.Effect<unknown, E, R>,
  answer: Effect.Effect<typeof out, Carrier.Failure> = Effect.succeed(out)
) => Carrier.make(Post.publish, () => Effect.andThen(Effect.orDie(meanwhile), answer))

const roundWith = <R>(carrier: Carrier.AnyCarrier<R>, moment: DateTime.Utc) =>
  Effect.andThen(TestClock.setTime(moment.epochMilliseconds), Worker.round({ ...work, carriers: [carrier] }))

describe("What was done and no case takes in", () => {
  const edited = Effect.andThen(givenUp, send("Edit", lin, changed))

  it.effect("becomes an unclaimed outcome, with what came back and why nobody wanted it", () =>
    at9(
      Effect.gen(function* () {
        yield* Effect.andThen(scheduled, roundWith(slow(edited), slot))
        assert.strictEqual((yield* state)?._tag, "Draft")
        assertEquals(yield* unclaimedOutcomes, [
          {
            _tag: "Unclaimed",
            process: "Post",
            case: moon,
            action: "publish",
            key: "Post/moon/5/publish",
            outcome: "done",
            told: '{"post":"501","publishedAt":"2026-11-23T03:00:00.000Z"}',
            why: "Confirm cannot be done while the case is Draft.",
            read: {
              about: { zh: `微博「${changed.content.text}」`, en: `the post “${changed.content.text}”` },
              hears: { zh: "获知已发布", en: "hear that it is out" },
              why: {
                zh: "「草稿」时不能获知已发布。",
                en: "A case that is draft does not let anybody hear that it is out."
              }
            },
            lead: tang.person
          } as const
        ])
      })
    )
  )

  it.effect("is told to the lead, again and again, and is on the desk until somebody says what was done about it", () =>
    at9(
      Effect.gen(function* () {
        yield* Effect.andThen(scheduled, roundWith(slow(edited), slot))
        yield* until(slot)
        assert.deepStrictEqual(told, ["tang"])
        yield* until(DateTime.add(slot, { hours: 3 }))
        assert.deepStrictEqual(told, ["tang", "tang"])
        const desk = Effect.map(Caseload.make([]).desk(tang), (tasks) => tasks.map((task) => task.step))
        assert.deepStrictEqual(yield* desk, ["Acknowledge"])
        const [id] = (yield* Caseload.make([]).cases).map((one) => one.case.id)
        yield* Operations.send(UnclaimedOutcomeProcess, {
          key: "click",
          case: id ?? moon,
          step: "Acknowledge",
          by: tang,
          input: { note: "deleted on Weibo by hand" }
        })
        assert.deepStrictEqual(yield* desk, [])
        yield* until(DateTime.add(slot, { hours: 7 }))
        assert.lengthOf(told, 2)
      })
    )
  )

  it.effect("also when its case was withdrawn, and so was over", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        yield* roundWith(slow(Effect.andThen(givenUp, send("Withdraw", tang, { reason: "off" }))), slot)
        assert.strictEqual((yield* state)?._tag, "Withdrawn")
        assert.lengthOf(yield* unclaimedOutcomes, 1)
      })
    )
  )

  it.effect("is none when its case takes it in late", () =>
    at9(
      Effect.gen(function* () {
        yield* Effect.andThen(scheduled, roundWith(slow(givenUp), slot))
        assert.deepInclude(yield* state, { _tag: "Published", post: out.post })
        assert.isEmpty(yield* unclaimedOutcomes)
      })
    )
  )

  it.effect("is none when a person has told the case of it before", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        const found = Effect.andThen(
          send("TimeOut", Actor.clock, {}),
          send("Find", tang, { ...out, publishedAt: later(0) })
        )
        yield* roundWith(slow(found), slot)
        assert.deepInclude(yield* state, { _tag: "Published", publishedAt: nine })
        assert.isEmpty(yield* unclaimedOutcomes)
      })
    )
  )

  it.effect("is none when nobody knows, and its case is looking for it already", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        const dies = Effect.andThen(send("TimeOut", Actor.clock, {}), Effect.interrupt)
        yield* Effect.exit(roundWith(slow(dies), slot))
        yield* until(DateTime.add(slot, { minutes: 1 }))
        assert.strictEqual((yield* state)?._tag, "Unconfirmed")
        assert.isEmpty(yield* unclaimedOutcomes)
      })
    )
  )

  it.effect("is one when the person meant another post", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        const other = { ...out, post: Publisher.PostId.make("499") }
        yield* roundWith(slow(Effect.andThen(send("TimeOut", Actor.clock, {}), send("Find", tang, other))), slot)
        assert.lengthOf(yield* unclaimedOutcomes, 1)
      })
    )
  )

  it.effect("is not forgotten while the store does not answer, and the action is settled only after it", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        const store = yield* EventLog.EventLog
        let outage = false
        const unavailable = new StoreUnavailable({ cause: new Error("the disk is full") })
        const flaky = EventLog.EventLog.of({
          ...store,
          append: (commit) =>
            outage && commit.process === "UnclaimedOutcome" ? Effect.fail(unavailable) : store.append(commit)
        })
        const queue = yield* WorkQueue.WorkQueue
        const watched = WorkQueue.WorkQueue.of({
          ...queue,
          settle: (key) =>
            Effect.tap(queue.settle(key), () =>
              Effect.map(unclaimedOutcomes, (all) => assert.lengthOf(all, 1)).pipe(
                Effect.provideService(EventLog.EventLog, store)
              )
            )
        })
        const published = Latch.makeUnsafe()
        const begins = Effect.suspend(() => {
          outage = true
          return published.open
        })
        const working = yield* roundWith(slow(Effect.andThen(edited, begins)), slot).pipe(
          Effect.provideService(EventLog.EventLog, flaky),
          Effect.provideService(WorkQueue.WorkQueue, watched),
          Effect.forkChild
        )
        yield* published.await
        yield* TestClock.adjust("30 minutes")
        assert.isEmpty(yield* unclaimedOutcomes)
        outage = false
        yield* TestClock.adjust("5 seconds")
        yield* Fiber.join(working)
        assert.lengthOf(yield* unclaimedOutcomes, 1)
        yield* until(later(180))
        assert.lengthOf(yield* unclaimedOutcomes, 1)
      })
    )
  )

  it.effect("turns up once, also when the worker died before it could settle the action", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        const queue = yield* WorkQueue.WorkQueue
        const dying = WorkQueue.WorkQueue.of({ ...queue, settle: () => Effect.interrupt })
        const look = Carrier.make(Post.look, () => Effect.andThen(Effect.orDie(gaveUp), Effect.succeed(out)))
        const gaveUp = Effect.gen(function* () {
          if ((yield* state)?._tag !== "Unconfirmed") return
          for (const n of [1, 2, 3]) yield* send("NotSeen", Actor.world, { detail: "not there" }, `look ${n}`)
          yield* send("GiveUp", tang, {})
          yield* send("Edit", lin, changed)
        })
        yield* roundWith(
          slow(Effect.void, Effect.fail(new Writing.Unknown({ code: "timeout", detail: "no answer" }))),
          slot
        )
        yield* Effect.exit(Effect.provideService(roundWith(look, slot), WorkQueue.WorkQueue, dying))
        assert.lengthOf(yield* unclaimedOutcomes, 1)
        // The case has moved on in the meantime, so the reason is another one.
        yield* send("Submit", lin, {}, "again")
        yield* roundWith(look, later(122))
        assert.lengthOf(yield* unclaimedOutcomes, 1)
        assert.isEmpty(yield* queue.claim(["Post"], later(300), Duration.minutes(1), 5))
      })
    )
  )
})

describe("UnclaimedOutcomeProcess", () => {
  it("is sound", () => {
    assert.deepStrictEqual(Soundness.check(UnclaimedOutcomeProcess), [])
  })
})

ProcessLaws.suite("UnclaimedOutcome", UnclaimedOutcomeProcess, {
  people: [lin.person, tang.person],
  settings: [{ lead: tang.person, attention: Allowance.always("1 hour") }]
})
