/**
 * What every EventStore does with the actions and deadlines that wait in it; a part of its suite.
 *
 * @module
 */
import { assert } from "@effect/vitest"
import { Effect } from "effect"
import type * as EventStore from "../operations/EventStore.ts"
import { action, commit, foreign, known, lease, moment, other, timer } from "./SampleCommit.ts"

/** A test on an empty store. */
export type Test = (
  title: string,
  body: (store: EventStore.EventStore["Service"]) => Effect.Effect<void, unknown>
) => void

/** An action that was never asked for. */
const never: EventStore.Claimed = { ...action("never"), tries: 1, interrupted: false }

/** The tests of what it hands out. */
export const handsOut = (test: Test): void => {
  test("an action is handed to one caller, until its lease has run out", (store) =>
    Effect.gen(function* () {
      yield* store.append(commit(0, 1, { actions: [action("publish 1"), action("publish 2")] }))
      const [first] = yield* store.claim(known, moment(0), lease, 1)
      assert.deepStrictEqual(first, { ...action("publish 1"), tries: 1, interrupted: false })
      const [second, ...none] = yield* store.claim(known, moment(0), lease, 5)
      assert.deepStrictEqual(second, { ...action("publish 2"), tries: 1, interrupted: false })
      assert.deepStrictEqual(none, [])
      assert.deepStrictEqual(yield* store.claim(known, moment(4), lease, 5), [])
    }))

  test("an action that nobody came back from is handed out again, as interrupted", (store) =>
    Effect.gen(function* () {
      yield* store.append(commit(0, 1, { actions: [action("publish")] }))
      yield* store.claim(known, moment(0), lease, 5)
      assert.deepStrictEqual(yield* store.claim(known, moment(5), lease, 5), [
        { ...action("publish"), tries: 2, interrupted: true }
      ])
    }))

  test("a postponed action waits, and has not been interrupted", (store) =>
    Effect.gen(function* () {
      yield* store.append(commit(0, 1, { actions: [action("publish")] }))
      const [publish] = yield* store.claim(known, moment(0), lease, 5)
      yield* store.postpone(publish ?? never, moment(30))
      assert.deepStrictEqual(yield* store.claim(known, moment(29), lease, 5), [])
      assert.deepStrictEqual(yield* store.claim(known, moment(30), lease, 5), [
        { ...action("publish"), tries: 2, interrupted: false }
      ])
    }))

  test("a lease that was given by a clock far ahead binds nobody when the clock is right again", (store) =>
    Effect.gen(function* () {
      yield* store.append(commit(0, 1, { actions: [action("publish"), action("postponed")] }))
      const aYear = 366 * 24 * 60
      const [, postponed] = yield* store.claim(known, moment(aYear), lease, 5)
      yield* store.postpone(postponed ?? never, moment(aYear))
      assert.deepStrictEqual(yield* store.claim(known, moment(0), lease, 5), [
        { ...action("publish"), tries: 2, interrupted: true }
      ])
      assert.deepStrictEqual(yield* store.claim(known, moment(1), lease, 5), [])
    }))

  test("a settled action is gone, alone or together with its outcome", (store) =>
    Effect.gen(function* () {
      yield* store.append(commit(0, 1, { actions: [action("publish 1"), action("publish 2")] }))
      const [first] = yield* store.claim(known, moment(0), lease, 1)
      yield* store.settle(first ?? never)
      yield* store.append(commit(1, 2, { settles: "publish 2" }))
      assert.deepStrictEqual(yield* store.claim(known, moment(60), lease, 5), [])
    }))

  test("actions are handed out the oldest first, also those that were postponed", (store) =>
    Effect.gen(function* () {
      yield* store.append(commit(0, 1, { actions: [action("publish 1"), action("publish 2")] }))
      yield* store.append(commit(1, 2, { actions: [action("publish 3")] }))
      const [first] = yield* store.claim(known, moment(0), lease, 1)
      yield* store.postpone(first ?? never, moment(1))
      const keys = (yield* store.claim(known, moment(1), lease, 2)).map(({ key }) => key)
      assert.deepStrictEqual(keys, ["publish 1", "publish 2"])
    }))

  test("settling or postponing what is not there changes nothing", (store) =>
    Effect.gen(function* () {
      yield* store.settle(never)
      yield* store.postpone(never, moment(0))
      assert.deepStrictEqual(yield* store.claim(known, moment(60), lease, 5), [])
    }))

  test("what has been handed out to somebody else since is neither settled nor postponed by whoever had it before", (store) =>
    Effect.gen(function* () {
      yield* store.append(commit(0, 1, { actions: [action("publish")] }))
      const [asleep] = yield* store.claim(known, moment(0), lease, 5)
      yield* store.claim(known, moment(5), lease, 5)
      yield* store.postpone(asleep ?? never, moment(6))
      assert.deepStrictEqual(yield* store.claim(known, moment(9), lease, 5), [])
      yield* store.settle(asleep ?? never)
      const [awake] = yield* store.claim(known, moment(10), lease, 5)
      assert.deepStrictEqual(awake, { ...action("publish"), tries: 3, interrupted: true })
      yield* store.settle(awake ?? never)
      assert.deepStrictEqual(yield* store.claim(known, moment(60), lease, 5), [])
    }))

  test("a step replaces the deadlines of its case, and of no other", (store) =>
    Effect.gen(function* () {
      yield* store.append(commit(0, 1, { timers: [timer("answer", 3), timer("review", 4)] }))
      yield* store.append({ ...commit(0, 1, { timers: [timer("answer", 1, 1, other)] }), ...other })
      yield* store.append(commit(1, 2, { timers: [timer("answer", 2, 2)] }))
      assert.deepStrictEqual(yield* store.overdue(known, moment(9), 10), [
        timer("answer", 1, 1, other),
        timer("answer", 2, 2)
      ])
    }))

  test("a deadline has run out at its moment, not before it", (store) =>
    Effect.gen(function* () {
      yield* store.append(commit(0, 1, { timers: [timer("answer", 3)] }))
      assert.deepStrictEqual(yield* store.overdue(known, moment(2), 10), [])
      assert.deepStrictEqual(yield* store.overdue(known, moment(3), 10), [timer("answer", 3)])
    }))

  test("of the deadlines that have run out, the longest overdue come first", (store) =>
    Effect.gen(function* () {
      yield* store.append(commit(0, 1, { timers: [timer("third", 3), timer("first", 1)] }))
      yield* store.append({ ...commit(0, 1, { timers: [timer("second", 2, 1, other)] }), ...other })
      const names = (yield* store.overdue(known, moment(9), 2)).map(({ name }) => name)
      assert.deepStrictEqual(names, ["first", "second"])
    }))

  test("a cancelled deadline is forgotten; one set since then is not", (store) =>
    Effect.gen(function* () {
      yield* store.append(commit(0, 1, { timers: [timer("answer", 3)] }))
      yield* store.append(commit(1, 2, { timers: [timer("answer", 4, 2)] }))
      yield* store.cancel(timer("answer", 3))
      assert.deepStrictEqual(yield* store.overdue(known, moment(9), 10), [timer("answer", 4, 2)])
      yield* store.cancel(timer("answer", 4, 2))
      assert.deepStrictEqual(yield* store.overdue(known, moment(9), 10), [])
    }))

  test("the warning and the end of a deadline are put off and forgotten each by itself", (store) =>
    Effect.gen(function* () {
      const end = timer("answer", 5)
      const warning = { ...timer("answer", 3), rung: "warning" as const }
      yield* store.append(commit(0, 1, { timers: [warning, end] }))
      assert.deepStrictEqual(yield* store.overdue(known, moment(4), 10), [warning])
      assert.deepStrictEqual(yield* store.next, moment(3))
      yield* store.putOff(warning, moment(6))
      assert.deepStrictEqual(yield* store.overdue(known, moment(5), 10), [end])
      yield* store.putOff(warning, moment(4))
      yield* store.cancel(warning)
      assert.deepStrictEqual(yield* store.overdue(known, moment(9), 10), [end])
    }))

  test("a deadline that is put off has run out at the later moment, and lets others come before it", (store) =>
    Effect.gen(function* () {
      yield* store.append(commit(0, 1, { timers: [timer("answer", 3), timer("review", 4)] }))
      yield* store.putOff(timer("answer", 3), moment(6))
      yield* store.putOff(timer("answer", 3, 2), moment(60))
      assert.deepStrictEqual(yield* store.overdue(known, moment(5), 10), [timer("review", 4)])
      assert.deepStrictEqual(yield* store.overdue(known, moment(6), 10), [timer("review", 4), timer("answer", 6)])
      yield* store.append(commit(1, 2))
      yield* store.putOff(timer("answer", 3), moment(7))
      assert.deepStrictEqual(yield* store.overdue(known, moment(9), 10), [])
    }))

  test("actions and deadlines are handed out of the processes that are asked for, however many others wait", (store) =>
    Effect.gen(function* () {
      const theirs = { actions: [action("theirs", foreign)], timers: [timer("theirs", 1, 1, foreign)] }
      yield* store.append({ ...commit(0, 1, theirs), ...foreign })
      yield* store.append(commit(0, 1, { actions: [action("ours")], timers: [timer("ours", 2)] }))
      assert.deepStrictEqual(yield* store.overdue(known, moment(9), 1), [timer("ours", 2)])
      assert.deepStrictEqual(yield* store.overdue([], moment(9), 1), [])
      assert.deepStrictEqual(
        (yield* store.claim(known, moment(0), lease, 1)).map(({ key }) => key),
        ["ours"]
      )
      assert.deepStrictEqual(yield* store.claim([], moment(0), lease, 1), [])
      const both = [...known, foreign.process]
      assert.deepStrictEqual(
        (yield* store.overdue(both, moment(9), 2)).map(({ name }) => name),
        ["theirs", "ours"]
      )
      assert.deepStrictEqual(
        (yield* store.claim(both, moment(0), lease, 2)).map(({ key }) => key),
        ["theirs"]
      )
    }))

  test("it knows the next moment at which there is something to do", (store) =>
    Effect.gen(function* () {
      assert.strictEqual(yield* store.next, undefined)
      yield* store.append(commit(0, 1, { actions: [action("publish")], timers: [timer("answer", 7)] }))
      const [publish] = yield* store.claim(known, moment(0), lease, 1)
      assert.deepStrictEqual(yield* store.next, moment(5))
      yield* store.settle(publish ?? never)
      assert.deepStrictEqual(yield* store.next, moment(7))
    }))
}
