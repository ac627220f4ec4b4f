/** Listening by counts: the same calls notice fans sooner, or fewer calls notice them as soon, and counts that lie lose nothing. */
import { MemoryCursors, MemoryQuotaLedger, MemoryStore } from "@dualops/adapter-memory"
import { WeiboBudget, WeiboInteractions, WeiboQuotaLeft, WeiboUnread } from "@dualops/adapter-weibo"
import { Polling } from "@dualops/core/interaction"
import { Editions, EventLog } from "@dualops/core/operations"
import { Allowance } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Effect, Fiber, Layer } from "effect"
import { TestClock } from "effect/testing"
import { edition, settings } from "./answering.ts"
import * as house from "./house.ts"
import * as SkewedWeibo from "./SkewedWeibo.ts"

const morning = DateTime.makeUnsafe("2026-11-23T00:00:00+08:00")

interface Day {
  readonly counts?: SkewedWeibo.Behaviour["counts"]
  /** Minutes from one comment to the next. */
  readonly every: number
  /** Hours within which an answer is promised. */
  readonly promise: number
}

/** A day of an account; answers how long each comment waited for its case, in minutes, and what was spent. */
const day = ({ counts, every, promise }: Day) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(DateTime.toEpochMillis(morning))
    const behaviour = { skew: Duration.zero, says: "day", ...(counts && { counts }) } as const
    const weibo = SkewedWeibo.make(morning, every, behaviour)
    const readers = Layer.mergeAll(WeiboInteractions.layer, WeiboQuotaLeft.layer)
    const ports = (counts === undefined ? readers : Layer.merge(readers, WeiboUnread.layer)).pipe(
      Layer.provide(WeiboBudget.layer()),
      Layer.provide(weibo.api),
      Layer.provideMerge(MemoryQuotaLedger.layer)
    )
    const promised = {
      ...edition,
      // Answers are all that is asked for here.
      settings: () => ({ ...settings, within: Allowance.always(`${promise} hours`) }) as never
    }
    const kept = Layer.mergeAll(MemoryStore.layer, MemoryCursors.layer, Editions.layer(promised))
    return yield* Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(Polling.run({ account: house.brand }))
      yield* TestClock.adjust("1 day")
      yield* Fiber.interrupt(fiber)
      const store = yield* EventLog.EventLog
      const log = yield* store.log(0, 10_000)
      const heard = new Map(
        log.flatMap(({ case: id, event }) => {
          const { at, step } = Object(event)
          return step === "Receive" ? [[id.replace(/^.*\//, ""), Date.parse(String(at))] as const] : []
        })
      )
      const end = DateTime.toEpochMillis(morning) + 86_400_000
      const waits = weibo
        .written(end)
        .map(({ created_at, id }) => ((heard.get(id) ?? end) - Date.parse(created_at)) / 60_000)
      return {
        waits,
        mean: waits.reduce((sum, one) => sum + one, 0) / waits.length,
        calls: weibo.calls(),
        counted: weibo.counted()
      }
    }).pipe(Effect.provide(Layer.mergeAll(ports, kept)))
  })

describe("Where the platform counts what is unread", () => {
  for (const counts of ["all", "since read"] as const) {
    for (const [promise, every] of [
      [2, 97],
      [8, 131],
      [8, 97]
    ] as const) {
      it.effect(
        `(${counts}), a comment every ${every} minutes is noticed sooner by as many calls, of ${promise} hours`,
        () =>
          Effect.gen(function* () {
            const by = yield* day({ promise, every, counts })
            const without = yield* day({ promise, every })
            console.log(
              `${counts}, ${promise} h, every ${every} min: ${by.mean.toFixed(1)} min by ${by.calls} calls (${by.counted} counts), ${without.mean.toFixed(1)} by ${without.calls} without`
            )
            assert.isBelow(by.mean, without.mean)
            assert.isAtMost(by.calls, 100)
          })
      )
    }
  }
})

describe("Where counts lie", () => {
  for (const counts of ["always 0", "always 7", "nothing", "refused"] as const) {
    it.effect(`(${counts}), every comment is noticed within half of the promise`, () =>
      Effect.gen(function* () {
        for (const promise of [2, 8]) {
          const { calls, waits } = yield* day({ promise, every: 45, counts })
          // A minute for what happens at once.
          assert.isAtMost(Math.max(...waits), promise * 30 + 1, `${promise} hours`)
          assert.isAtMost(calls, 100)
        }
      })
    )
  }
})
