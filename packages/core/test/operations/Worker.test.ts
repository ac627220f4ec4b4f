import { MemoryFans, MemoryReplies } from "@dualops/adapter-memory"
import { PostId } from "@dualops/core/account"
import { Post, type Publisher } from "@dualops/core/content"
import { AnswerProcess, type Replies, ReplyCarriers } from "@dualops/core/interaction"
import { Carrier, type Editions, type Store, type StoreUnavailable, Worker, Writing } from "@dualops/core/operations"
import { type Action, Notify } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Deferred, Duration, Effect, Fiber, Layer } from "effect"
import { TestClock } from "effect/testing"
import {
  at9,
  inReview,
  later,
  later20,
  minutesAfterSlot,
  next,
  published,
  scheduled,
  send,
  silent,
  slot,
  state,
  tang,
  told,
  until,
  work
} from "./house.ts"

/** A carrier in whose hands the worker dies. */
const dying = <Request, Done>(kind: Action.Kind<string, Request, Done>) => Carrier.make(kind, () => Effect.interrupt)

/** One round at a moment with other carriers, by a worker that may not live to its end. */
const roundWith = (carriers: ReadonlyArray<Carrier.AnyCarrier<Publisher.Publisher>>, moment: DateTime.Utc) =>
  TestClock.setTime(moment.epochMilliseconds).pipe(Effect.andThen(Effect.exit(Worker.round({ ...work, carriers }))))

