/**
 * What every `ObservationStore` does.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Effect, type Layer } from "effect"
import { AccountId } from "../account/AccountId.ts"
import { longestBatch, ObservationStore } from "../observations/ObservationStore.ts"
import { oddTexts } from "./HardNames.ts"
import { keepsLaws } from "./ObservationLaws.ts"
import { keepsNames } from "./ObservationNames.ts"
import { everything, keys, mention, mentions, minute, paged, said, type Test } from "./SampleObservations.ts"

/** Runs the suite on a layer that gives an empty store each time it is built. */
export const suite = <E>(name: string, layer: Layer.Layer<ObservationStore, E>): void => {
  const test: Test = (sentence, body) =>
    it.live(sentence, () => Effect.scoped(Effect.provide(ObservationStore.use(body), layer, { local: true })))
  describe(`${name} is an ObservationStore`, () => {
    records(test)
    pages(test)
    forgets(test)
    erases(test)
    keepsNames(test)
    keepsLaws(test)
  })
}

const records = (test: Test): void => {
  test("what was recorded comes back as it was, in the order in which it was taken in", (store) =>
    Effect.gen(function* () {
      const facts = { text: '你好 👩‍👩‍👧 "quoted"', list: [1.5, null, true], odd: oddTexts }
      const rows = [
        mention(2, { facts }),
        mention(1, { tags: [] }),
        mention(3, { kind: "Visit", tags: ["post:1", "a"] })
      ]
      assertEquals(yield* store.record(rows), { recorded: 3, repeated: 0, tooOld: 0 })
      const entries = yield* store.read(0, 9)
      assertEquals(
        entries.map(({ position: _, ...row }) => row),
        rows
      )
      assert.deepStrictEqual(yield* store.record([]), { recorded: 0, repeated: 0, tooOld: 0 })
    }))

  // autumn#2537: one that came before took the others of its batch with it; posthog#67222: so did the same one twice in a batch.
  test("the same key again is the same observation: what came first stands, also where it says otherwise", (store) =>
    Effect.gen(function* () {
      const changed = { ...mention(1), at: minute(9), facts: { number: 9 }, tags: ["post:9"] }
      assertEquals(yield* store.record([mention(1), changed, mention(2)]), { recorded: 2, repeated: 1, tooOld: 0 })
      assertEquals(yield* store.record([changed, mention(3), mention(2)]), { recorded: 1, repeated: 2, tooOld: 0 })
      assertEquals(
        (yield* everything(store)).map(({ facts }) => facts),
        [{ number: 1 }, { number: 2 }, { number: 3 }]
      )
      assert.deepStrictEqual(yield* paged(store, { tag: "post:9" }), [])
    }))

  test("another kind and another account may have the same key", (store) =>
    Effect.gen(function* () {
      const other = AccountId.make("2")
      yield* store.record([mention(1), mention(1, { kind: "Visit" }), mention(1, { account: other })])
      assert.lengthOf(yield* everything(store), 3)
      assert.lengthOf(yield* paged(store, { account: other }), 1)
      assert.deepStrictEqual(yield* store.count({ ...mentions, kind: "Visit" }, [minute(0), minute(9)]), [1])
    }))

  test("a batch may be as long as it may, and one observation more is refused", (store) =>
    Effect.gen(function* () {
      const batch = Array.from({ length: longestBatch }, (_, index) => mention(index))
      const refused = yield* Effect.flip(store.record([...batch, mention(longestBatch)]))
      assert.include(refused.message, "A batch has at most 10000 observations, and this one has 10001.")
      assertEquals(yield* store.record([...batch.slice(1), mention(1)]), {
        recorded: longestBatch - 1,
        repeated: 1,
        tooOld: 0
      })
      assert.lengthOf(yield* everything(store, 4_000), longestBatch - 1)
    }))
}

