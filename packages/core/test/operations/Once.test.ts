import { PostProcess, Publisher } from "@dualops/core/content"
import { EventLog, Operations, Reading } from "@dualops/core/operations"
import { type Actor, Case, type Process } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect } from "effect"
import {
  account,
  at9,
  content,
  later,
  lin,
  minutesAfterSlot,
  next,
  published,
  scheduled,
  send,
  silent,
  slot,
  state,
  tang,
  unclaimedOutcomes,
  until,
  zhou
} from "./house.ts"

const lookedFor = Effect.forEach([0, 2, 4, 6], (minutes) => until(minutesAfterSlot(minutes)))

describe("A post that was given up and gets another slot", () => {
  const evening = later(600)
  const givenUp = Effect.gen(function* () {
    yield* scheduled
    yield* next(silent(false))
    yield* lookedFor
    yield* send("GiveUp", tang, {})
  })
  /** The first attempt, which was on its way all the time, arrives. */
  const arrives = Effect.flatMap(Publisher.Publisher, (publisher) => publisher.publish({ account, content }))

  it.effect("is sent", () =>
    at9(
      Effect.gen(function* () {
        yield* givenUp
        yield* send("Schedule", tang, { slot: evening }, "again")
        yield* until(evening)
        assert.lengthOf(yield* published, 1)
        assert.strictEqual((yield* state)?._tag, "Published")
      })
    )
  )

  it.effect("is not sent again if the first attempt has come out since: that is the post", () =>
    at9(
      Effect.gen(function* () {
        yield* givenUp
        const { post } = yield* arrives
        yield* send("Schedule", tang, { slot: evening }, "again")
        yield* until(evening)
        assert.lengthOf(yield* published, 1)
        assert.deepInclude(yield* state, { _tag: "Published", post })
      })
    )
  )

  it.effect("is not sent either if several look like it", () =>
    at9(
      Effect.gen(function* () {
        yield* givenUp
        yield* arrives
        yield* arrives
        yield* send("Schedule", tang, { slot: evening }, "again")
        yield* until(evening)
        assert.lengthOf(yield* published, 2)
        assert.strictEqual((yield* state)?._tag, "Unconfirmed")
      })
    )
  )

  it.effect("waits until it can be looked for, if the timeline is not to be had", () =>
    at9(
      Effect.gen(function* () {
        yield* givenUp
        yield* send("Schedule", tang, { slot: evening }, "again")
        const publisher = yield* Publisher.Publisher
        const blind = Publisher.Publisher.of({
          ...publisher,
          latest: () => Effect.fail(new Reading.TryLater({ code: "10009", detail: "too many tasks" }))
        })
        yield* Effect.provideService(until(evening), Publisher.Publisher, blind)
        assert.isEmpty(yield* published)
        yield* until(DateTime.add(evening, { minutes: 1 }))
        assert.lengthOf(yield* published, 1)
      })
    )
  )
})

describe("Of two posts that look the same but for their links", () => {
  const star = Case.CaseId.make("star")
  const other = { text: content.text.replace("moon", "star"), pictures: [] }
  const sendOther = <const S extends Process.StepOf<typeof PostProcess>>(
    step: S,
    by: Actor.Actor,
    input: Process.InputOf<typeof PostProcess, S>
  ) => Operations.send(PostProcess, { key: step, case: star, step, by, input })
  const bothScheduled = Effect.gen(function* () {
    yield* scheduled
    yield* sendOther("Compose", lin, { account, content: other, slot })
    yield* sendOther("Submit", lin, {})
    yield* sendOther("Approve", zhou, {})
    yield* sendOther("Schedule", tang, { slot })
  })
  const otherState = Effect.map(Operations.load(PostProcess, star), (post) => post?.state)

  /** The platform shows every link as a short one. */
  const shortened = <A, E, R>(body: Effect.Effect<A, E, R | Publisher.Publisher>) =>
    Effect.flatMap(Publisher.Publisher, (publisher) =>
      Effect.provideService(body, Publisher.Publisher, {
        ...publisher,
        latest: (of) =>
          Effect.map(publisher.latest(of), (all) =>
            all.map((one) => ({ ...one, text: one.text.replace(/https:\S+/, "http://t.cn/A6x8Kq2") }))
          )
      })
    )

  it.effect("the one that is out is not taken for the one that is lost: that one waits for a person", () =>
    at9(
      Effect.gen(function* () {
        yield* bothScheduled
        yield* next(silent(false))
        yield* shortened(lookedFor)
        assert.deepInclude(yield* state, {
          _tag: "Unconfirmed",
          looked: 3,
          detail: "The post 5000000000000001 belongs to Post star."
        })
        assert.strictEqual((yield* otherState)?._tag, "Published")
        assert.isEmpty(yield* unclaimedOutcomes)
      })
    )
  )

  it.effect("neither is taken for the other when nobody knows which is which, until a person says so", () =>
    at9(
      Effect.gen(function* () {
        yield* bothScheduled
        yield* next(silent(true), silent(true))
        yield* shortened(lookedFor)
        const [one] = yield* published
        const found = { post: one?.post ?? Publisher.PostId.make("none"), publishedAt: slot }
        assert.strictEqual((yield* state)?._tag, "Unconfirmed")
        yield* sendOther("Find", tang, found)
        const refusal = yield* Effect.flip(send("Find", tang, found))
        assert.deepStrictEqual(
          refusal,
          new EventLog.NotItsOwn({ thing: `post ${found.post}`, process: "Post", case: star })
        )
        assert.strictEqual((yield* state)?._tag, "Unconfirmed")
      })
    )
  )

  it.effect("each is found where their links tell them apart", () =>
    at9(
      Effect.gen(function* () {
        yield* bothScheduled
        yield* next(silent(true))
        yield* until(slot)
        // Without short links they can be told from each other.
        assert.deepStrictEqual([(yield* state)?._tag, (yield* otherState)?._tag], ["Published", "Published"])
      })
    )
  )
})
