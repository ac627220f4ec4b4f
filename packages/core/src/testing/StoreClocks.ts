/**
 * What every store says of the clocks of those who work on it; a part of its suite.
 *
 * @module
 */
import { assert } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Effect } from "effect"
import { moment } from "./SampleCommit.ts"
import type { Test } from "./StoreWork.ts"

/** The tests of what it says of clocks. */
export const tellsTime = (test: Test): void => {
  test("a worker that is alone hears of no other clock", ({ queue }) =>
    Effect.gen(function* () {
      const { me, others } = yield* queue.beat(undefined, moment(0))
      assert.deepStrictEqual(others, [])
      assert.deepStrictEqual((yield* queue.beat(me, moment(1))).others, [])
    }))

  test("a worker that comes without a number is given one that nobody has", ({ queue }) =>
    Effect.gen(function* () {
      const numbers = yield* Effect.forEach([1, 2, 3], () =>
        Effect.map(queue.beat(undefined, moment(0)), ({ me }) => me)
      )
      assert.strictEqual(new Set(numbers).size, 3)
      assert.strictEqual((yield* queue.beat(numbers[1], moment(1))).me, numbers[1])
    }))

  test("a worker hears what the others' clocks showed last, and how often they have said so", ({ queue }) =>
    Effect.gen(function* () {
      const one = yield* queue.beat(undefined, moment(0))
      const other = yield* queue.beat(undefined, moment(-600))
      assertEquals(other.others, [{ worker: one.me, shows: moment(0), beats: 1 }])
      yield* queue.beat(other.me, moment(-599))
      assertEquals((yield* queue.beat(one.me, moment(2))).others, [{ worker: other.me, shows: moment(-599), beats: 2 }])
    }))

  test("the store's own clock does not follow those of its workers", ({ queue }) =>
    Effect.gen(function* () {
      const before = yield* queue.beat(undefined, moment(0))
      const after = yield* queue.beat(before.me, moment(600_000))
      const passed = after.own.epochMilliseconds - before.own.epochMilliseconds
      assert.isAtLeast(passed, 0)
      assert.isBelow(passed, 60_000)
    }))
}
