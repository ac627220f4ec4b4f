/**
 * What every `Inbox` does.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, type Layer } from "effect"
import * as Inbox from "../internal-system/interaction/Inbox.ts"

const at = DateTime.makeUnsafe("2026-06-01T00:00:00Z")
const until = DateTime.addDuration(at, "5 minutes")

/** Runs the suite on an inbox that is empty. */
export const suite = <E>(name: string, layer: Layer.Layer<Inbox.Inbox, E>): void => {
  const test = (sentence: string, body: Effect.Effect<void, unknown, Inbox.Inbox>) =>
    it.live(sentence, () => Effect.provide(body, layer))

  describe(`${name} is an Inbox`, () => {
    test("gives the turn for a key to one only, however many ask at once", givesOnce)
    test("what was handled is handled for ever", staysDone)
    test("what could not be handled may be tried by the next delivery", releases)
    test("a turn that was not brought to an end is anybody's when its time is over", expires)
    test("remembers the first value of a key", remembers)
  })
}

const use = <A, E>(ask: (port: Inbox.Inbox["Service"]) => Effect.Effect<A, E>) => Inbox.Inbox.use(ask)
const claim = (when = at) => use((inbox) => inbox.claim("key", when, DateTime.addDuration(when, "5 minutes")))

const givesOnce = Effect.gen(function* () {
  const turns = yield* Effect.forEach(Array.from({ length: 20 }), () => claim(), { concurrency: "unbounded" })
  assert.strictEqual(turns.filter((turn) => turn === "yours").length, 1)
  assert.strictEqual(turns.filter((turn) => turn === "busy").length, 19)
})

const staysDone = Effect.gen(function* () {
  yield* claim()
  yield* use((inbox) => inbox.done("key"))
  assert.strictEqual(yield* claim(DateTime.addDuration(at, "30 days")), "done")
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

const remembers = Effect.gen(function* () {
  assert.strictEqual(yield* use((inbox) => inbox.first("key", "one", until)), "one")
  assert.strictEqual(yield* use((inbox) => inbox.first("key", "two", until)), "one")
})
