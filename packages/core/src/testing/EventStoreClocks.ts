/**
 * What every EventStore says of the clocks of those who work on it; a part of its suite.
 *
 * @module
 */
import { assert } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Effect } from "effect"
import type { Test } from "./EventStoreWork.ts"
import { moment } from "./SampleCommit.ts"

/** The tests of what it says of clocks. */
export const tellsTime = (test: Test): void => {
  test("a worker that is alone hears of no other clock", (store) =>
    Effect.gen(function* () {
      const { me, others } = yield* store.beat(undefined, moment(0))
      assert.deepStrictEqual(others, [])
      assert.deepStrictEqual((yield* store.beat(me, moment(1))).others, [])
    }))

  test("a worker that comes without a number is given one that nobody has", (store) =>
    Effect.gen(function* () {
      const numbers = yield* Effect.forEach([1, 2, 3], () =>
        Effect.map(store.beat(undefined, moment(0)), ({ me }) => me)
      )
      assert.strictEqual(new Set(numbers).size, 3)
      assert.strictEqual((yield* store.beat(numbers[1], moment(1))).me, numbers[1])
    }))

  test("a worker hears what the others' clocks showed last, and how often they have said so", (store) =>
    Effect.gen(function* () {
      const one = yield* store.beat(undefined, moment(0))
      const other = yield* store.beat(undefined, moment(-600))
      assertEquals(other.others, [{ worker: one.me, shows: moment(0), beats: 1 }])
      yield* store.beat(other.me, moment(-599))
      assertEquals((yield* store.beat(one.me, moment(2))).others, [{ worker: other.me, shows: moment(-599), beats: 2 }])
    }))

  test("the store's own clock does not follow those of its workers", (store) =>
    Effect.gen(function* () {
      const before = yield* store.beat(undefined, moment(0))
      const after = yield* store.beat(before.me, moment(600_000))
      const passed = after.own.epochMilliseconds - before.own.epochMilliseconds
      assert.isAtLeast(passed, 0)
      assert.isBelow(passed, 60_000)
    }))
}
