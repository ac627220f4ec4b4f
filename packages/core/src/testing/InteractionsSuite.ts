/**
 * What every `Interactions` does.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { Context, Effect, type Layer } from "effect"
import fc from "fast-check"
import type { AccountId } from "../account/AccountId.ts"
import * as Interactions from "../internal-system/interaction/Interactions.ts"

/** What the suite needs of the world in which fans write. */
export class Stage extends Context.Service<
  Stage,
  {
    readonly account: AccountId
    /** A fan comments under a post of the account. Gives the comment's id. */
    readonly arrive: Effect.Effect<string>
  }
>()("@dualops/core/testing/InteractionsSuite/Stage") {}

/** Runs the suite on interactions and their stage. */
export const suite = <E>(name: string, layer: Layer.Layer<Interactions.Interactions | Stage, E>): void => {
  const test = (sentence: string, body: Effect.Effect<void, unknown, Interactions.Interactions | Stage>) =>
    it.live(sentence, () => Effect.provide(body, layer))

  describe(`${name} is an Interactions`, () => {
    test("gives nothing where nothing came, and has no more", findsNothing)
    test("reading again from the same cursor loses none", loses)
    it.live("reading from cursor to cursor delivers each interaction once, however many come meanwhile", () =>
      Effect.promise(() =>
        fc.assert(
          fc.asyncProperty(schedule, (arrivals) => Effect.runPromise(Effect.provide(deliversOnce(arrivals), layer))),
          { numRuns: 15 }
        )
      )
    )
  })
}

/** How many come before each reading; more than a page now and then. */
const schedule = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 40, max: 130 })), { maxLength: 6 })

const read = (cursor: Interactions.Cursor) =>
  Effect.gen(function* () {
    const { account } = yield* Stage
    return yield* Interactions.Interactions.use((port) => port.read(account, "comments", cursor))
  })

const arrive = (many: number) =>
  Effect.flatMap(Stage, (stage) => Effect.forEach(Array.from({ length: many }), () => stage.arrive))

const findsNothing = Effect.gen(function* () {
  const piece = yield* read(Interactions.start)
  assert.deepEqual(piece.interactions, [])
  assert.isFalse(piece.more)
})

const loses = Effect.gen(function* () {
  const came = yield* arrive(3)
  const idsOf = (piece: Interactions.Piece) => piece.interactions.map(({ id }): string => id)
  assert.deepEqual(idsOf(yield* read(Interactions.start)), [...came].reverse())
  assert.deepEqual(idsOf(yield* read(Interactions.start)), [...came].reverse())
})

const deliversOnce = (arrivals: ReadonlyArray<number>) =>
  Effect.gen(function* () {
    const came: Array<string> = []
    const delivered: Array<string> = []
    let cursor = Interactions.start
    let more = true
    for (const many of arrivals) {
      came.push(...(yield* arrive(many)))
      const piece = yield* read(cursor)
      delivered.push(...piece.interactions.map(({ id }) => id))
      cursor = piece.cursor
    }
    while (more) {
      const piece = yield* read(cursor)
      delivered.push(...piece.interactions.map(({ id }) => id))
      cursor = piece.cursor
      // A gap that closes may have newer things above it.
      more = piece.more || piece.interactions.length > 0
    }
    assert.deepEqual([...delivered].sort(), came.sort())
  })
