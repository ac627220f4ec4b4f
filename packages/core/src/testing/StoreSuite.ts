/**
 * What every EventLog does, with the WorkQueue behind which the same store stands.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { Cause, Effect, Exit, type Layer } from "effect"
import * as EventLog from "../operations/EventLog.ts"
import * as WorkQueue from "../operations/WorkQueue.ts"
import { action, commit, foreign, known, lease, moment, one, other, timer } from "./SampleCommit.ts"
import { tellsTime } from "./StoreClocks.ts"
import { servesMany } from "./StoreCrowd.ts"
import { keepsNames } from "./StoreNames.ts"
import { keepsRefusals } from "./StoreRefusals.ts"
import { keepsStandings } from "./StoreStandings.ts"
import { handsOut, type Test } from "./StoreWork.ts"

/** The tests of a store; the layer has to give an empty one each time it is built. */
export const suite = (name: string, layer: Layer.Layer<EventLog.EventLog | WorkQueue.WorkQueue, unknown>): void => {
  const store = Effect.all({ log: EventLog.EventLog, queue: WorkQueue.WorkQueue })
  const test: Test = (title, body) =>
    it.effect(title, () => Effect.scoped(Effect.provide(Effect.flatMap(store, body), layer)))

  describe(`EventLog and WorkQueue (${name})`, () => {
    test("a case that nobody began has no events", ({ log }) =>
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* log.read(one), [])
        assert.strictEqual(yield* log.recall(one, "key 0"), undefined)
      }))

    test("events come back as they were, oldest first", ({ log }) =>
      Effect.gen(function* () {
        const events = [
          { step: "Compose", text: '你好 👩‍👩‍👧 \u0000 "quoted"' },
          { step: "Submit", n: 1.5, none: null, list: [1, "2"] }
        ]
        yield* log.append(commit(0, events[0] ?? null))
        yield* log.append(commit(1, events[1] ?? null))
        assert.deepStrictEqual(yield* log.read(one), events)
        assert.deepStrictEqual(yield* log.read(other), [])
      }))

    test("the events of a case after the first so many come alone, and none where there are no more", ({ log }) =>
      Effect.gen(function* () {
        for (const [expected, event] of ["first", "second", "third"].entries())
          yield* log.append(commit(expected, event))
        yield* log.append({ ...commit(0, "another case"), ...other })
        assert.deepStrictEqual(yield* log.read(one, 0), ["first", "second", "third"])
        assert.deepStrictEqual(yield* log.read(one, 2), ["third"])
        assert.deepStrictEqual(yield* log.read(one, 3), [])
        assert.deepStrictEqual(yield* log.read(other, 2), [])
      }))

    test("what was read stays as it was, whatever is stored afterwards", ({ log }) =>
      Effect.gen(function* () {
        yield* log.append(commit(0, "first"))
        const read = yield* log.read(one)
        yield* log.append(commit(1, "second"))
        assert.deepStrictEqual(read, ["first"])
      }))

    test("the newest events of all cases come newest first, at most so many", ({ log }) =>
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* log.newest(3), [])
        yield* log.append(commit(0, "first"))
        yield* log.append(commit(1, "second"))
        yield* log.append({ ...commit(0, "third"), ...other })
        assert.deepStrictEqual(
          (yield* log.newest(2)).map(({ case: id, event }) => [id, event]),
          [
            [other.case, "third"],
            [one.case, "second"]
          ]
        )
        assert.deepStrictEqual(yield* log.newest(9), [...(yield* log.log(0, 9))].reverse())
      }))

    test("a case that has moved on refuses the step", ({ log }) =>
      Effect.gen(function* () {
        yield* log.append(commit(0, 1))
        const exit = yield* Effect.exit(log.append(commit(0, 2, { key: "late" })))
        assert.deepStrictEqual(Exit.isFailure(exit), true)
        assert.deepStrictEqual(yield* log.read(one), [1])
      }))

    test("a step that is ahead of its case is refused too", ({ log }) =>
      Effect.gen(function* () {
        const ahead = yield* Effect.flip(log.append(commit(1, "second")))
        assert.strictEqual(ahead._tag, "EventLog.VersionConflict")
        assert.deepStrictEqual(yield* log.read(one), [])
      }))

    test("of many that race, one wins, and the others are told", ({ log }) =>
      Effect.gen(function* () {
        const exits = yield* Effect.forEach(
          Array.from({ length: 10 }, (_, racer) => racer),
          (racer) => Effect.exit(log.append(commit(0, racer, { key: `racer ${racer}` }))),
          { concurrency: "unbounded" }
        )
        assert.strictEqual(exits.filter(Exit.isSuccess).length, 1)
        assert.strictEqual((yield* log.read(one)).length, 1)
      }))

    test("a key is stored once for a case, and is found again", ({ log }) =>
      Effect.gen(function* () {
        yield* log.append(commit(0, "first", { key: "click" }))
        const again = yield* Effect.flip(log.append(commit(1, "second", { key: "click" })))
        assert.strictEqual(again._tag, "EventLog.VersionConflict")
        assert.strictEqual(yield* log.recall(one, "click"), "first")
        yield* log.append({ ...commit(0, "another case", { key: "click" }), ...other })
        assert.strictEqual(yield* log.recall(other, "click"), "another case")
      }))

    test("a refused step leaves nothing behind: no action, no deadline", ({ log, queue }) =>
      Effect.gen(function* () {
        yield* log.append(commit(0, 1, { timers: [timer("kept", 1)] }))
        yield* Effect.flip(
          log.append(commit(0, 2, { key: "late", actions: [action("never")], timers: [timer("never", 0)] }))
        )
        assert.deepStrictEqual(yield* queue.claim(known, moment(9), lease, 10), [])
        assert.deepStrictEqual(yield* queue.overdue(known, moment(9), 10), [timer("kept", 1)])
      }))

    test("a step is stored with its actions and deadlines: all of it or none", ({ log, queue }) =>
      Effect.gen(function* () {
        yield* log.append(commit(0, 1, { actions: [action("taken"), action("settled")], timers: [timer("kept", 1)] }))
        for (const actions of [
          [action("new"), action("taken")],
          [action("twice"), action("twice")]
        ]) {
          const late = commit(1, 2, { key: "late", actions, timers: [timer("never", 0, 2)], settles: "settled" })
          const exit = yield* Effect.exit(log.append(late))
          assert.isTrue(Exit.isFailure(exit) && Cause.hasDies(exit.cause), "a key that is taken is a defect")
        }
        assert.deepStrictEqual(yield* log.read(one), [1])
        assert.strictEqual(yield* log.recall(one, "late"), undefined)
        assert.strictEqual((yield* log.log(0, 10)).length, 1)
        assert.deepStrictEqual(
          (yield* queue.claim(known, moment(0), lease, 10)).map(({ key }) => key),
          ["taken", "settled"]
        )
        assert.deepStrictEqual(yield* queue.overdue(known, moment(9), 10), [timer("kept", 1)])
      }))

    test("the log says until when something should be done in the state that a case came to", ({ log }) =>
      Effect.gen(function* () {
        yield* log.append(commit(0, "a", { due: moment(7) }))
        yield* log.append(commit(1, "b"))
        assert.deepStrictEqual(
          (yield* log.log(0, 10)).map(({ due }) => due?.epochMilliseconds),
          [moment(7).epochMilliseconds, undefined]
        )
        const [newest, before] = yield* log.newest(2)
        assert.notProperty(newest, "due")
        assert.strictEqual(before?.due?.epochMilliseconds, moment(7).epochMilliseconds)
      }))

    test("the log has all events of all cases in order, page by page", ({ log }) =>
      Effect.gen(function* () {
        yield* log.append(commit(0, "a"))
        yield* log.append({ ...commit(0, "b"), ...other })
        yield* log.append(commit(1, "c"))
        const first = yield* log.log(0, 2)
        assert.deepInclude(first[1], { ...other, version: 1, state: "Begun", event: "b" })
        const second = yield* log.log(first.at(-1)?.position ?? 0, 2)
        assert.deepStrictEqual(
          [...first, ...second].map(({ event }) => event),
          ["a", "b", "c"]
        )
        assert.deepStrictEqual(
          [...first, ...second].map((entry) => entry.case),
          ["one", "other", "one"]
        )
        assert.deepStrictEqual(yield* log.log(second.at(-1)?.position ?? 0, 2), [])
      }))

    test("what belongs to one case cannot become another's, and the step that takes it leaves nothing behind", ({
      log,
      queue
    }) =>
      Effect.gen(function* () {
        yield* log.append(commit(0, 1, { owns: "post 1" }))
        const late = { ...commit(0, 2, { owns: "post 1", timers: [timer("never", 0, 1, other)] }), ...other }
        const refused = yield* Effect.flip(log.append(late))
        assert.deepStrictEqual(refused, new EventLog.NotItsOwn({ thing: "post 1", ...one }))
        assert.deepStrictEqual(yield* log.read(other), [])
        assert.deepStrictEqual(yield* queue.overdue(known, moment(9), 1), [])
        yield* log.append({ ...late, owns: "post 2" })
      }))

    test("what is a case's own may be taken for its own again", ({ log }) =>
      Effect.gen(function* () {
        yield* log.append(commit(0, 1, { owns: "post 1" }))
        yield* log.append(commit(1, 2, { owns: "post 1" }))
        assert.deepStrictEqual(yield* log.read(one), [1, 2])
      }))

    test("of two cases that take the same thing at once, one has it", ({ log }) =>
      Effect.gen(function* () {
        const exits = yield* Effect.forEach(
          [one, other, foreign],
          (address) => Effect.exit(log.append({ ...commit(0, 1, { owns: "post 1" }), ...address })),
          { concurrency: "unbounded" }
        )
        assert.strictEqual(exits.filter(Exit.isSuccess).length, 1)
        assert.strictEqual((yield* log.log(0, 10)).length, 1)
      }))

    test("the cases that bear a tag come newest first, at most so many, each once and for good", ({ log }) =>
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* log.tagged("fan:林", 9), [])
        yield* log.append(commit(0, 1, { tags: ["fan:林", "account:1"] }))
        yield* log.append({ ...commit(0, 2, { tags: ["fan:林"] }), ...other })
        yield* log.append(commit(1, 3, { tags: ["fan:林"] }))
        yield* log.append({ ...commit(0, 4, { tags: ["account:1"] }), ...foreign })
        assert.deepStrictEqual(yield* log.tagged("fan:林", 9), [other, one])
        assert.deepStrictEqual(yield* log.tagged("account:1", 1), [foreign])
      }))

    test("a refused step gives its case no tag", ({ log }) =>
      Effect.gen(function* () {
        yield* log.append(commit(0, 1))
        yield* Effect.flip(log.append(commit(0, 2, { key: "late", tags: ["fan:林"] })))
        assert.deepStrictEqual(yield* log.tagged("fan:林", 9), [])
      }))

    handsOut(test)
    tellsTime(test)
    servesMany(test)
    keepsNames(test)
    keepsStandings(test)
    keepsRefusals(test)
  })
}
