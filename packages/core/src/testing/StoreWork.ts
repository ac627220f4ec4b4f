/**
 * What every store does with the actions and deadlines that wait in it; a part of its suite.
 *
 * @module
 */
import { assert } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Effect } from "effect"
import type * as EventLog from "../operations/EventLog.ts"
import type * as WorkQueue from "../operations/WorkQueue.ts"
import { action, commit, foreign, known, lease, moment, other, timer } from "./SampleCommit.ts"

/** A test on an empty store. */
export type Test = (
  title: string,
  body: (store: {
    readonly log: EventLog.EventLog["Service"]
    readonly queue: WorkQueue.WorkQueue["Service"]
  }) => Effect.Effect<void, unknown>
) => void

/** An action that is handed out at that minute. */
const claimed = (key: string, minute: number, tries: number, interrupted = false): WorkQueue.Claimed => ({
  ...action(key),
  tries,
  interrupted,
  until: DateTime.addDuration(moment(minute), lease)
})

/** An action that was never asked for. */
const never = claimed("never", 0, 1)

/** The tests of what it hands out. */
export const handsOut = (test: Test): void => {
  test("an action is handed to one caller, until its lease has run out", ({ log, queue }) =>
    Effect.gen(function* () {
      yield* log.append(commit(0, 1, { actions: [action("publish 1"), action("publish 2")] }))
      const [first] = yield* queue.claim(known, moment(0), lease, 1)
      assertEquals(first, claimed("publish 1", 0, 1))
      const [second, ...none] = yield* queue.claim(known, moment(0), lease, 5)
      assertEquals(second, claimed("publish 2", 0, 1))
      assert.deepStrictEqual(none, [])
      assert.deepStrictEqual(yield* queue.claim(known, moment(4), lease, 5), [])
    }))

  test("an action that nobody came back from is handed out again, as interrupted", ({ log, queue }) =>
    Effect.gen(function* () {
      yield* log.append(commit(0, 1, { actions: [action("publish")] }))
      yield* queue.claim(known, moment(0), lease, 5)
      assertEquals(yield* queue.claim(known, moment(5), lease, 5), [claimed("publish", 5, 2, true)])
    }))

  test("a postponed action waits, and has not been interrupted", ({ log, queue }) =>
    Effect.gen(function* () {
      yield* log.append(commit(0, 1, { actions: [action("publish")] }))
      const [publish] = yield* queue.claim(known, moment(0), lease, 5)
      yield* queue.postpone(publish ?? never, moment(30))
      assert.deepStrictEqual(yield* queue.claim(known, moment(29), lease, 5), [])
      assertEquals(yield* queue.claim(known, moment(30), lease, 5), [claimed("publish", 30, 2)])
    }))

  test("a lease that was given by a clock far ahead binds nobody when the clock is right again", ({ log, queue }) =>
    Effect.gen(function* () {
      yield* log.append(commit(0, 1, { actions: [action("publish"), action("postponed")] }))
      const aYear = 366 * 24 * 60
      const [, postponed] = yield* queue.claim(known, moment(aYear), lease, 5)
      yield* queue.postpone(postponed ?? never, moment(aYear))
      assertEquals(yield* queue.claim(known, moment(0), lease, 5), [claimed("publish", 0, 2, true)])
      assert.deepStrictEqual(yield* queue.claim(known, moment(1), lease, 5), [])
    }))

  test("a settled action is gone, alone or together with its outcome", ({ log, queue }) =>
    Effect.gen(function* () {
      yield* log.append(commit(0, 1, { actions: [action("publish 1"), action("publish 2")] }))
      const [first] = yield* queue.claim(known, moment(0), lease, 1)
      yield* queue.settle(first ?? never)
      yield* log.append(commit(1, 2, { settles: "publish 2" }))
      assert.deepStrictEqual(yield* queue.claim(known, moment(60), lease, 5), [])
    }))

  test("actions are handed out the oldest first, also those that were postponed", ({ log, queue }) =>
    Effect.gen(function* () {
      yield* log.append(commit(0, 1, { actions: [action("publish 1"), action("publish 2")] }))
      yield* log.append(commit(1, 2, { actions: [action("publish 3")] }))
      const [first] = yield* queue.claim(known, moment(0), lease, 1)
      yield* queue.postpone(first ?? never, moment(1))
      const keys = (yield* queue.claim(known, moment(1), lease, 2)).map(({ key }) => key)
      assert.deepStrictEqual(keys, ["publish 1", "publish 2"])
    }))

  test("settling or postponing what is not there changes nothing", ({ queue }) =>
    Effect.gen(function* () {
      yield* queue.settle(never)
      yield* queue.postpone(never, moment(0))
      assert.deepStrictEqual(yield* queue.claim(known, moment(60), lease, 5), [])
    }))

  test("what has been handed out to somebody else since is neither settled nor postponed by whoever had it before", ({
    log,
    queue
  }) =>
    Effect.gen(function* () {
      yield* log.append(commit(0, 1, { actions: [action("publish")] }))
      const [asleep] = yield* queue.claim(known, moment(0), lease, 5)
      yield* queue.claim(known, moment(5), lease, 5)
      yield* queue.postpone(asleep ?? never, moment(6))
      assert.deepStrictEqual(yield* queue.claim(known, moment(9), lease, 5), [])
      yield* queue.settle(asleep ?? never)
      const [awake] = yield* queue.claim(known, moment(10), lease, 5)
      assertEquals(awake, claimed("publish", 10, 3, true))
      yield* queue.settle(awake ?? never)
      assert.deepStrictEqual(yield* queue.claim(known, moment(60), lease, 5), [])
    }))

  test("a step replaces the deadlines of its case, and of no other", ({ log, queue }) =>
    Effect.gen(function* () {
      yield* log.append(commit(0, 1, { timers: [timer("answer", 3), timer("review", 4)] }))
      yield* log.append({ ...commit(0, 1, { timers: [timer("answer", 1, 1, other)] }), ...other })
      yield* log.append(commit(1, 2, { timers: [timer("answer", 2, 2)] }))
      assert.deepStrictEqual(yield* queue.overdue(known, moment(9), 10), [
        timer("answer", 1, 1, other),
        timer("answer", 2, 2)
      ])
    }))

  test("a deadline has run out at its moment, not before it", ({ log, queue }) =>
    Effect.gen(function* () {
      yield* log.append(commit(0, 1, { timers: [timer("answer", 3)] }))
      assert.deepStrictEqual(yield* queue.overdue(known, moment(2), 10), [])
      assert.deepStrictEqual(yield* queue.overdue(known, moment(3), 10), [timer("answer", 3)])
    }))

  test("of the deadlines that have run out, the longest overdue come first", ({ log, queue }) =>
    Effect.gen(function* () {
      yield* log.append(commit(0, 1, { timers: [timer("third", 3), timer("first", 1)] }))
      yield* log.append({ ...commit(0, 1, { timers: [timer("second", 2, 1, other)] }), ...other })
      const names = (yield* queue.overdue(known, moment(9), 2)).map(({ name }) => name)
      assert.deepStrictEqual(names, ["first", "second"])
    }))

  test("a cancelled deadline is forgotten; one set since then is not", ({ log, queue }) =>
    Effect.gen(function* () {
      yield* log.append(commit(0, 1, { timers: [timer("answer", 3)] }))
      yield* log.append(commit(1, 2, { timers: [timer("answer", 4, 2)] }))
      yield* queue.cancel(timer("answer", 3))
      assert.deepStrictEqual(yield* queue.overdue(known, moment(9), 10), [timer("answer", 4, 2)])
      yield* queue.cancel(timer("answer", 4, 2))
      assert.deepStrictEqual(yield* queue.overdue(known, moment(9), 10), [])
    }))

  test("the warning and the end of a deadline are put off and forgotten each by itself", ({ log, queue }) =>
    Effect.gen(function* () {
      const end = timer("answer", 5)
      const warning = { ...timer("answer", 3), rung: 0 }
      yield* log.append(commit(0, 1, { timers: [warning, end] }))
      assert.deepStrictEqual(yield* queue.overdue(known, moment(4), 10), [warning])
      assert.deepStrictEqual(yield* queue.next, moment(3))
      yield* queue.putOff(warning, moment(6))
      assert.deepStrictEqual(yield* queue.overdue(known, moment(5), 10), [end])
      yield* queue.putOff(warning, moment(4))
      yield* queue.cancel(warning)
      assert.deepStrictEqual(yield* queue.overdue(known, moment(9), 10), [end])
    }))

  test("a deadline that is put off has run out at the later moment, and lets others come before it", ({ log, queue }) =>
    Effect.gen(function* () {
      yield* log.append(commit(0, 1, { timers: [timer("answer", 3), timer("review", 4)] }))
      yield* queue.putOff(timer("answer", 3), moment(6))
      yield* queue.putOff(timer("answer", 3, 2), moment(60))
      assert.deepStrictEqual(yield* queue.overdue(known, moment(5), 10), [timer("review", 4)])
      assert.deepStrictEqual(yield* queue.overdue(known, moment(6), 10), [timer("review", 4), timer("answer", 6)])
      yield* log.append(commit(1, 2))
      yield* queue.putOff(timer("answer", 3), moment(7))
      assert.deepStrictEqual(yield* queue.overdue(known, moment(9), 10), [])
    }))

  test("actions and deadlines are handed out of the processes that are asked for, however many others wait", ({
    log,
    queue
  }) =>
    Effect.gen(function* () {
      const theirs = { actions: [action("theirs", foreign)], timers: [timer("theirs", 1, 1, foreign)] }
      yield* log.append({ ...commit(0, 1, theirs), ...foreign })
      yield* log.append(commit(0, 1, { actions: [action("ours")], timers: [timer("ours", 2)] }))
      assert.deepStrictEqual(yield* queue.overdue(known, moment(9), 1), [timer("ours", 2)])
      assert.deepStrictEqual(yield* queue.overdue([], moment(9), 1), [])
      assert.deepStrictEqual(
        (yield* queue.claim(known, moment(0), lease, 1)).map(({ key }) => key),
        ["ours"]
      )
      assert.deepStrictEqual(yield* queue.claim([], moment(0), lease, 1), [])
      const both = [...known, foreign.process]
      assert.deepStrictEqual(
        (yield* queue.overdue(both, moment(9), 2)).map(({ name }) => name),
        ["theirs", "ours"]
      )
      assert.deepStrictEqual(
        (yield* queue.claim(both, moment(0), lease, 2)).map(({ key }) => key),
        ["theirs"]
      )
    }))

  test("it knows the next moment at which there is something to do", ({ log, queue }) =>
    Effect.gen(function* () {
      assert.strictEqual(yield* queue.next, undefined)
      yield* log.append(commit(0, 1, { actions: [action("publish")], timers: [timer("answer", 7)] }))
      const [publish] = yield* queue.claim(known, moment(0), lease, 1)
      assert.deepStrictEqual(yield* queue.next, moment(5))
      yield* queue.settle(publish ?? never)
      assert.deepStrictEqual(yield* queue.next, moment(7))
    }))
}
