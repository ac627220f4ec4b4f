/**
 * What every `OwnPosts` does.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { Context, Effect, type Layer } from "effect"
import type { AccountId } from "../account/AccountId.ts"
import type { PostId } from "../account/PostId.ts"
import * as OwnPosts from "../internal-system/content/OwnPosts.ts"

/** What the suite needs of the world in which posts fare. */
export class Stage extends Context.Service<
  Stage,
  {
    readonly account: AccountId
    /** A post of the account that so many comments stand under and so many reposts were made of. */
    readonly post: (comments: number, reposts: number) => Effect.Effect<PostId>
    /** A post of the account that was deleted. */
    readonly gone: Effect.Effect<PostId>
  }
>()("@dualops/core/testing/OwnPostsSuite/Stage") {}

/** Runs the suite on own posts and their stage. */
export const suite = <E>(name: string, layer: Layer.Layer<OwnPosts.OwnPosts | Stage, E>): void => {
  describe(`${name} is an OwnPosts`, () => {
    it.live("gives the counts in the order of the question, and leaves out a post that is gone", () =>
      Effect.provide(counts, layer)
    )
    it.live("asks nothing about no posts", () => Effect.provide(nothing, layer))
  })
}

const counts = Effect.gen(function* () {
  const stage = yield* Stage
  const [first, second, gone] = [yield* stage.post(2, 0), yield* stage.post(0, 1), yield* stage.gone]
  const found = yield* OwnPosts.OwnPosts.use((port) => port.counts(stage.account, [second, gone, first]))
  assert.deepEqual(
    found.map(({ post, comments, reposts }) => ({ post, comments, reposts })),
    [
      { post: second, comments: 0, reposts: 1 },
      { post: first, comments: 2, reposts: 0 }
    ]
  )
})

const nothing = Effect.gen(function* () {
  const { account } = yield* Stage
  assert.deepEqual(yield* OwnPosts.OwnPosts.use((port) => port.counts(account, [])), [])
})
