import { Emulator } from "@dualops/adapter-weibo/emulator"
import { type Content, Publisher, Route } from "@dualops/core/content"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import * as house from "./house.ts"

const short = house.text(1)
const long = "字".repeat(300)
const content = (text: string, pictures = 0): Content.Content => ({
  text,
  pictures: Array.from({ length: pictures }, () => house.picture)
})

describe("A post goes by", () => {
  const choose = (routes: ReadonlyArray<Route.Route>, what: Content.Content) => Route.choose(routes, what)

  it("the first route of the app that takes it whole", () => {
    assert.strictEqual(choose(["share", "update", "upload"], content(short)), "share")
    assert.strictEqual(choose(["share", "update"], content(long)), "update")
    assert.strictEqual(choose(["update", "upload"], content(short, 1)), "upload")
    assert.strictEqual(choose(["share", "business"], content(short, 9)), "business")
  })

  it("no route when none takes all its pictures", () => {
    assert.isUndefined(choose(["share", "update", "upload"], content(short, 2)))
    assert.isUndefined(choose(["business"], content(short, 10)))
  })

  const every: ReadonlyArray<[Route.Route, Content.Content]> = [
    ["share", content(short, 1)],
    ["update", content(long)],
    ["upload", content("没有链接也可以 #新品#", 1)],
    ["business", content(long)],
    ["business", content("一张", 1)],
    ["business", content("九张", 9)]
  ]

  it.live.each(every)("%s as Weibo takes it", ([route, what]) =>
    Effect.gen(function* () {
      const emulator = yield* Emulator.Emulator
      const out = yield* Publisher.Publisher.use((publisher) =>
        publisher.publish({ account: house.brand, content: what })
      )
      const [post] = emulator.posts()
      assert.deepInclude(post, { post: out.post as string, pictures: what.pictures.length })
    }).pipe(
      Effect.provide(
        house.publisher({}, [route]).pipe(Layer.provideMerge(house.emulator({ app: { routes: [route] } })))
      )
    )
  )

  it.live("nothing that Weibo did not grant: the app is told so", () =>
    Effect.gen(function* () {
      const request = { account: house.brand, content: content(long) }
      const failure = yield* Effect.flip(Publisher.Publisher.use((publisher) => publisher.publish(request)))
      assert.deepInclude(failure, { _tag: "Writing.Refused", code: "10014" })
    }).pipe(Effect.provide(house.publisher({}, ["update"]).pipe(Layer.provideMerge(house.emulator()))))
  )

  it.live("business with several pictures is not out when one could not be handed in", () =>
    Effect.gen(function* () {
      const emulator = yield* Emulator.Emulator
      emulator.next("/2/statuses/upload_pic/biz.json", null, "reset after")
      const request = { account: house.brand, content: content("三张", 3) }
      const failure = yield* Effect.flip(Publisher.Publisher.use((publisher) => publisher.publish(request)))
      assert.strictEqual(failure._tag, "Writing.TryLater")
      assert.deepEqual(emulator.posts(), [])
    }).pipe(
      Effect.provide(
        house.publisher({}, ["business"]).pipe(Layer.provideMerge(house.emulator({ app: { routes: ["business"] } })))
      )
    )
  )
})
