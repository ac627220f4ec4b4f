/**
 * `AccountFacts` on Weibo: users/show and friendships/followers.
 *
 * @module
 */
import { type AccountId, FanId } from "@dualops/core/account"
import { AccountFacts } from "@dualops/core/fans"
import { Effect, Layer } from "effect"
import { WeiboApi } from "./WeiboApi.ts"
import * as WeiboEndpoint from "./WeiboEndpoint.ts"
import * as WeiboFailure from "./WeiboFailure.ts"
import { idOf } from "./WeiboObjects.ts"

/** The facts of the accounts whose grants the client holds. */
export const layer: Layer.Layer<AccountFacts.AccountFacts, never, WeiboApi> = Layer.effect(
  AccountFacts.AccountFacts,
  Effect.gen(function* () {
    const api = yield* WeiboApi

    const facts = Effect.fn("WeiboAccountFacts.facts")(function* (account: AccountId) {
      const user = yield* Effect.mapError(
        api.call(account, WeiboEndpoint.user, { uid: account }),
        WeiboFailure.ofReading
      )
      return {
        ...(user.screen_name !== undefined && { name: user.screen_name }),
        ...(user.followers_count !== undefined && { followers: user.followers_count }),
        ...(user.friends_count !== undefined && { following: user.friends_count }),
        ...(user.statuses_count !== undefined && { posts: user.statuses_count }),
        ...(user.verified !== undefined && { verified: user.verified })
      }
    })

    const followers = Effect.fn("WeiboAccountFacts.followers")(function* (account: AccountId) {
      const page = yield* Effect.mapError(
        api.call(account, WeiboEndpoint.followers, { uid: account, count: 5 }),
        WeiboFailure.ofReading
      )
      if (!("users" in page)) return { shown: [] }
      const shown = page.users.map((user) => ({
        id: FanId.make(idOf(user)),
        ...(user.screen_name !== undefined && { name: user.screen_name })
      }))
      return { shown, ...(page.total_number !== undefined && { total: page.total_number }) }
    })

    return AccountFacts.AccountFacts.of({ facts, followers })
  })
)