const pages = (test: Test): void => {
  test("a series is read by its moments, the newest or the oldest first, and two of one moment as they came", (store) =>
    Effect.gen(function* () {
      const numbers = [5, 1, 4, 2, 3]
      // A moment of many: a page ends in the middle of them (lago-api#5587, leapmux#287).
      const tied = Array.from({ length: 8 }, (_, index) => mention(100 + index, { at: minute(3) }))
      yield* store.record([...numbers.map((number) => mention(number)), ...tied, mention(9, { kind: "Visit" })])
      const expected = ["mention 1", "mention 2", "mention 3", ...keys(tied), "mention 4", "mention 5"]
      assert.deepStrictEqual(keys(yield* paged(store)), expected)
      assert.deepStrictEqual(keys(yield* paged(store, { order: "newest" })), expected.toReversed())
      const span = { from: minute(2), until: minute(4) }
      assert.deepStrictEqual(keys(yield* paged(store, span)), expected.slice(1, -2))
      assert.deepStrictEqual(
        keys(yield* paged(store, { ...span, order: "newest" })),
        expected.slice(1, -2).toReversed()
      )
    }))

  test("what is about a tag is found by it, within its series", (store) =>
    Effect.gen(function* () {
      const about = (number: number, ...tags: ReadonlyArray<string>) => mention(number, { tags })
      yield* store.record([
        about(3, "a", "b"),
        about(1, "b"),
        about(2, "a"),
        mention(4, { kind: "Visit", tags: ["a"] })
      ])
      assert.deepStrictEqual(keys(yield* paged(store, { tag: "a" }, 1)), ["mention 2", "mention 3"])
      assert.deepStrictEqual(keys(yield* paged(store, { tag: "b", order: "newest" }, 1)), ["mention 3", "mention 1"])
      assert.deepStrictEqual(keys(yield* paged(store, { tag: "b", from: minute(2) })), ["mention 3"])
      assert.deepStrictEqual(keys(yield* paged(store, { tag: "c" })), [])
      assert.deepStrictEqual(yield* store.count({ ...mentions, tag: "a" }, [minute(0), minute(3), minute(9)]), [1, 1])
    }))

  test("what is said of a fan is found by the fan", (store) =>
    Effect.gen(function* () {
      yield* store.record([said(3, "one"), said(1, "two"), said(2, "two", "one"), mention(4)])
      assert.deepStrictEqual(keys(yield* paged(store, { person: "one" }, 1)), ["mention 2", "mention 3"])
      assert.deepStrictEqual(keys(yield* paged(store, { person: "two", order: "newest" })), ["mention 2", "mention 1"])
      assertEquals(
        (yield* paged(store, { person: "one", tag: "post:1", from: minute(3) })).map(({ personal }) => personal),
        [{ fan: "one", text: "第 3 条" }]
      )
    }))

  test("between edges it is counted: from each edge on, until before the next", (store) =>
    Effect.gen(function* () {
      yield* store.record([0, 1, 1, 2, 5, 9].map((at, index) => mention(index, { at: minute(at) })))
      assert.deepStrictEqual(yield* store.count(mentions, [0, 1, 2, 9].map(minute)), [1, 2, 2])
      assert.deepStrictEqual(yield* store.count(mentions, [9, 9, 10].map(minute)), [0, 1])
      assert.deepStrictEqual(yield* store.count(mentions, []), [])
      assert.deepStrictEqual(yield* store.count({ ...mentions, kind: "Visit" }, [0, 9].map(minute)), [0])
    }))
}

