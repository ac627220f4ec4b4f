/**
 * What every `Unread` does.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { Context, Effect, type Layer } from "effect"
import type { AccountId } from "../account/AccountId.ts"
import * as Unread from "../internal-system/interaction/Unread.ts"

/** What the suite needs of the world in which fans write. */
export class Stage extends Context.Service<
  Stage,
  {
    readonly account: AccountId
    /** A fan comments on a post of the account, and mentions nobody. */
    readonly comment: Effect.Effect<void>
    /** A fan mentions the account in a post. */
    readonly mention: Effect.Effect<void>
  }
>()("@dualops/core/testing/UnreadSuite/Stage") {}

/** Runs the suite on a port and its stage. */
export const suite = <E>(name: string, layer: Layer.Layer<Unread.Unread | Stage, E>): void => {
  describe(`${name} is an Unread`, () => {
    it.live("counts each kind by itself", () => Effect.provide(counts, layer))
    it.live("makes nothing looked at by being asked", () => Effect.provide(leaves, layer))
  })
}

const count = Effect.flatMap(Stage, ({ account }) => Unread.Unread.use((port) => port.count(account)))

const counts = Effect.gen(function* () {
  const { comment, mention } = yield* Stage
  assert.deepEqual(yield* count, { comments: 0, mentions: 0, "mentions in comments": 0 })
  yield* comment
  yield* comment
  yield* mention
  assert.deepEqual(yield* count, { comments: 2, mentions: 1, "mentions in comments": 0 })
})

const leaves = Effect.gen(function* () {
  const { comment } = yield* Stage
  yield* comment
  const before = yield* count
  assert.deepEqual(yield* count, before)
})
