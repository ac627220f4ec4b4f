import type { Post } from "@dualops/core/content"
import { Worker } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Clock, DateTime, Duration, Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import * as Clocks from "../../src/operations/Clocks.ts"
import * as LogClock from "../../src/operations/LogClock.ts"
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

/** The clock of the test, as far off as is said at the moment. */
const changing = (by: () => Duration.Duration) =>
  Effect.updateService(Clock.Clock, (right) => {
    const now = () => right.currentTimeMillisUnsafe() + Duration.toMillis(by())
    return {
      ...right,
      currentTimeMillisUnsafe: now,
      currentTimeMillis: Effect.sync(now),
      monotonicTimeNanosUnsafe: () => right.monotonicTimeNanosUnsafe(),
      monotonicTimeNanos: right.monotonicTimeNanos,
      sleep: (duration: Duration.Duration) => right.sleep(duration)
    }
  })
/** The clock of the test, so far off. */
const off = (by: Duration.Duration) => changing(() => by)

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
        yield* TestClock.setTime(slot.epochMilliseconds - 60_000)
        const right = yield* Effect.forkChild(Worker.run({ ...work, processes: [] }))
        yield* TestClock.adjust("3 seconds")
        const other = yield* Effect.forkChild(changing(() => by)(Worker.run(work)))
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

describe("A worker that is alone with a clock that is wrong", () => {
  const alone = (by: () => Duration.Duration) => Effect.forkChild(changing(by)(Worker.run(work)))

  for (const by of [Duration.times(day, 400), Duration.times(day, -400), Duration.hours(-8)]) {
    it.effect(`by ${Duration.format(by)}: stands back, and works when its clock has been set right`, () =>
      at9(
        Effect.gen(function* () {
          yield* scheduled
          let off = by
          yield* TestClock.setTime(slot.epochMilliseconds - 60_000)
          const worker = yield* alone(() => off)
          yield* TestClock.adjust("40 seconds")
          assert.strictEqual((yield* state)?._tag, "Scheduled")
          off = Duration.zero
          yield* TestClock.adjust("1 minute")
          assertEquals(yield* Effect.map(state, publishedAt), slot)
          yield* Fiber.interrupt(worker)
        })
      )
    )

    it.effect(
      `by ${Duration.format(by)} all at once, while it works: stands back, and works when it is right again`,
      () =>
        at9(
          Effect.gen(function* () {
            yield* scheduled
            let off = Duration.zero
            yield* TestClock.setTime(slot.epochMilliseconds - 60_000)
            const worker = yield* alone(() => off)
            yield* TestClock.adjust("10 seconds")
            off = by
            yield* TestClock.adjust("30 seconds")
            assert.strictEqual((yield* state)?._tag, "Scheduled")
            off = Duration.zero
            yield* TestClock.adjust("1 minute")
            assertEquals(yield* Effect.map(state, publishedAt), slot)
            yield* Fiber.interrupt(worker)
          })
        )
    )
  }

  it.effect("is believed when a person has said that it is right", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        const worker = yield* Effect.forkChild(LogClock.trusting(off(Duration.times(day, 400))(Worker.run(work))))
        yield* TestClock.adjust("10 seconds")
        assert.strictEqual((yield* state)?._tag, "Failed")
        yield* Fiber.interrupt(worker)
      })
    )
  )

  it.effect("and was switched off for a month at most is not held up", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        yield* TestClock.setTime(DateTime.add(nine, { days: 30 }).epochMilliseconds)
        const worker = yield* Effect.forkChild(Worker.run(work))
        yield* TestClock.adjust("10 seconds")
        assert.strictEqual((yield* state)?._tag, "Failed")
        yield* Fiber.interrupt(worker)
      })
    )
  )
})
