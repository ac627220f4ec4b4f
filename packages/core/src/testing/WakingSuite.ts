/**
 * What every Waking does.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { type Context, Effect, Fiber, type Layer } from "effect"
import { type Calls, Moved, Waking } from "../operations/Waking.ts"

/** The tests of how workers are woken, and those who follow the log; each time the layer is built, nobody has called yet. */
export const suite = (name: string, layer: Layer.Layer<never, unknown>): void => {
  wakes(`Waking (${name})`, layer, Waking)
  wakes(`Waking of those who follow the log (${name})`, layer, Moved)
}

const wakes = (title: string, layer: Layer.Layer<never, unknown>, calls: Context.Reference<Calls>): void => {
  const test = (sentence: string, body: Effect.Effect<void, unknown, never>) =>
    it.live(sentence, () => Effect.provide(body, layer))

  describe(title, () => {
    test(
      "a call wakes all who have been listening, also those that were busy meanwhile",
      Effect.gen(function* () {
        const { call, hear } = yield* calls
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
        const { call, hear } = yield* calls
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
        const { call, hear } = yield* calls
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
