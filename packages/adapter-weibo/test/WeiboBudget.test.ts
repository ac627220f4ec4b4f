import { MemoryCallLedger } from "@dualops/adapter-memory"
import { WeiboApi, WeiboBudget, WeiboEndpoint } from "@dualops/adapter-weibo"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Layer, Result } from "effect"
import * as house from "./house.ts"

const call = <A>(endpoint: WeiboEndpoint.WeiboEndpoint<A>, params: WeiboApi.Params) =>
  Effect.result(WeiboApi.WeiboApi.use((api) => api.call(house.brand, endpoint, params)))

const poll = call(WeiboEndpoint.commentsToMe, {})
const publish = (number: number) => call(WeiboEndpoint.share, { status: house.text(number), rip: house.rip })

/** Two processes that use one token: two clients, one ledger, one Weibo. */
const client = (reserve: number) =>
  WeiboBudget.layer({ reserve: () => Effect.succeed(reserve) }).pipe(Layer.provide(house.api()))

describe("The budget of an account", () => {
  it.live("lets two processes poll together up to the reserve, and publish from it", () =>
    Effect.gen(function* () {
      const emulator = yield* Emulator.Emulator
      const [one, two] = [client(10), client(10)]
      const results = yield* Effect.forEach(
        Array.from({ length: 120 }, (_, number) => (number % 2 === 0 ? one : two)),
        (process) => Effect.provide(poll, process),
        { concurrency: 10 }
      )
      assert.strictEqual(results.filter(Result.isSuccess).length, 90)
      const posted = yield* Effect.forEach(Array.from({ length: 11 }), (_, number) =>
        Effect.provide(publish(number), one)
      )
      assert.deepEqual(
        posted.map((result) => (Result.isSuccess(result) ? "out" : result.failure._tag)),
        [...Array.from({ length: 10 }, () => "out"), "WeiboError.RateLimited"]
      )
      // Weibo itself never had to say no.
      assert.strictEqual(emulator.posts().length, 10)
    }).pipe(Effect.provide(Layer.merge(house.emulator(), MemoryCallLedger.layer)))
  )

  it.live("says when it opens again", () =>
    Effect.gen(function* () {
      yield* Effect.forEach(Array.from({ length: 30 }), (_, number) => publish(number))
      const refused = yield* publish(31)
      assert.isTrue(Result.isFailure(refused) && refused.failure._tag === "WeiboError.RateLimited")
      if (Result.isSuccess(refused) || refused.failure._tag !== "WeiboError.RateLimited") return
      assert.strictEqual(refused.failure.code, 20016)
      assert.isAtMost(Duration.toMinutes(refused.failure.after ?? Duration.zero), 60)
    }).pipe(Effect.provide(client(0).pipe(Layer.provideMerge(Layer.merge(house.emulator(), MemoryCallLedger.layer)))))
  )
})
