import { MemoryQuotaLedger } from "@dualops/adapter-memory"
import { WeiboApi, WeiboBudget, WeiboEndpoint, WeiboQuotaLeft } from "@dualops/adapter-weibo"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { StoreUnavailable } from "@dualops/core/operations"
import { Quota, QuotaLedger, QuotaLeft, QuotaPlan } from "@dualops/core/planning"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Effect, Layer, Result } from "effect"
import * as fc from "fast-check"
import * as house from "./house.ts"

const call = <A>(endpoint: WeiboEndpoint.WeiboEndpoint<A>, params: WeiboApi.Params) =>
  Effect.result(WeiboApi.WeiboApi.use((api) => api.call(house.brand, endpoint, params)))

const poll = call(WeiboEndpoint.commentsToMe, {})
const publish = (number: number) => call(WeiboEndpoint.share, { status: house.text(number), rip: house.rip })

/** Two processes that use one token: two clients, one ledger, one Weibo. */
const client = (reserve: number) =>
  WeiboBudget.layer({ reserve: () => Effect.succeed(reserve) }).pipe(Layer.provide(house.api()))

const emulated = Layer.merge(house.emulator(), MemoryQuotaLedger.layer)
const tag = (result: Result.Result<unknown, { readonly _tag: string }>) =>
  Result.isSuccess(result) ? "done" : result.failure._tag

/** What Weibo says is left. */
const left = QuotaLeft.QuotaLeft.use((port) => port.ask(house.brand)).pipe(Effect.provide(WeiboQuotaLeft.layer))

/** A Weibo that answers everything at once, and counts nothing itself. */
const always = Layer.succeed(WeiboApi.WeiboApi, {
  // What is answered is not looked at.
  call: () => Effect.succeed(undefined as never)
})

describe("The budget of calls", () => {
  it.live("is shared by all processes that use one token, and Weibo never has to say no", () =>
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
      assert.deepEqual(posted.map(tag), [...Array.from({ length: 10 }, () => "done"), "WeiboError.RateLimited"])
      assert.strictEqual(emulator.posts().length, 10)
      const { calls } = yield* Effect.provide(left, one)
      assert.deepEqual(calls, { most: 100, left: 0 })
    }).pipe(Effect.provide(emulated))
  )

  it.live("never starves a publish, however polls and publishes come between each other", () =>
    Effect.promise(() =>
      fc.assert(
        fc.asyncProperty(
          fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
          fc.integer({ min: 1, max: 8 }),
          (turns, reserve) => {
            const limits = { callsPerDay: 30, postsPerHour: 30, callsPerAddressAndHour: 40 }
            const counted = WeiboBudget.layer({ limits, reserve: () => Effect.succeed(reserve) }).pipe(
              Layer.provideMerge(Layer.merge(always, MemoryQuotaLedger.layer))
            )
            return Effect.runPromise(
              Effect.gen(function* () {
                let [published, polled] = [0, 0]
                for (const isPoll of turns) {
                  const said = isPoll ? tag(yield* poll) : tag(yield* publish(0))
                  // As long as no more is published than was kept, nobody who publishes is ever refused.
                  if (!isPoll && published < reserve) assert.strictEqual(said, "done")
                  if (said === "done") isPoll ? polled++ : published++
                }
                assert.isAtMost(polled, limits.callsPerDay - reserve)
                assert.isAtMost(polled + published, limits.callsPerDay)
              }).pipe(Effect.provide(counted))
            )
          }
        ),
        { numRuns: 100 }
      )
    )
  )

  it.live("never starves a publish by what is polled from the same address for others", () =>
    Effect.gen(function* () {
      const limits = { callsPerDay: 1_000, postsPerHour: 30, callsPerAddressAndHour: 12 }
      const counted = WeiboBudget.layer({ limits, reserve: () => Effect.succeed(2) }).pipe(Layer.provide(house.api()))
      const polls = yield* Effect.forEach(Array.from({ length: 20 }), () => Effect.provide(poll, counted))
      assert.strictEqual(polls.filter(Result.isSuccess).length, 10)
      assert.strictEqual(tag(yield* Effect.provide(publish(1), counted)), "done")
    }).pipe(Effect.provide(emulated))
  )

  it.live("tells when a promise cannot be kept within the budget, with what others have used of it", () =>
    Effect.gen(function* () {
      const limits = Quota.ordinary
      const at = yield* DateTime.now
      const watches = [{ name: "comments", within: Duration.minutes(90), openCases: 3 }]
      const ledger = yield* QuotaLedger.QuotaLedger
      const plan = Effect.gen(function* () {
        const believed = yield* ledger.used(Quota.callsOf(house.brand), Quota.dayOf(at))
        const { findings, used } = QuotaLeft.usedUp(limits, believed, yield* left)
        const morning = Quota.dayOf(at)
        return [...findings, ...QuotaPlan.make({ limits, at: morning, used, writes: 4, watches }).findings]
      })
      yield* poll
      assert.deepEqual(yield* plan, [])
      // Somebody else has the token too, and calls without the ledger.
      yield* Effect.forEach(Array.from({ length: 80 }), () => Effect.provide(poll, house.api()), { concurrency: 8 })
      assert.deepEqual(
        (yield* plan).map(({ code }) => code),
        ["quota.fewer-left", "quota.promise"]
      )
    }).pipe(Effect.provide(client(10).pipe(Layer.provideMerge(emulated))))
  )

  it.live("says when it opens again", () =>
    Effect.gen(function* () {
      yield* Effect.forEach(Array.from({ length: 30 }), (_, number) => publish(number))
      const refused = yield* publish(31)
      assert.isTrue(Result.isFailure(refused) && refused.failure._tag === "WeiboError.RateLimited")
      if (Result.isSuccess(refused) || refused.failure._tag !== "WeiboError.RateLimited") return
      assert.strictEqual(refused.failure.code, 20016)
      assert.isAtMost(Duration.toMinutes(refused.failure.after ?? Duration.zero), 60)
    }).pipe(Effect.provide(client(0).pipe(Layer.provideMerge(emulated))))
  )

  it.live("sends nothing when nobody can count", () =>
    Effect.gen(function* () {
      const emulator = yield* Emulator.Emulator
      const failure = new StoreUnavailable({ cause: "no disk" })
      const broken = Layer.succeed(QuotaLedger.QuotaLedger, {
        take: () => Effect.fail(failure),
        used: () => Effect.fail(failure)
      })
      const said = yield* Effect.provide(publish(1), client(0).pipe(Layer.provide(broken)))
      assert.strictEqual(tag(said), "WeiboError.Unreachable")
      assert.deepEqual(emulator.posts(), [])
    }).pipe(Effect.provide(house.emulator()))
  )
})
