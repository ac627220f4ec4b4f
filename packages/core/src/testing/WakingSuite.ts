/**
 * What every Waking does.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, type Layer } from "effect"
import { Waking } from "../operations/Waking.ts"

/** The tests of how workers are woken; each time the layer is built, nobody has called yet. */
export const suite = (name: string, layer: Layer.Layer<never, unknown>): void => {
  const test = (title: string, body: Effect.Effect<void, unknown, never>) =>
    it.live(title, () => Effect.provide(body, layer))

  describe(`Waking (${name})`, () => {
    test(
      "a call wakes all who have been listening, also those that were busy meanwhile",
      Effect.gen(function* () {
        const { call, hear } = yield* Waking
        const [asleep, busy] = [yield* hear, yield* hear]
        const sleeping = yield* Effect.forkChild(asleep)
        yield* call
        yield* Fiber.join(sleeping)
        yield* busy
      }).pipe(Effect.scoped)
    )

    test(
      "many calls wake somebody who is busy once, and a call after them wakes again",
      Effect.gen(function* () {
        const { call, hear } = yield* Waking
        const next = yield* hear
        yield* Effect.repeat(call, { times: 999 })
        yield* Effect.sleep("200 millis")
        yield* next
        assert.strictEqual((yield* Effect.timeoutOption(next, "50 millis"))._tag, "None")
        yield* call
        yield* next
      }).pipe(Effect.scoped)
    )

    test(
      "whoever calls waits for nobody, and nobody is woken by what was called before",
      Effect.gen(function* () {
        const { call, hear } = yield* Waking
        const before = yield* hear
        yield* call
        // However long it takes: by now the call has come.
        yield* before
        const woken = yield* Effect.timeoutOption(yield* hear, "50 millis")
        assert.strictEqual(woken._tag, "None")
      }).pipe(Effect.scoped)
    )
  })
}
