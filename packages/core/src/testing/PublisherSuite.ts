/**
 * What every `Publisher` does, judged by the platform's own record of what is out.
 *
 * @module
 */
import type { AccountId, PostId } from "@dualops/core/account"
import { assert, describe, it } from "@effect/vitest"
import { Context, DateTime, Effect, type Layer, Result } from "effect"
import type * as Publication from "../internal-system/content/Publication.ts"
import * as Publisher from "../internal-system/content/Publisher.ts"
import * as Repost from "../internal-system/content/Repost.ts"
import * as Sighting from "../internal-system/content/Sighting.ts"
import type * as Writing from "../operations/Writing.ts"
import type { Trouble } from "./Trouble.ts"

/** What the suite needs of the world in which the publisher works. */
export class Stage extends Context.Service<
  Stage,
  {
    readonly account: AccountId
    /** A text that the platform takes, another one for every number. */
    readonly text: (number: number) => string
    /** The next publish meets this trouble; the calls after it do not. */
    readonly next: (trouble: Trouble) => Effect.Effect<void>
    /** The next repost meets this trouble. */
    readonly nextRepost: (trouble: Trouble) => Effect.Effect<void>
    /** What is out, by the platform's own record. */
    readonly record: Effect.Effect<ReadonlyArray<{ readonly post: string; readonly text: string }>>
  }
>()("@dualops/core/testing/PublisherSuite/Stage") {}

/** Runs the suite on a publisher and its stage. */
export const suite = <E>(name: string, layer: Layer.Layer<Publisher.Publisher | Stage, E>): void => {
  const test = (sentence: string, body: Effect.Effect<void, unknown, Publisher.Publisher | Stage>) =>
    it.live(sentence, () => Effect.provide(body, layer))

  describe(`${name} is a Publisher`, () => {
    test("publishes: the post is out once, and its id, text and time come back", publishes)
    test("shows the account's latest posts, newest first", showsLatest)
    test("a repeated call is a second post, unless the platform notices", repeats)
    test("a refused post is not out", leavesNothing("refused", "Writing.Refused"))
    test("without a grant nothing is out", leavesNothing("unauthorised", "Writing.Unauthorised"))
    test("a post that was not taken now is not out, and the same request may be made again", comesLater)
    test(
      "after an unknown outcome the post may be out, and a look at the latest posts finds it",
      found("lost after", 1)
    )
    test("after an unknown outcome the post may not be out, and a look does not find it", found("lost before", 0))
    test("reposts a post, with words and without, and shows which", reposts)
    test("a repost with a picture is refused", refusesPictures)
    test("after an unknown outcome a repost is found among others with the same words", findsRepost)
    test("takes a post down, and it stands no more; one that is not there is down", takesDown)
    test("takes no other post down", takesOneDown)
  })
}

const request = (number: number) =>
  Effect.map(
    Stage,
    (stage): Publication.Request => ({
      account: stage.account,
      content: { text: stage.text(number), pictures: [] }
    })
  )

const publish = (number: number) =>
  Effect.flatMap(request(number), (one) => Publisher.Publisher.use((publisher) => publisher.publish(one)))

const record = Stage.use((stage) => stage.record)

const publishes = Effect.gen(function* () {
  const before = yield* DateTime.now
  const out = yield* publish(1)
  const { content } = yield* request(1)
  assert.deepEqual(
    (yield* record).map(({ post }) => post),
    [out.post]
  )
  assert.match(out.post, /^\d+$/)
  assert.isTrue(Sighting.shows(out.text, content.text, out))
  assert.isBelow(Math.abs(DateTime.toEpochMillis(out.at) - DateTime.toEpochMillis(before)), 60_000)
})

const showsLatest = Effect.gen(function* () {
  const first = yield* publish(1)
  const second = yield* publish(2)
  const stage = yield* Stage
  const latest = yield* Publisher.Publisher.use((publisher) => publisher.latest(stage.account))
  assert.deepEqual(
    latest.map(({ post }) => post),
    [second.post, first.post]
  )
})

const repeats = Effect.gen(function* () {
  yield* publish(1)
  const again = yield* Effect.result(publish(1))
  const out = yield* record
  if (Result.isSuccess(again)) return assert.strictEqual(out.length, 2)
  assert.strictEqual(again.failure._tag, "Writing.Unknown")
  assert.strictEqual(out.length, 1)
})

