/**
 * What every `PersonalKeys` does.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, type Layer } from "effect"
import { PersonalKeys } from "../personal-data/PersonalKeys.ts"
import type { Address } from "../process/Case.ts"
import { CaseId } from "../process/CaseId.ts"

/** Runs the suite on keys of which there are none yet. */
export const suite = <E>(name: string, layer: Layer.Layer<PersonalKeys, E>): void => {
  const test = (sentence: string, body: Effect.Effect<void, unknown, PersonalKeys>) =>
    it.live(sentence, () => Effect.provide(body, layer))

  describe(`${name} is a PersonalKeys`, () => {
    test("gives a case one key, however many ask for it at once, and every case another", one)
    test("finds the keys that there are, and no other", finds)
    test("does not give back what was destroyed, and makes another key for what happens afterwards", destroys)
    test("goes through the cases whose keys were made before a moment, each once, in pages", pages)
  })
}

const address = (id: string): Address => ({ process: "Errand", case: CaseId.make(id) })

const one = Effect.gen(function* () {
  const keys = yield* PersonalKeys
  const same = yield* Effect.all(
    Array.from({ length: 20 }, () => keys.of(address("a"))),
    { concurrency: "unbounded" }
  )
  const other = yield* keys.of(address("b"))
  assert.strictEqual(new Set(same.map(({ id }) => id)).size, 1)
  assert.strictEqual(new Set(same.map(({ bytes }) => String(bytes))).size, 1)
  assert.strictEqual(other.bytes.length, 32)
  assert.match(other.id, /^[A-Za-z0-9]{1,64}$/)
  assert.notStrictEqual(other.id, same[0]?.id)
  assert.notDeepEqual(other.bytes, same[0]?.bytes)
})

const finds = Effect.gen(function* () {
  const keys = yield* PersonalKeys
  const [a, b] = [yield* keys.of(address("a")), yield* keys.of(address("b"))]
  const found = yield* keys.find([b.id, "none", "' OR 1 = 1", a.id])
  assert.deepEqual(found.map(({ id }) => id).sort(), [a.id, b.id].sort())
  assert.deepEqual(yield* keys.find([]), [])
})

const destroys = Effect.gen(function* () {
  const keys = yield* PersonalKeys
  const [a, b] = [yield* keys.of(address("a")), yield* keys.of(address("b"))]
  assert.isTrue(yield* keys.destroy(address("a")))
  assert.isFalse(yield* keys.destroy(address("a")))
  assert.deepEqual(
    (yield* keys.find([a.id, b.id])).map(({ id }) => id),
    [b.id]
  )
  const again = yield* keys.of(address("a"))
  assert.notStrictEqual(again.id, a.id)
  assert.notDeepEqual(again.bytes, a.bytes)
})

const pages = Effect.gen(function* () {
  const keys = yield* PersonalKeys
  const names = Array.from({ length: 25 }, (_, number) => `case ${number}`)
  for (const name of names) yield* keys.of(address(name))
  const later = DateTime.add(yield* DateTime.now, { hours: 1 })
  const seen: Array<string> = []
  let after: string | undefined
  while (true) {
    const page = yield* keys.madeBefore(later, 10, after)
    seen.push(...page.map((found) => found.case))
    after = page.at(-1)?.id
    if (page.length < 10) break
  }
  assert.deepEqual(seen.sort(), names.sort())
  assert.deepEqual(yield* keys.madeBefore(DateTime.makeUnsafe(0), 10), [])
})
