/**
 * What every store does while many use it at the same time; a part of its suite.
 *
 * @module
 */
import { assert } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Effect } from "effect"
import type * as EventLog from "../operations/EventLog.ts"
import { CaseId } from "../process/Case.ts"
import { action, commit, known, lease, moment, one, timer } from "./SampleCommit.ts"
import type { Test } from "./StoreWork.ts"

const numbers = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, index) => index)
const nth = (index: number) => ({ ...one, case: CaseId.make(`case ${index}`) })

/** A first step for each of so many cases, all of them at the same time. */
const all = (
  log: EventLog.EventLog["Service"],
  count: number,
  more: (index: number) => Partial<EventLog.Commit> = () => ({})
) =>
  Effect.forEach(numbers(count), (index) => log.append({ ...commit(0, index, more(index)), ...nth(index) }), {
    concurrency: 16,
    discard: true
  })

/** The tests of what it does in a crowd. */
export const servesMany = (test: Test): void => {
  test("a follower misses nothing while many append", ({ log }) =>
    Effect.gen(function* () {
      const seen: Array<string> = []
      let isOver = false
      const follow = Effect.gen(function* () {
        for (let after = 0; ; ) {
          const wasOver = isOver
          const page = yield* log.log(after, 25)
          seen.push(...page.map(({ case: id }) => id))
          after = page.at(-1)?.position ?? after
          if (page.length === 0 && wasOver) return
          yield* Effect.yieldNow
        }
      })
      const append = Effect.andThen(
        all(log, 480),
        Effect.sync(() => {
          isOver = true
        })
      )
      yield* Effect.all([follow, follow, append], { concurrency: "unbounded" })
      const expected = numbers(480).flatMap((index) => [nth(index).case, nth(index).case])
      assert.deepStrictEqual(seen.sort(), expected.sort(), "each of two followers sees each event once")
    }))

  test("whoever has taken a step finds it in the log, while others take theirs", ({ log }) =>
    Effect.forEach(
      numbers(64),
      (index) =>
        Effect.gen(function* () {
          yield* log.append({ ...commit(0, index), ...nth(index) })
          const entries = yield* log.log(0, 1_000)
          assert.include(
            entries.map(({ case: id }) => id),
            nth(index).case
          )
        }),
      { concurrency: 8, discard: true }
    ))

  test("several claimers never leave empty-handed while work waits", ({ log, queue }) =>
    Effect.gen(function* () {
      yield* all(log, 96, (index) => ({ actions: [action(`publish ${index}`, nth(index))] }))
      const taken: Array<string> = []
      for (const round of numbers(12)) {
        const hands = yield* Effect.forEach(numbers(8), () => queue.claim(known, moment(0), lease, 1), {
          concurrency: "unbounded"
        })
        assert.deepStrictEqual(
          hands.map(({ length }) => length),
          numbers(8).map(() => 1),
          `round ${round}`
        )
        taken.push(...hands.flat().map(({ key }) => key))
      }
      assert.strictEqual(new Set(taken).size, 96, "nothing is handed out twice")
    }))

  test("a due deadline goes to one worker, until its lease has run out", ({ log, queue }) =>
    Effect.gen(function* () {
      yield* all(log, 40, (index) => ({ timers: [timer("answer", index % 3, 1, nth(index))] }))
      const drain = Effect.fnUntraced(function* (minute: number) {
        const mine: Array<string> = []
        while (true) {
          const timers = yield* queue.claimOverdue(known, moment(minute), lease, 3)
          if (timers.length === 0) return mine
          mine.push(...timers.map((one) => one.case))
          yield* Effect.yieldNow
        }
      })
      const everyOne = numbers(40)
        .map((index) => String(nth(index).case))
        .sort()
      for (const minute of [3, 8]) {
        const workers = yield* Effect.forEach(numbers(5), () => drain(minute), { concurrency: "unbounded" })
        assert.deepStrictEqual(workers.flat().sort(), everyOne, `minute ${minute}`)
        assert.deepStrictEqual(yield* queue.claimOverdue(known, moment(minute + 4), lease, 50), [])
      }
    }))

  test("deadlines are handed out the longest overdue first, and are there to look at all the same", ({ log, queue }) =>
    Effect.gen(function* () {
      const [first, second] = [timer("first", 1), timer("second", 2)]
      yield* log.append(commit(0, 1, { timers: [second, timer("ahead", 9), first] }))
      assertEquals(yield* queue.claimOverdue(known, moment(3), lease, 1), [first])
      assertEquals(yield* queue.claimOverdue(known, moment(3), lease, 9), [second])
      assertEquals(yield* queue.overdue(known, moment(3), 9), [first, second])
      assertEquals(yield* queue.claimOverdue([], moment(60), lease, 9), [])
    }))

  test("a deadline that is put off, or set anew, is in nobody's hands", ({ log, queue }) =>
    Effect.gen(function* () {
      yield* log.append(commit(0, 1, { timers: [timer("answer", 1)] }))
      yield* queue.claimOverdue(known, moment(1), lease, 9)
      yield* queue.putOff(timer("answer", 1), moment(2))
      assertEquals(yield* queue.claimOverdue(known, moment(2), lease, 9), [timer("answer", 2)])
      yield* log.append(commit(1, 2, { timers: [timer("answer", 1)] }))
      assertEquals(yield* queue.claimOverdue(known, moment(2), lease, 9), [timer("answer", 1)])
    }))

  test("a lease of a deadline that a clock far ahead has given binds nobody", ({ log, queue }) =>
    Effect.gen(function* () {
      yield* log.append(commit(0, 1, { timers: [timer("answer", 1)] }))
      yield* queue.claimOverdue(known, moment(366 * 24 * 60), lease, 9)
      assertEquals(yield* queue.claimOverdue(known, moment(1), lease, 9), [timer("answer", 1)])
    }))
}
