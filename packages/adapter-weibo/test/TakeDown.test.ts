/** Posts that are out and must go, and the address of whoever acts. */

import { MemoryPictures } from "@dualops/adapter-memory"
import { WeiboEndpoint, WeiboPublisher, WeiboReplies } from "@dualops/adapter-weibo"
import { Emulator, type Fault } from "@dualops/adapter-weibo/emulator"
import { Actor } from "@dualops/core"
import { PostId } from "@dualops/core/account"
import { Publisher } from "@dualops/core/content"
import { Replies } from "@dualops/core/interaction"
import type { Writing } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Result } from "effect"
import { FetchHttpClient } from "effect/http"
import * as house from "./house.ts"

const destroy = "/2/statuses/destroy.json"
const world = house.publisher({ readWithin: "400 millis" }).pipe(Layer.provideMerge(house.emulator()))
const publish = Publisher.Publisher.use((publisher) =>
  publisher.publish({ account: house.brand, content: { text: house.text(1), pictures: [] } })
)

describe("A post that is taken down", () => {
  const says: ReadonlyArray<readonly [Fault.Name, Writing.Failure["_tag"], stands: boolean]> = [
    ["reset after", "Writing.Unknown", false],
    ["reset before", "Writing.Unknown", true],
    ["truncated", "Writing.Unknown", false],
    ["rpc error after", "Writing.Unknown", false],
    ["token expired", "Writing.Unauthorised", true],
    ["busy", "Writing.TryLater", true]
  ]

  it.live.each(says)("and the call goes wrong: %s", ([fault, tag, stands]) =>
    Effect.gen(function* () {
      const publisher = yield* Publisher.Publisher
      const emulator = yield* Emulator.Emulator
      const place = { account: house.brand, post: (yield* publish).post }
      emulator.next(destroy, fault)
      assert.strictEqual((yield* Effect.flip(publisher.takeDown(place)))._tag, tag)
      assert.strictEqual(yield* publisher.stands(place), stands)
      assert.strictEqual(emulator.posts().length, stands ? 1 : 0)
    }).pipe(Effect.provide(world))
  )

  // Source: qii/weiciyuan#65, where a bad line was shown as a deleted post.
  it.live.each<Fault.Name>(["reset before", "truncated", "busy", "unavailable before"])(
    "is not said to be gone by a look that fails: %s",
    (fault) =>
      Effect.gen(function* () {
        const publisher = yield* Publisher.Publisher
        const emulator = yield* Emulator.Emulator
        const place = { account: house.brand, post: (yield* publish).post }
        emulator.next("/2/statuses/show.json", fault)
        assert.strictEqual((yield* Effect.flip(publisher.stands(place)))._tag, "Reading.TryLater")
        assert.isTrue(yield* publisher.stands(place))
      }).pipe(Effect.provide(world))
  )

  it.live("is the account's own: another's is refused, and nobody says that it is gone", () =>
    Effect.gen(function* () {
      const publisher = yield* Publisher.Publisher
      const emulator = yield* Emulator.Emulator
      const post = PostId.make(emulator.fans.post(house.fans[0].uid, "今天喝什么"))
      const failure = yield* Effect.flip(publisher.takeDown({ account: house.brand, post }))
      assert.deepInclude(failure, { _tag: "Writing.Refused", code: "20102" })
      const look = yield* Effect.flip(publisher.stands({ account: house.brand, post }))
      assert.strictEqual(look._tag, "Reading.NotShown")
    }).pipe(Effect.provide(world))
  )

  it("may come back with nothing but its id", () => {
    assert.deepEqual(WeiboEndpoint.destroy.answer(200, '{"id":1,"deleted":"1"}'), Result.succeed({ id: "1" }))
  })
})

describe("A write says the address", () => {
  const [chen, mei] = ["chen", "mei"].map((name) => Actor.PersonId.make(name))
  const rip = {
    rip: house.rip,
    ripOf: (person: Actor.PersonId) => Effect.succeed(person === chen ? "203.0.113.9" : undefined)
  }

  /** What is sent to Weibo, call by call. */
  const sent: Array<string> = []
  const recording = Layer.succeed(FetchHttpClient.Fetch, async (_url, init) => {
    sent.push(new TextDecoder().decode(init?.body as Uint8Array))
    return new Response('{"error_code":10009,"error":"busy"}', { status: 400 })
  })
  const adapters = Layer.merge(WeiboPublisher.layer(rip), WeiboReplies.layer(rip)).pipe(
    Layer.provide(Layer.merge(house.api(), MemoryPictures.layer())),
    Layer.provide(Layer.merge(house.emulator(), recording))
  )

  it.live("of whoever acts where it is known, and the house's where it is not", () =>
    Effect.gen(function* () {
      const { publish } = yield* Publisher.Publisher
      const { reply } = yield* Replies.Replies
      const content = { text: house.text(1), pictures: [] }
      const post = PostId.make("1")
      for (const by of [chen, mei, undefined]) {
        const who = by === undefined ? {} : { by }
        yield* Effect.ignore(publish({ account: house.brand, content, ...who }))
        yield* Effect.ignore(reply({ account: house.brand, post, text: "好", ...who }))
      }
      const addresses = sent.map((form) => new URLSearchParams(form).get("rip"))
      assert.deepEqual(addresses, ["203.0.113.9", "203.0.113.9", ...Array.from({ length: 4 }, () => house.rip)])
    }).pipe(Effect.provide(adapters))
  )
})