const forgets = (test: Test): void => {
  test("what is older is forgotten, the oldest first, so many at a time, and nothing else", (store) =>
    Effect.gen(function* () {
      yield* store.record([5, 1, 4, 2, 3].map((number) => said(number, "one")))
      yield* store.record([mention(1, { kind: "Visit" }), mention(1, { account: AccountId.make("2") })])
      const gone = [yield* store.forget(mentions, minute(4), 2)]
      assert.deepStrictEqual(keys(yield* paged(store)), ["mention 3", "mention 4", "mention 5"])
      gone.push(yield* store.forget(mentions, minute(4), 2), yield* store.forget(mentions, minute(4), 2))
      assert.deepStrictEqual(gone, [2, 1, 0])
      assert.deepStrictEqual(keys(yield* paged(store, { tag: "post:1" })), ["mention 4", "mention 5"])
      assert.deepStrictEqual(keys(yield* paged(store, { person: "one" })), ["mention 4", "mention 5"])
      assert.lengthOf(yield* everything(store), 4)
      assert.strictEqual(yield* store.erase("one"), 2)
    }))

  // superset#6763: a row that is gone can deduplicate nothing.
  test("what is older than what was forgotten is not taken in any more, and what is not is", (store) =>
    Effect.gen(function* () {
      yield* store.record([mention(1), mention(5)])
      yield* store.forget(mentions, minute(3), 9)
      yield* store.forget(mentions, minute(2), 9)
      const batch = [mention(1), mention(2), mention(3), mention(5), mention(1, { kind: "Visit" })]
      assertEquals(yield* store.record(batch), { recorded: 2, repeated: 1, tooOld: 2 })
      assert.deepStrictEqual(keys(yield* paged(store)), ["mention 3", "mention 5"])
    }))

  test("a reader who has read everything hears of what comes after all of it was forgotten", (store) =>
    Effect.gen(function* () {
      yield* store.record([mention(1), mention(2)])
      const read = (yield* store.read(0, 9)).at(-1)?.position ?? 0
      yield* store.forget(mentions, minute(9), 9)
      assert.deepStrictEqual(yield* store.read(0, 9), [])
      yield* store.record([mention(10)])
      assert.deepStrictEqual(keys(yield* store.read(read, 9)), ["mention 10"])
    }))
}

const erases = (test: Test): void => {
  test("what is said of a fan is erased, and the observation stays, found and counted as before", (store) =>
    Effect.gen(function* () {
      yield* store.record([said(1, "one"), said(2, "two", "one"), said(3, "two"), mention(4)])
      const counts = store.count(mentions, [0, 2, 9].map(minute))
      const before = yield* counts
      assert.strictEqual(yield* store.erase("one"), 2)
      assert.strictEqual(yield* store.erase("one"), 0)
      const has = (yield* paged(store)).map((entry) => entry.personal !== undefined)
      assert.deepStrictEqual(has, [false, false, true, false])
      assert.deepStrictEqual(yield* paged(store, { person: "one" }), [])
      assert.deepStrictEqual(keys(yield* paged(store, { person: "two" })), ["mention 3"])
      assert.deepStrictEqual(yield* counts, before)
    }))

  test("what is erased stays erased when the same observation comes again", (store) =>
    Effect.gen(function* () {
      yield* store.record([said(1, "one")])
      yield* store.erase("one")
      assertEquals(yield* store.record([said(1, "one"), said(2, "one")]), { recorded: 1, repeated: 1, tooOld: 0 })
      assert.deepStrictEqual(keys(yield* paged(store, { person: "one" })), ["mention 2"])
      yield* store.erase("one")
      yield* store.forget(mentions, minute(2), 9)
      assertEquals(yield* store.record([said(1, "one")]), { recorded: 0, repeated: 0, tooOld: 1 })
    }))

  // Whoever keeps what they have made of what they read learns by it that it may be of somebody who is erased.
  test("how often something was erased or forgotten is told, and what took nothing away counts for nothing", (store) =>
    Effect.gen(function* () {
      const begun = yield* store.removals
      yield* store.record([said(1, "one"), said(2, "two", "one"), said(3, "two")])
      yield* store.erase("nobody")
      yield* store.forget(mentions, minute(1), 9)
      assert.strictEqual(yield* store.removals, begun)
      yield* store.erase("one")
      assert.strictEqual(yield* store.removals, begun + 1)
      yield* store.erase("one")
      yield* store.forget(mentions, minute(3), 1)
      yield* store.forget(mentions, minute(3), 1)
      yield* store.forget(mentions, minute(3), 1)
      assert.strictEqual(yield* store.removals, begun + 3)
    }))
}
