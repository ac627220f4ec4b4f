/** Listening for days, on a clock that is not Weibo's: nothing is lost, nothing comes twice, and hardly a read is wasted. */
import { MemoryCursors, MemoryQuotaLedger, MemoryStore } from "@dualops/adapter-memory"
import { WeiboBudget, WeiboInteractions, WeiboQuotaLeft } from "@dualops/adapter-weibo"
import { Polling } from "@dualops/core/interaction"
import { Editions, EventLog } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Effect, Fiber, Layer } from "effect"
import { TestClock } from "effect/testing"
import { edition } from "./answering.ts"
import * as house from "./house.ts"
import * as SkewedWeibo from "./SkewedWeibo.ts"

const morning = DateTime.makeUnsafe("2026-11-23T00:00:00+08:00")
const days = 3

/** Listens for three days; answers how often each comment has a case, and what it cost. */
const listen = (behaviour: SkewedWeibo.Behaviour, every = 30, exhausted = false) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(DateTime.toEpochMillis(morning))
    const weibo = SkewedWeibo.make(morning, every, behaviour)
    const ledger = MemoryQuotaLedger.layer
    const ports = Layer.mergeAll(WeiboInteractions.layer, WeiboQuotaLeft.layer).pipe(
      Layer.provide(WeiboBudget.layer()),
      Layer.provide(weibo.api),
      Layer.provideMerge(ledger)
    )
    const kept = Layer.mergeAll(MemoryStore.layer, MemoryCursors.layer, Editions.layer(edition))
    return yield* Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(Polling.run({ account: house.brand }))
      yield* TestClock.adjust("23 hours")
      if (exhausted) weibo.exhaust(yield* DateTime.now)
      yield* TestClock.adjust(Duration.hours(24 * days - 23))
      yield* Fiber.interrupt(fiber)
      const store = yield* EventLog.EventLog
      const log = yield* store.log(0, 10_000)
      const cases = log.filter(({ process }) => process === "Answer").map(({ case: id }) => id.replace(/^.*\//, ""))
      const now = DateTime.toEpochMillis(yield* DateTime.now) + Duration.toMillis(behaviour.skew)
      const written = weibo.written(now).map(({ id }) => id)
      return {
        cases,
        written,
        unclaimed: log.filter(({ process }) => process === "UnclaimedOutcome").length,
        wasted: weibo.wasted(),
        pages: weibo.pages(),
        unheard: written.filter((id) => !cases.includes(id)).length
      }
    }).pipe(Effect.provide(Layer.mergeAll(ports, kept)))
  })

const clocks = ["0 seconds", "5 seconds", "-5 seconds", "5 minutes", "-5 minutes"] as const
const skewOf = (text: (typeof clocks)[number]) =>
  text.startsWith("-")
    ? Duration.negate(Duration.fromInputUnsafe(text.slice(1) as Duration.Input))
    : Duration.fromInputUnsafe(text)

describe("Listening on a clock that is not Weibo's", () => {
  for (const skew of clocks) {
    for (const says of ["day", "hours", "nothing"] as const) {
      for (const exhausted of [false, true]) {
        const what = exhausted ? "with calls that somebody else has used up" : "with its own calls"
        it.effect(`${skew} apart, ${says} said of quotas, ${what}: all is heard once, one read is wasted a day`, () =>
          Effect.gen(function* () {
            const { cases, unheard, wasted, written } = yield* listen({ skew: skewOf(skew), says }, 30, exhausted)
            assert.deepStrictEqual(cases, [...new Set(cases)])
            // What came within the last two hours may still be on its way.
            assert.isAtMost(unheard, 4, `${unheard} of ${written.length}`)
            // Who is told nothing has to try: each of three sources, twice in the hour that is left.
            assert.isAtMost(wasted, says === "nothing" && exhausted ? 6 : 1)
          })
        )
      }
    }
  }
})

describe("Among what fans write", () => {
  const skew = Duration.zero

  it.effect("what cannot be read is a person's, once, and stops nothing", () =>
    Effect.gen(function* () {
      const { created_at, ...undated } = { created_at: "Tue May 24 18:04:53 +0800 2011", id: 11, text: "好" }
      const odd = [
        null,
        { ...undated, created_at, user: {} },
        { ...undated, created_at, text: null },
        { ...undated, created_at: "" },
        { created_at, text: "没有编号", user: { id: 1 } }
      ]
      const { unclaimed, unheard } = yield* listen({ skew, says: "day", odd })
      assert.isAtMost(unheard, 4)
      assert.strictEqual(unclaimed, 3)
    })
  )

  it.effect("a remnant's mid moves no cursor, and neither does an id of a time that is still to come", () =>
    Effect.gen(function* () {
      const odd = [
        { mid: "2022611230000000123", deleted: "1" },
        { id: 9_000_000_000_000_000, deleted: "1" }
      ]
      const { unclaimed, unheard } = yield* listen({ skew, says: "day", odd })
      assert.deepStrictEqual([unheard <= 4, unclaimed], [true, 0])
    })
  )

  it.effect("a complete page costs one call, as at a Weibo that numbers its last page", () =>
    Effect.gen(function* () {
      const { pages } = yield* listen({ skew, says: "day" })
      assert.isAtMost(pages, 100 * days)
      const flood = yield* listen({ skew, says: "day" }, 5)
      assert.isAtMost(flood.pages, 100 * days)
    })
  )

  it.effect("where Weibo ignores since_id, what is known is not read again and again", () =>
    Effect.gen(function* () {
      const { cases, pages, unheard } = yield* listen({ skew, says: "day", ignores: "since_id" })
      assert.deepStrictEqual(cases, [...new Set(cases)])
      assert.isAtMost(unheard, 4)
      assert.isAtMost(pages, 100 * days)
    })
  )

  it.effect("where Weibo ignores max_id, what it does not show is a person's, and newer things are heard", () =>
    Effect.gen(function* () {
      const { cases, unclaimed, unheard, written } = yield* listen({ skew, says: "day", ignores: "max_id" }, 1)
      assert.deepStrictEqual(cases, [...new Set(cases)])
      assert.isAbove(unclaimed, 0)
      assert.isBelow(unheard, written.length)
    })
  )
})
