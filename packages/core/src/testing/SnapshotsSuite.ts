/**
 * What every Snapshots does.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { Effect, type Layer, type Schema } from "effect"
import * as Snapshots from "../operations/Snapshots.ts"
import { longestOf, oddTexts, refusesNames } from "./HardNames.ts"

/** The tests of what keeps snapshots; the layer has to give an empty one each time it is built. */
export const suite = (name: string, layer: Layer.Layer<Snapshots.Snapshots, unknown>): void => {
  const test = (
    title: string,
    body: (snapshots: Snapshots.Snapshots["Service"]) => Effect.Effect<void, unknown>
  ): void => it.effect(title, () => Effect.scoped(Effect.provide(Effect.flatMap(Snapshots.Snapshots, body), layer)))

  describe(`Snapshots (${name})`, () => {
    test("a projection of which nothing is kept has no snapshot", (snapshots) =>
      Effect.gen(function* () {
        assert.isUndefined(yield* snapshots.find("posts"))
        assert.isFalse(yield* snapshots.keep("posts", change(4, 5, { moon: 1 })), "a change of what is not there")
        assert.isUndefined(yield* snapshots.find("posts"))
      }))

    test("what is kept comes back as it was, in the order in which its subjects were first kept", (snapshots) =>
      Effect.gen(function* () {
        const states = { moon: { text: '你好 👩‍👩‍👧 "quoted"', list: [1.5, null] }, sun: 2, '["Sample","a"]': true }
        assert.isTrue(yield* snapshots.keep("posts", change(undefined, 7, states)))
        assert.deepStrictEqual(yield* snapshots.find("posts"), snapshot(7, states))
        assert.isUndefined(yield* snapshots.find("answers"))
      }))

    test("a change replaces the states that it has, forgets those that it takes away, and leaves the others", (snapshots) =>
      Effect.gen(function* () {
        yield* snapshots.keep("posts", change(undefined, 7, { moon: 1, sun: 2, star: 3 }))
        yield* snapshots.keep("answers", change(undefined, 7, { moon: 10 }))
        assert.isTrue(yield* snapshots.keep("posts", change(7, 9, { moon: 4, sun: undefined, sky: 5 })))
        assert.deepStrictEqual(yield* snapshots.find("posts"), snapshot(9, { moon: 4, star: 3, sky: 5 }))
        assert.deepStrictEqual(yield* snapshots.find("answers"), snapshot(7, { moon: 10 }))
      }))

    test("a change of another position than the one that is kept changes nothing", (snapshots) =>
      Effect.gen(function* () {
        yield* snapshots.keep("posts", change(undefined, 7, { moon: 1 }))
        assert.isFalse(yield* snapshots.keep("posts", change(5, 9, { moon: 2, sun: 3 })))
        assert.deepStrictEqual(yield* snapshots.find("posts"), snapshot(7, { moon: 1 }))
      }))

    test("what is kept anew replaces all that was kept", (snapshots) =>
      Effect.gen(function* () {
        yield* snapshots.keep("posts", change(undefined, 7, { moon: 1, sun: 2 }))
        assert.isTrue(yield* snapshots.keep("posts", change(undefined, 3, { star: 3 })))
        assert.deepStrictEqual(yield* snapshots.find("posts"), snapshot(3, { star: 3 }))
      }))

    test("names as long as they may be are kept, in whatever script", (snapshots) =>
      Effect.gen(function* () {
        const [name, states] = [longestOf("projection", 1), { [longestOf("subject", 2)]: oddTexts }]
        assert.isTrue(yield* snapshots.keep(name, change(undefined, 1, states)))
        assert.deepStrictEqual(yield* snapshots.find(name), snapshot(1, states))
      }))

    test("names that no database keeps are refused before they are tried, and there is nothing of them", (snapshots) =>
      Effect.gen(function* () {
        yield* refusesNames("projection", (name) => snapshots.keep(name, change(undefined, 1, {})))
        yield* refusesNames("subject", (name) => snapshots.keep("posts", change(undefined, 1, { moon: 1, [name]: 2 })))
        assert.isUndefined(yield* snapshots.find("posts"))
        assert.isUndefined(yield* snapshots.find("a\u0000b"))
      }))

    test("of two that keep a change of the same position at once, one is kept, whole", (snapshots) =>
      Effect.gen(function* () {
        yield* snapshots.keep("posts", change(undefined, 1, {}))
        const kept = yield* Effect.forEach(
          [2, 3],
          (position) => snapshots.keep("posts", change(1, position, { moon: position, sun: position })),
          { concurrency: "unbounded" }
        )
        assert.strictEqual(kept.filter((isKept) => isKept).length, 1)
        const position = kept[0] === true ? 2 : 3
        assert.deepStrictEqual(yield* snapshots.find("posts"), snapshot(position, { moon: position, sun: position }))
      }))
  })
}

const change = (
  after: number | undefined,
  position: number,
  states: Readonly<Record<string, Schema.Json | undefined>>
): Snapshots.Change => ({ after, position, states: new Map(Object.entries(states)) })

const snapshot = (position: number, states: Readonly<Record<string, Schema.Json>>): Snapshots.Snapshot => ({
  position,
  states: new Map(Object.entries(states))
})
