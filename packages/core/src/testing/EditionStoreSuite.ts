/**
 * What every `EditionStore` does.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { Effect, type Layer } from "effect"
import { EditionStore, type Section } from "../operations/EditionStore.ts"
import { HandbookVersion } from "../process/Case.ts"
import { longestOf, oddTexts, refusesNames, scrambled } from "./HardNames.ts"

const [first, second] = [HandbookVersion.make("2026-09 “一”"), HandbookVersion.make("2026-10")]

/** Runs the suite on a store in which no edition is kept. */
export const suite = <E>(name: string, layer: Layer.Layer<EditionStore, E>): void => {
  const test = (sentence: string, body: Effect.Effect<void, unknown, EditionStore>) =>
    it.live(sentence, () => Effect.provide(body, layer))

  describe(`${name} is an EditionStore`, () => {
    test("of a version that nobody has kept there is nothing", nothing)
    test("what was kept is found by its version, section by section, as it was", finds)
    test("the first one stays: whoever comes later with another is answered with what is kept", stays)
    test("keeps names as long as they may be, in whatever script", keepsHard)
    test("refuses names that no database keeps before they are tried, and has nothing of them", refusesHard)
    test("of many who keep at once, one is first, and all are answered alike", once)
  })
}

const keep = (version: HandbookVersion, name: string, content: Section["content"]) =>
  EditionStore.use((store) => store.keep({ version, name, content }))
const find = (version: HandbookVersion) =>
  Effect.map(
    EditionStore.use((store) => store.find(version)),
    (sections) => [...sections].sort(([one], [other]) => (one < other ? -1 : 1))
  )

const nothing = Effect.gen(function* () {
  assert.deepEqual(yield* find(HandbookVersion.make("nobody's")), [])
})

const finds = Effect.gen(function* () {
  const content = {
    品牌: "星河“茶”\n🍵",
    big: "5034567890123456789",
    none: null,
    list: [1.5, true, [], {}],
    ["__proto__x"]: 1
  }
  assert.deepEqual(yield* keep(first, "handbook", content), content)
  assert.deepEqual(yield* keep(first, "settings of __proto__", { most: 3 }), { most: 3 })
  yield* keep(second, "handbook", "other")
  assert.deepEqual(yield* find(first), [
    ["handbook", content],
    ["settings of __proto__", { most: 3 }]
  ])
  assert.deepEqual(yield* find(second), [["handbook", "other"]])
})

const stays = Effect.gen(function* () {
  const version = HandbookVersion.make("stays")
  yield* keep(version, "handbook", { says: "one" })
  assert.deepEqual(yield* keep(version, "handbook", { says: "two" }), { says: "one" })
  assert.deepEqual(yield* find(version), [["handbook", { says: "one" }]])
})

const keepsHard = Effect.gen(function* () {
  const [version, section] = [HandbookVersion.make(scrambled(100, 1)), longestOf("section", 2)]
  assert.deepEqual(yield* keep(version, section, oddTexts), oddTexts)
  assert.deepEqual(yield* find(version), [[section, oddTexts]])
})

const refusesHard = Effect.gen(function* () {
  yield* refusesNames("section", (name) => keep(first, name, 1))
  // Made without its checks, as it is of an event that somebody has damaged.
  const unchecked = (version: string) => HandbookVersion.make(version, { disableChecks: true })
  yield* refusesNames("edition", (version) => keep(unchecked(version), "handbook", 1))
  assert.deepEqual(yield* find(unchecked("a\u0000b")), [])
})

const once = Effect.gen(function* () {
  const version = HandbookVersion.make("once")
  const kept = yield* Effect.forEach(
    Array.from({ length: 20 }, (_, index) => index),
    (index) => keep(version, "handbook", index),
    { concurrency: "unbounded" }
  )
  assert.strictEqual(new Set(kept).size, 1)
  assert.deepEqual(yield* find(version), [["handbook", kept[0] ?? null]])
})
