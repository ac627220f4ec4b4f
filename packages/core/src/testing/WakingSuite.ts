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
      "many calls at once become few, and a call after them wakes again",
      Effect.gen(function* () {
        const { call, hear } = yield* Waking
        const next = yield* hear
        let woken = 0
        yield* Effect.forkScoped(Effect.forever(Effect.tap(next, () => Effect.sync(() => woken++))))
        yield* Effect.repeat(call, { times: 999 })
        while (woken === 0) yield* Effect.sleep("2 millis")
        yield* Effect.sleep("50 millis")
        assert.isBelow(woken, 100)
        const before = woken
        yield* call
        while (woken === before) yield* Effect.sleep("2 millis")
      }).pipe(Effect.scoped)
    )

    test(
      "whoever calls waits for nobody, and nobody is woken by what was called before",
      Effect.gen(function* () {
        const { call, hear } = yield* Waking
        yield* call
        yield* Effect.sleep("50 millis")
        const woken = yield* Effect.timeoutOption(yield* hear, "50 millis")
        assert.strictEqual(woken._tag, "None")
      }).pipe(Effect.scoped)
    )
  })
}
