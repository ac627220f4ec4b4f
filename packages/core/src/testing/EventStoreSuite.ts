/**
 * What every EventStore does.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { Cause, Effect, Exit, type Layer } from "effect"
import * as EventStore from "../operations/EventStore.ts"
import { action, commit, lease, moment, one, other, timer } from "./SampleCommit.ts"

/** The tests of a store; the layer has to give an empty one each time it is built. */
export const suite = (name: string, layer: Layer.Layer<EventStore.EventStore, unknown>): void => {
  const test = (title: string, body: (store: EventStore.EventStore["Service"]) => Effect.Effect<void, unknown>) =>
    it.effect(title, () => Effect.scoped(Effect.provide(Effect.flatMap(EventStore.EventStore, body), layer)))

  describe(`EventStore (${name})`, () => {
    test("a case that nobody began has no events", (store) =>
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* store.read(one), [])
        assert.strictEqual(yield* store.recall(one, "key 0"), undefined)
      }))

    test("events come back as they were, oldest first", (store) =>
      Effect.gen(function* () {
        const events = [
          { step: "Compose", text: '你好 👩‍👩‍👧 \u0000 "quoted"' },
          { step: "Submit", n: 1.5, none: null, list: [1, "2"] }
        ]
        yield* store.append(commit(0, events[0] ?? null))
        yield* store.append(commit(1, events[1] ?? null))
        assert.deepStrictEqual(yield* store.read(one), events)
        assert.deepStrictEqual(yield* store.read(other), [])
      }))

    test("a case that has moved on refuses the step", (store) =>
      Effect.gen(function* () {
        yield* store.append(commit(0, 1))
        const exit = yield* Effect.exit(store.append(commit(0, 2, { key: "late" })))
        assert.deepStrictEqual(Exit.isFailure(exit), true)
        assert.deepStrictEqual(yield* store.read(one), [1])
      }))

    test("a step that is ahead of its case is refused too", (store) =>
      Effect.gen(function* () {
        const ahead = yield* Effect.flip(store.append(commit(1, "second")))
        assert.strictEqual(ahead._tag, "EventStore.VersionConflict")
        assert.deepStrictEqual(yield* store.read(one), [])
      }))

    test("of many that race, one wins, and the others are told", (store) =>
      Effect.gen(function* () {
        const exits = yield* Effect.forEach(
          Array.from({ length: 10 }, (_, racer) => racer),
          (racer) => Effect.exit(store.append(commit(0, racer, { key: `racer ${racer}` }))),
          { concurrency: "unbounded" }
        )
        assert.strictEqual(exits.filter(Exit.isSuccess).length, 1)
        assert.strictEqual((yield* store.read(one)).length, 1)
      }))

    test("a key is stored once for a case, and is found again", (store) =>
      Effect.gen(function* () {
        yield* store.append(commit(0, "first", { key: "click" }))
        const again = yield* Effect.flip(store.append(commit(1, "second", { key: "click" })))
        assert.strictEqual(again._tag, "EventStore.VersionConflict")
        assert.strictEqual(yield* store.recall(one, "click"), "first")
        yield* store.append({ ...commit(0, "another case", { key: "click" }), ...other })
        assert.strictEqual(yield* store.recall(other, "click"), "another case")
      }))

    test("a refused step leaves nothing behind: no action, no deadline", (store) =>
      Effect.gen(function* () {
        yield* store.append(commit(0, 1, { timers: [timer("kept", 1)] }))
        yield* Effect.flip(
          store.append(commit(0, 2, { key: "late", actions: [action("never")], timers: [timer("never", 0)] }))
        )
        assert.deepStrictEqual(yield* store.claim(moment(9), lease, 10), [])
        assert.deepStrictEqual(yield* store.overdue(moment(9), 10), [timer("kept", 1)])
      }))

    test("a step is stored with its actions and deadlines: all of it or none", (store) =>
      Effect.gen(function* () {
        yield* store.append(commit(0, 1, { actions: [action("taken"), action("settled")], timers: [timer("kept", 1)] }))
        for (const actions of [
          [action("new"), action("taken")],
          [action("twice"), action("twice")]
        ]) {
          const late = commit(1, 2, { key: "late", actions, timers: [timer("never", 0, 2)], settles: "settled" })
          const exit = yield* Effect.exit(store.append(late))
          assert.isTrue(Exit.isFailure(exit) && Cause.hasDies(exit.cause), "a key that is taken is a defect")
        }
        assert.deepStrictEqual(yield* store.read(one), [1])
        assert.strictEqual(yield* store.recall(one, "late"), undefined)
        assert.strictEqual((yield* store.log(0, 10)).length, 1)
        assert.deepStrictEqual(
          (yield* store.claim(moment(0), lease, 10)).map(({ key }) => key),
          ["taken", "settled"]
        )
        assert.deepStrictEqual(yield* store.overdue(moment(9), 10), [timer("kept", 1)])
      }))

    test("the log has all events of all cases in order, page by page", (store) =>
      Effect.gen(function* () {
        yield* store.append(commit(0, "a"))
        yield* store.append({ ...commit(0, "b"), ...other })
        yield* store.append(commit(1, "c"))
        const first = yield* store.log(0, 2)
        const second = yield* store.log(first.at(-1)?.position ?? 0, 2)
        assert.deepStrictEqual(
          [...first, ...second].map(({ event }) => event),
          ["a", "b", "c"]
        )
        assert.deepStrictEqual(
          [...first, ...second].map((entry) => entry.case),
          ["one", "other", "one"]
        )
        assert.deepStrictEqual(yield* store.log(second.at(-1)?.position ?? 0, 2), [])
      }))

    test("an action is handed to one caller, until its lease has run out", (store) =>
      Effect.gen(function* () {
        yield* store.append(commit(0, 1, { actions: [action("publish 1"), action("publish 2")] }))
        const [first] = yield* store.claim(moment(0), lease, 1)
        assert.deepStrictEqual(first, { ...action("publish 1"), tries: 1, interrupted: false })
        const [second, ...none] = yield* store.claim(moment(0), lease, 5)
        assert.deepStrictEqual(second, { ...action("publish 2"), tries: 1, interrupted: false })
        assert.deepStrictEqual(none, [])
        assert.deepStrictEqual(yield* store.claim(moment(4), lease, 5), [])
      }))

    test("an action that nobody came back from is handed out again, as interrupted", (store) =>
      Effect.gen(function* () {
        yield* store.append(commit(0, 1, { actions: [action("publish")] }))
        yield* store.claim(moment(0), lease, 5)
        assert.deepStrictEqual(yield* store.claim(moment(5), lease, 5), [
          { ...action("publish"), tries: 2, interrupted: true }
        ])
      }))

    test("a postponed action waits, and has not been interrupted", (store) =>
      Effect.gen(function* () {
        yield* store.append(commit(0, 1, { actions: [action("publish")] }))
        yield* store.claim(moment(0), lease, 5)
        yield* store.postpone("publish", moment(30))
        assert.deepStrictEqual(yield* store.claim(moment(29), lease, 5), [])
        assert.deepStrictEqual(yield* store.claim(moment(30), lease, 5), [
          { ...action("publish"), tries: 2, interrupted: false }
        ])
      }))

    test("a settled action is gone, alone or together with its outcome", (store) =>
      Effect.gen(function* () {
        yield* store.append(commit(0, 1, { actions: [action("publish 1"), action("publish 2")] }))
        yield* store.settle("publish 1")
        yield* store.append(commit(1, 2, { settles: "publish 2" }))
        assert.deepStrictEqual(yield* store.claim(moment(60), lease, 5), [])
      }))

    test("actions are handed out the oldest first, also those that were postponed", (store) =>
      Effect.gen(function* () {
        yield* store.append(commit(0, 1, { actions: [action("publish 1"), action("publish 2")] }))
        yield* store.append(commit(1, 2, { actions: [action("publish 3")] }))
        yield* store.claim(moment(0), lease, 1)
        yield* store.postpone("publish 1", moment(1))
        const keys = (yield* store.claim(moment(1), lease, 2)).map(({ key }) => key)
        assert.deepStrictEqual(keys, ["publish 1", "publish 2"])
      }))

    test("settling or postponing what is not there changes nothing", (store) =>
      Effect.gen(function* () {
        yield* store.settle("nothing")
        yield* store.postpone("nothing", moment(0))
        assert.deepStrictEqual(yield* store.claim(moment(60), lease, 5), [])
      }))

    test("a step replaces the deadlines of its case, and of no other", (store) =>
      Effect.gen(function* () {
        yield* store.append(commit(0, 1, { timers: [timer("answer", 3), timer("review", 4)] }))
        yield* store.append({ ...commit(0, 1, { timers: [timer("answer", 1, 1, other)] }), ...other })
        yield* store.append(commit(1, 2, { timers: [timer("answer", 2, 2)] }))
        assert.deepStrictEqual(yield* store.overdue(moment(9), 10), [
          timer("answer", 1, 1, other),
          timer("answer", 2, 2)
        ])
      }))

    test("a deadline has run out at its moment, not before it", (store) =>
      Effect.gen(function* () {
        yield* store.append(commit(0, 1, { timers: [timer("answer", 3)] }))
        assert.deepStrictEqual(yield* store.overdue(moment(2), 10), [])
        assert.deepStrictEqual(yield* store.overdue(moment(3), 10), [timer("answer", 3)])
      }))

    test("of the deadlines that have run out, the longest overdue come first", (store) =>
      Effect.gen(function* () {
        yield* store.append(commit(0, 1, { timers: [timer("third", 3), timer("first", 1)] }))
        yield* store.append({ ...commit(0, 1, { timers: [timer("second", 2, 1, other)] }), ...other })
        const names = (yield* store.overdue(moment(9), 2)).map(({ name }) => name)
        assert.deepStrictEqual(names, ["first", "second"])
      }))

    test("a cancelled deadline is forgotten; one set since then is not", (store) =>
      Effect.gen(function* () {
        yield* store.append(commit(0, 1, { timers: [timer("answer", 3)] }))
        yield* store.append(commit(1, 2, { timers: [timer("answer", 4, 2)] }))
        yield* store.cancel(timer("answer", 3))
        assert.deepStrictEqual(yield* store.overdue(moment(9), 10), [timer("answer", 4, 2)])
        yield* store.cancel(timer("answer", 4, 2))
        assert.deepStrictEqual(yield* store.overdue(moment(9), 10), [])
      }))

    test("it knows the next moment at which there is something to do", (store) =>
      Effect.gen(function* () {
        assert.strictEqual(yield* store.next, undefined)
        yield* store.append(commit(0, 1, { actions: [action("publish")], timers: [timer("answer", 7)] }))
        yield* store.claim(moment(0), lease, 1)
        assert.deepStrictEqual(yield* store.next, moment(5))
        yield* store.settle("publish")
        assert.deepStrictEqual(yield* store.next, moment(7))
      }))
  })
}
