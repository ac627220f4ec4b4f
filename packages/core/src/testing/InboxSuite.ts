/**
 * What every `Inbox` does.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Effect, type Layer } from "effect"
import * as Inbox from "../internal-system/interaction/Inbox.ts"
import { longestOf, oddTexts, refusesNames } from "./HardNames.ts"

const at = DateTime.makeUnsafe("2026-06-01T00:00:00Z")
const until = DateTime.addDuration(at, "5 minutes")

/** Runs the suite on an inbox that is empty. */
export const suite = <E>(name: string, layer: Layer.Layer<Inbox.Inbox, E>): void => {
  const test = (sentence: string, body: Effect.Effect<void, unknown, Inbox.Inbox>) =>
    it.live(sentence, () => Effect.provide(body, layer))

  describe(`${name} is an Inbox`, () => {
    test("gives the turn for a key to one only, however many ask at once", givesOnce)
    test("what was done is remembered for at least its age, and forgotten at some time after", staysDone)
    test("what was done stays done, whoever gives its turn back", staysDoneReleased)
    test("an entry under way is never forgotten, however much else is over", keepsBusy)
    test("what could not be handled may be tried by the next delivery", releases)
    test("a turn that was not brought to an end is anybody's when its time is over", expires)
    test("keeps keys as long as they may be, in whatever script, and values whatever is in them", keepsHard)
    test("refuses keys that no database keeps before they are tried, and has nothing of them", refusesHard)
    test("remembers the first value of a key for at least its age, and forgets it at some time after", remembers)
  })
}

const use = <A, E>(ask: (port: Inbox.Inbox["Service"]) => Effect.Effect<A, E>) => Inbox.Inbox.use(ask)
const claim = (when = at) => use((inbox) => inbox.claim("key", when, DateTime.addDuration(when, "5 minutes")))

const givesOnce = Effect.gen(function* () {
  const turns = yield* Effect.forEach(Array.from({ length: 20 }), () => claim(), { concurrency: "unbounded" })
  assert.strictEqual(turns.filter((turn) => turn === "yours").length, 1)
  assert.strictEqual(turns.filter((turn) => turn === "busy").length, 19)
})

const age = "30 days"
const done = use((inbox) => inbox.done("key", DateTime.addDuration(at, age)))
/** What everybody else is busy with, one day after the other, and done with at once. */
const others = (days: number) =>
  Effect.forEach(
    Array.from({ length: days }, (_, day) => DateTime.addDuration(at, Duration.days(day))),
    (day, index) =>
      use((inbox) =>
        Effect.gen(function* () {
          const soon = DateTime.addDuration(day, "1 hour")
          yield* inbox.claim(`other ${index}`, day, soon)
          yield* inbox.first(`other ${index}`, "other", day, soon)
          if (index % 2 === 0) yield* inbox.done(`other ${index}`, soon)
        })
      )
  )

const staysDone = Effect.gen(function* () {
  yield* claim()
  yield* done
  yield* others(30)
  assert.strictEqual(yield* claim(DateTime.addDuration(at, "719 hours")), "done")
  yield* others(200)
  const later = DateTime.addDuration(at, "200 days")
  assert.deepStrictEqual([yield* claim(later), yield* claim(later)], ["yours", "busy"])
})

const staysDoneReleased = Effect.gen(function* () {
  yield* claim()
  yield* done
  yield* use((inbox) => inbox.release("key"))
  assert.strictEqual(yield* claim(), "done")
})

const keepsBusy = Effect.gen(function* () {
  yield* use((inbox) => inbox.claim("key", at, DateTime.addDuration(at, "201 days")))
  yield* others(200)
  assert.strictEqual(yield* claim(DateTime.addDuration(at, "200 days")), "busy")
})

const releases = Effect.gen(function* () {
  yield* claim()
  yield* use((inbox) => inbox.release("key"))
  assert.strictEqual(yield* claim(), "yours")
})

const expires = Effect.gen(function* () {
  yield* claim()
  assert.strictEqual(yield* claim(DateTime.addDuration(at, "4 minutes")), "busy")
  assert.strictEqual(yield* claim(until), "yours")
})

const keepsHard = Effect.gen(function* () {
  const [one, other] = [longestOf("key", 1), longestOf("key", 2)]
  const ask = (key: string) => use((inbox) => inbox.claim(key, at, until))
  assert.deepStrictEqual([yield* ask(one), yield* ask(other)], ["yours", "yours"])
  yield* use((inbox) => inbox.done(one, until))
  yield* use((inbox) => inbox.release(other))
  assert.deepStrictEqual([yield* ask(one), yield* ask(other)], ["done", "yours"])
  const values = [...oddTexts, longestOf("key", 3).repeat(20)]
  for (const [index, value] of values.entries()) {
    for (const again of [value, "another"]) {
      const key = `${index} ${one.slice(9)}`
      assert.strictEqual(yield* use((inbox) => inbox.first(key, again, at, until)), value)
    }
  }
})

const refusesHard = Effect.gen(function* () {
  yield* refusesNames("key", (key) => use((inbox) => inbox.claim(key, at, until)))
  yield* refusesNames("key", (key) => use((inbox) => inbox.done(key, until)))
  yield* refusesNames("key", (key) => use((inbox) => inbox.first(key, "value", at, until)))
  yield* use((inbox) => inbox.release("a\u0000b"))
})

const remembers = Effect.gen(function* () {
  const first = (value: string, when = at) =>
    use((inbox) => inbox.first("key", value, when, DateTime.addDuration(when, age)))
  assert.strictEqual(yield* first("one"), "one")
  assert.strictEqual(yield* first("two"), "one")
  yield* others(30)
  assert.strictEqual(yield* first("two", DateTime.addDuration(at, "719 hours")), "one")
  yield* others(200)
  assert.strictEqual(yield* first("three", DateTime.addDuration(at, "200 days")), "three")
  assert.strictEqual(yield* first("four", DateTime.addDuration(at, "200 days")), "three")
})
