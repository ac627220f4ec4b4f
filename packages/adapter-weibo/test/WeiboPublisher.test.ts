import { WeiboEndpoint, WeiboFailure } from "@dualops/adapter-weibo"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { PostId } from "@dualops/core/account"
import { type Content, Publisher } from "@dualops/core/content"
import { PublisherSuite, type Trouble } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Result } from "effect"
import * as house from "./house.ts"

const next = (emulator: Emulator.Running, path: string) => (trouble: Trouble.Trouble) =>
  Effect.sync(() => emulator.next(path, house.faultByTrouble[trouble]))

const stage = Layer.effect(
  PublisherSuite.Stage,
  Effect.map(Emulator.Emulator, (emulator) => ({
    account: house.brand,
    text: house.text,
    next: next(emulator, house.share),
    nextRepost: next(emulator, "/2/statuses/repost.json"),
    record: Effect.sync(() => emulator.posts())
  }))
)

PublisherSuite.suite("WeiboPublisher", Layer.merge(stage, house.publisher()).pipe(Layer.provideMerge(house.emulator())))

describe("A repost on Weibo is refused", () => {
  const world = house.publisher().pipe(Layer.provideMerge(house.emulator()))
  const repost = (repostOf: string, text = "") =>
    Publisher.Publisher.use((publisher) =>
      Effect.flip(
        publisher.publish({
          account: house.brand,
          content: { text, pictures: [], repostOf: PostId.make(repostOf) }
        })
      )
    )

  it.live("where the post is gone", () =>
    Effect.gen(function* () {
      assert.deepInclude(yield* repost("4711"), { _tag: "Writing.Refused", code: "20101" })
    }).pipe(Effect.provide(world))
  )

  it.live("where it has more than 140 Chinese characters, and costs no call", () =>
    Effect.gen(function* () {
      const emulator = yield* Emulator.Emulator
      const post = emulator.fans.post(house.fans[0].uid, "今天喝什么")
      assert.deepInclude(yield* repost(post, "好".repeat(141)), { _tag: "Writing.Refused", code: "repost" })
      assert.strictEqual(emulator.posts().length, 0)
    }).pipe(Effect.provide(world))
  )

  it.each([
    [20112, "Writing.Refused"],
    [20130, "Writing.Refused"],
    [20019, "Writing.Unknown"],
    [20016, "Writing.TryLater"],
    [10014, "Writing.Refused"],
    [21327, "Writing.Unauthorised"]
  ] as const)("or not, as the code %i says", (code, tag) => {
    const answer = WeiboEndpoint.repost.answer(400, JSON.stringify({ error_code: code, error: "no" }))
    assert.strictEqual(
      Result.match(answer, {
        onSuccess: () => "done",
        onFailure: (error) => WeiboFailure.ofWrite(error)._tag
      }),
      tag
    )
  })
})

describe("Publishing on Weibo", () => {
  const publish = (pictures: ReadonlyArray<Content.Picture>) =>
    Publisher.Publisher.use((publisher) =>
      publisher.publish({ account: house.brand, content: { text: house.text(1), pictures } })
    )
  const world = house.publisher().pipe(Layer.provideMerge(house.emulator()))

  it.live("sends the picture of a post along", () =>
    Effect.gen(function* () {
      yield* publish([house.picture])
      const emulator = yield* Emulator.Emulator
      assert.strictEqual(emulator.posts()[0]?.pictures, 1)
    }).pipe(Effect.provide(world))
  )

  it.live("is refused rather than done by halves when there are more pictures than the route takes", () =>
    Effect.gen(function* () {
      const failure = yield* Effect.flip(publish([house.picture, house.picture]))
      assert.strictEqual(failure._tag, "Writing.Refused")
      const emulator = yield* Emulator.Emulator
      assert.deepEqual(emulator.posts(), [])
    }).pipe(Effect.provide(world))
  )

  it.live("is refused when the picture is no longer the one that was approved, though it is as long", () =>
    Effect.gen(function* () {
      const failure = yield* Effect.flip(
        publish([{ ...house.picture, sha256: house.picture.sha256.replace(/^./, "f") }])
      )
      assert.deepInclude(failure, { _tag: "Writing.Refused", code: "picture" })
      assert.include(failure.message, "is not the one that was approved")
      const emulator = yield* Emulator.Emulator
      assert.deepEqual(emulator.posts(), [])
    }).pipe(Effect.provide(world))
  )

  it.live("is refused when nobody wrote down which picture was approved, as in posts of former releases", () =>
    Effect.gen(function* () {
      const { sha256: _, ...unbound } = house.picture
      const failure = yield* Effect.flip(publish([unbound]))
      assert.deepInclude(failure, { _tag: "Writing.Refused", code: "picture" })
      assert.include(failure.message, "Nobody wrote down which picture was approved at poster.png")
      const emulator = yield* Emulator.Emulator
      assert.deepEqual(emulator.posts(), [])
    }).pipe(Effect.provide(world))
  )

  it.live("is refused when the picture is not where the post says it is", () =>
    Effect.gen(function* () {
      const failure = yield* Effect.flip(publish([{ ...house.picture, source: "nowhere.png" }]))
      assert.include(failure.message, "nowhere.png")
    }).pipe(Effect.provide(world))
  )
})