const leavesNothing = (trouble: Trouble, tag: Writing.Failure["_tag"]) =>
  Effect.gen(function* () {
    const stage = yield* Stage
    yield* stage.next(trouble)
    const failure = yield* Effect.flip(publish(1))
    assert.strictEqual(failure._tag, tag)
    assert.deepEqual(yield* record, [])
  })

const comesLater = Effect.gen(function* () {
  yield* leavesNothing("busy", "Writing.TryLater")
  const out = yield* publish(1)
  assert.deepEqual(
    (yield* record).map(({ post }) => post),
    [out.post]
  )
})

const found = (trouble: Trouble, posts: 0 | 1) =>
  Effect.gen(function* () {
    const stage = yield* Stage
    const attempted = yield* DateTime.now
    yield* stage.next(trouble)
    const failure = yield* Effect.flip(publish(1))
    assert.strictEqual(failure._tag, "Writing.Unknown")
    const latest = yield* Publisher.Publisher.use((publisher) => publisher.latest(stage.account))
    const { content } = yield* request(1)
    assert.strictEqual(Sighting.find(content, attempted, latest)?.post, (yield* record)[0]?.post)
    assert.strictEqual((yield* record).length, posts)
  })

const repost = (repostOf: PostId, text: string, more: Partial<Publication.Request["content"]> = {}) =>
  Effect.flatMap(Stage, ({ account }) =>
    Publisher.Publisher.use((port) => port.publish({ account, content: { text, pictures: [], repostOf, ...more } }))
  )

const reposts = Effect.gen(function* () {
  const { post } = yield* publish(1)
  const worded = yield* repost(post, "上周的新品，今天还有")
  const unworded = yield* repost(post, "")
  const { account } = yield* Stage
  const latest = yield* Publisher.Publisher.use((publisher) => publisher.latest(account))
  assert.deepEqual(
    latest.map((one) => [one.post, one.repostOf]),
    [
      [unworded.post, [post]],
      [worded.post, [post]],
      [post, undefined]
    ]
  )
  assert.deepEqual([worded.text, unworded.text], ["上周的新品，今天还有", Repost.unworded])
})

const refusesPictures = Effect.gen(function* () {
  const { post } = yield* publish(1)
  const picture = { source: "poster.png", format: "png", bytes: 8 } as const
  const failure = yield* Effect.flip(repost(post, "", { pictures: [picture] }))
  assert.strictEqual(failure._tag, "Writing.Refused")
  assert.strictEqual((yield* record).length, 1)
})

const findsRepost = Effect.gen(function* () {
  const { account, nextRepost } = yield* Stage
  const [first, second] = [yield* publish(1), yield* publish(2)]
  const attempted = yield* DateTime.now
  yield* repost(first.post, "")
  yield* nextRepost("lost after")
  const failure = yield* Effect.flip(repost(second.post, ""))
  assert.strictEqual(failure._tag, "Writing.Unknown")
  const latest = yield* Publisher.Publisher.use((publisher) => publisher.latest(account))
  const content = { text: "", pictures: [], repostOf: second.post }
  assert.strictEqual(Sighting.find(content, attempted, latest)?.post, (yield* record).at(-1)?.post)
  assert.isUndefined(Sighting.find({ text: Repost.unworded, pictures: [] }, attempted, latest))
})

const takesDown = Effect.gen(function* () {
  const { account } = yield* Stage
  const publisher = yield* Publisher.Publisher
  const { post } = yield* publish(1)
  assert.isTrue(yield* publisher.stands({ account, post }))
  yield* publisher.takeDown({ account, post })
  assert.isFalse(yield* publisher.stands({ account, post }))
  assert.deepEqual(yield* record, [])
  yield* publisher.takeDown({ account, post })
})

const takesOneDown = Effect.gen(function* () {
  const { account } = yield* Stage
  const publisher = yield* Publisher.Publisher
  const [first, second] = [yield* publish(1), yield* publish(2)]
  yield* publisher.takeDown({ account, post: first.post })
  assert.isTrue(yield* publisher.stands({ account, post: second.post }))
  assert.deepEqual(
    (yield* record).map(({ post }) => post),
    [second.post]
  )
})