describe("a worker", () => {
  it.effect("publishes a post at its slot, and not before", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        yield* until(later(119))
        assert.isEmpty(yield* published)
        yield* until(slot)
        assert.strictEqual((yield* published).length, 1)
        assert.strictEqual((yield* state)?._tag, "Published")
      })
    )
  )

  it.effect("carries posts and replies side by side, and needs what any of its carriers needs", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        yield* TestClock.setTime(slot.epochMilliseconds)
        const carriers = [...work.carriers, ...ReplyCarriers.carriers]
        const both: Effect.Effect<
          Worker.Round,
          StoreUnavailable,
          Store | Editions.Editions | Publisher.Publisher | Replies.Replies
        > = Worker.round({
          processes: [...work.processes, AnswerProcess],
          carriers
        })
        yield* Effect.provide(both, Layer.provide(MemoryReplies.layer, MemoryFans.layer))
        assert.strictEqual((yield* published).length, 1)
      })
    )
  )

  it.effect("looks for a post of unknown outcome, and finds the one that is out", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        yield* next(silent(true))
        yield* until(slot)
        assert.strictEqual((yield* state)?._tag, "Published")
        assert.strictEqual((yield* published).length, 1)
      })
    )
  )

  it.effect(
    "looks again a few times for one that is not to be seen, never sends it again, and leaves it to a person",
    () =>
      at9(
        Effect.gen(function* () {
          yield* scheduled
          yield* next(silent(false))
          for (const minutes of [0, 2, 4, 6, 60]) yield* until(minutesAfterSlot(minutes))
          const post = yield* state
          assert.deepInclude(post, { _tag: "Unconfirmed", looked: 3 })
          assert.isEmpty(yield* published)
          yield* send("GiveUp", tang, {})
          assert.strictEqual((yield* state)?._tag, "Failed")
        })
      )
  )

  it.effect("does not start again what was cut off half-way: it is unknown", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        yield* roundWith([dying(Post.publish)], slot)
        assert.strictEqual((yield* state)?._tag, "Publishing")
        yield* until(minutesAfterSlot(1))
        assert.deepInclude(yield* state, { _tag: "Unconfirmed", looked: 1 })
        assert.isEmpty(yield* published)
      })
    )
  )

  it.effect("does not carry what the case no longer asks for", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        yield* next({ failure: later20, out: false })
        yield* until(slot)
        // Nothing runs until the patience is over: the case has gone on to look, so the waiting publication is void.
        yield* until(minutesAfterSlot(5))
        assert.strictEqual((yield* state)?._tag, "Unconfirmed")
        assert.isEmpty(yield* published)
      })
    )
  )

  it.effect("tries again later what was told to come later, and publishes it once", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        yield* next({ failure: later20, out: false }, { failure: later20, out: false })
        yield* until(slot)
        assert.isEmpty(yield* published)
        yield* until(DateTime.add(slot, { seconds: 20 }))
        yield* until(DateTime.add(slot, { seconds: 40 }))
        assert.strictEqual((yield* published).length, 1)
        assert.strictEqual((yield* state)?._tag, "Published")
      })
    )
  )

  it.effect("gives a long wait back to people at once, for the post is not out and its slot will be gone", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        const failure = new Writing.TryLater({ code: "10023", detail: "out of quota", after: Duration.hours(1) })
        yield* next({ failure, out: false })
        yield* until(slot)
        assert.deepInclude(yield* state, { _tag: "Failed", code: "10023" })
      })
    )
  )

  it.effect("says to whoever has the post that the account has to be authorised anew, where nothing else helps", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        const failure = new Writing.Unauthorised({ code: "21327", detail: "expired_token" })
        yield* next({ failure, out: false })
        yield* until(slot)
        const detail = "The account has to be authorised anew (21327): expired_token."
        assert.deepInclude(yield* state, { _tag: "Failed", code: "21327", detail })
        assert.isEmpty(yield* published)
      })
    )
  )

  it.effect("goes on when a carrier breaks: what may not be repeated is then unknown", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        const broken = Carrier.make(Post.publish, () => Effect.die("a mistake in the carrier"))
        const others = work.carriers.filter(({ kind }) => kind.name !== "Publish")
        yield* roundWith([broken, ...others], slot)
        assert.strictEqual((yield* state)?._tag, "Unconfirmed")
        assert.isEmpty(yield* published)
      })
    )
  )

  it.effect("tells people at least once: a message that was cut off is carried again", () =>
    at9(
      Effect.gen(function* () {
        yield* inReview
        yield* roundWith([dying(Notify.notify)], later(60))
        assert.isEmpty(told)
        yield* until(later(61))
        assert.deepStrictEqual(told, ["tang"])
      })
    )
  )

  it.effect("that is stopped lets what is in hand be done and taken in, and takes up nothing more", () =>
    at9(
      Effect.scoped(
        Effect.gen(function* () {
          yield* scheduled
          const begun = yield* Deferred.make<void>()
          const carry = Carrier.make(Post.publish, () =>
            Effect.andThen(Deferred.succeed(begun, undefined), Effect.delay(Effect.succeed(out), "1 minute"))
          )
          const { stop } = yield* Worker.start({ ...work, carriers: [carry] }, { patience: "2 minutes" })
          yield* TestClock.setTime(slot.epochMilliseconds)
          yield* Deferred.await(begun)
          const stopping = yield* Effect.forkChild(stop, { startImmediately: true })
          yield* TestClock.adjust("59 seconds")
          assert.strictEqual((yield* state)?._tag, "Publishing")
          yield* TestClock.adjust("2 seconds")
          yield* Fiber.join(stopping)
          assert.strictEqual((yield* state)?._tag, "Published")
        })
      )
    )
  )

  it.effect("that is stopped waits no longer than its patience", () =>
    at9(
      Effect.scoped(
        Effect.gen(function* () {
          yield* scheduled
          const begun = yield* Deferred.make<void>()
          const carry = Carrier.make(Post.publish, () =>
            Effect.andThen(Deferred.succeed(begun, undefined), Effect.never)
          )
          const { stop } = yield* Worker.start({ ...work, carriers: [carry] }, { patience: "10 seconds" })
          yield* TestClock.setTime(slot.epochMilliseconds)
          yield* Deferred.await(begun)
          const stopping = yield* Effect.forkChild(stop, { startImmediately: true })
          yield* TestClock.adjust("11 seconds")
          yield* Fiber.join(stopping)
          assert.strictEqual((yield* state)?._tag, "Publishing")
        })
      )
    )
  )
})

/** What the platform says of a post that went out. */
const out = { post: PostId.make("5012000000000001"), publishedAt: slot }
