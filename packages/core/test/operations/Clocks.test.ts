import type { Post } from "@dualops/core/content"
import { Worker } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Clock, DateTime, Duration, Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import * as Clocks from "../../src/operations/Clocks.ts"
import { at9, later, nine, published, scheduled, slot, state, work } from "./house.ts"

const seconds = (count: number) => DateTime.add(nine, { seconds: count })

describe("A worker's clock", () => {
  it("is right when nobody else is there, whatever the store's own shows", () => {
    assert.isTrue(Clocks.isRight(nine, [], later(-600_000)))
  })

  it("is right when all agree to within ten seconds", () => {
    assert.isTrue(Clocks.isRight(nine, [seconds(10), seconds(-10)], later(60)))
  })

  it("of two that differ is right when it is nearer to the store's own, and of neither where that says nothing", () => {
    assert.isTrue(Clocks.isRight(nine, [seconds(20)], seconds(1)))
    assert.isFalse(Clocks.isRight(seconds(20), [nine], seconds(1)))
    assert.isFalse(Clocks.isRight(nine, [seconds(20)], seconds(10)))
    assert.isFalse(Clocks.isRight(seconds(20), [nine], seconds(10)))
  })

  it("is right with the most, even against the store's own", () => {
    assert.isTrue(Clocks.isRight(nine, [seconds(1), later(60)], later(60)))
    assert.isFalse(Clocks.isRight(later(60), [nine, seconds(1)], later(60)))
  })

  it("is never right beside another that is and differs from it", () => {
    const clock = fc.integer({ min: -40, max: 40 })
    fc.assert(
      fc.property(fc.array(clock, { minLength: 2, maxLength: 6 }), clock, (all, own) => {
        const verdicts = all.map((mine, index) =>
          Clocks.isRight(
            seconds(mine),
            all.filter((_, other) => other !== index).map((other) => seconds(other)),
            seconds(own)
          )
        )
        const right = all.filter((_, index) => verdicts[index])
        // Those at both ends of a camp may be a little more than its tolerance apart.
        assert.isAtMost(Math.max(0, ...right) - Math.min(Math.max(0, ...right), ...right), 80)
        const onlyTwo = all.length === 2 && Math.abs((all[0] ?? 0) - (all[1] ?? 0)) > 10
        if (onlyTwo) assert.isAtMost(right.length, 1)
      })
    )
  })
})

/** The clock of the test, so far off. */
const off = (by: Duration.Input) =>
  Effect.updateService(Clock.Clock, (right) => {
    const millis = Duration.toMillis(by)
    const now = () => right.currentTimeMillisUnsafe() + millis
    return {
      ...right,
      currentTimeMillisUnsafe: now,
      currentTimeMillis: Effect.sync(now),
      monotonicTimeNanosUnsafe: () => right.monotonicTimeNanosUnsafe(),
      monotonicTimeNanos: right.monotonicTimeNanos,
      sleep: (duration: Duration.Duration) => right.sleep(duration)
    }
  })

const publishedAt = (post: Post.State | undefined) => (post?._tag === "Published" ? post.publishedAt : post?._tag)

const day = Duration.days(1)
const wrong: ReadonlyArray<Duration.Duration> = [
  Duration.seconds(20),
  Duration.minutes(5),
  Duration.hours(8),
  Duration.times(day, 400)
].flatMap((by) => [by, Duration.negate(by)])

describe("A worker with a wrong clock beside one whose clock is right", () => {
  for (const by of wrong) {
    it.effect(`off by ${Duration.format(by)}: stands back, and the post goes out at its slot`, () =>
      at9(
        Effect.gen(function* () {
          yield* scheduled
          yield* TestClock.setTime(slot.epochMilliseconds - 60_000)
          const right = yield* Effect.forkChild(Worker.run(work))
          yield* TestClock.adjust("3 seconds")
          const other = yield* Effect.forkChild(off(by)(Worker.run(work)))
          yield* TestClock.adjust("2 minutes")
          assertEquals(yield* Effect.map(state, publishedAt), slot)
          assert.lengthOf(yield* published, 1)
          yield* Effect.forEach([right, other], Fiber.interrupt)
        })
      )
    )
  }

  it.effect("works again when its clock is right again", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        let by = Duration.hours(3)
        const changing = Effect.updateService(Clock.Clock, (right) => ({
          ...right,
          currentTimeMillisUnsafe: () => right.currentTimeMillisUnsafe() + Duration.toMillis(by),
          currentTimeMillis: Effect.sync(() => right.currentTimeMillisUnsafe() + Duration.toMillis(by)),
          monotonicTimeNanosUnsafe: () => right.monotonicTimeNanosUnsafe(),
          monotonicTimeNanos: right.monotonicTimeNanos,
          sleep: (duration: Duration.Duration) => right.sleep(duration)
        }))
        yield* TestClock.setTime(slot.epochMilliseconds - 60_000)
        const right = yield* Effect.forkChild(Worker.run({ ...work, processes: [] }))
        yield* TestClock.adjust("3 seconds")
        const other = yield* Effect.forkChild(changing(Worker.run(work)))
        yield* TestClock.adjust("1 minute")
        assert.strictEqual((yield* state)?._tag, "Scheduled")
        by = Duration.zero
        yield* TestClock.adjust("1 minute")
        assert.strictEqual((yield* state)?._tag, "Published")
        yield* Effect.forEach([right, other], Fiber.interrupt)
      })
    )
  )
})
