/**
 * `OwnPosts` on Weibo: statuses/count, a hundred posts a call. Source: the interface's page.
 *
 * @module
 */
import type { AccountId, PostId } from "@dualops/core/account"
import { OwnPosts } from "@dualops/core/content"
import { Array as Arrays, Effect, Layer } from "effect"
import { WeiboApi } from "./WeiboApi.ts"
import * as WeiboEndpoint from "./WeiboEndpoint.ts"
import * as WeiboFailure from "./WeiboFailure.ts"
import { idOf } from "./WeiboObjects.ts"

/** The counts of the accounts whose grants the client holds. */
export const layer: Layer.Layer<OwnPosts.OwnPosts, never, WeiboApi> = Layer.effect(
  OwnPosts.OwnPosts,
  Effect.gen(function* () {
    const api = yield* WeiboApi

    const counts = Effect.fn("WeiboOwnPosts.counts")(function* (account: AccountId, posts: ReadonlyArray<PostId>) {
      const pages = yield* Effect.forEach(Arrays.chunksOf(posts, 100), (ids) =>
        Effect.mapError(api.call(account, WeiboEndpoint.counts, { ids: ids.join(",") }), WeiboFailure.ofReading)
      )
      const countsById = new Map(pages.flat().map((one) => [idOf(one), one]))
      return posts.flatMap((post): ReadonlyArray<OwnPosts.Counts> => {
        const found = countsById.get(post)
        if (found === undefined) return []
        const { reposts, comments, attitudes } = found
        return [
          {
            post,
            ...(reposts !== undefined && { reposts }),
            ...(comments !== undefined && { comments }),
            ...(attitudes !== undefined && { likes: attitudes })
          }
        ]
      })
    })

    return OwnPosts.OwnPosts.of({ counts })
  })
)
