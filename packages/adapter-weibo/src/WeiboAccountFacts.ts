/**
 * `AccountFacts` on Weibo: users/show and friendships/followers.
 *
 * @module
 */
import { type AccountId, FanId } from "@dualops/core/account"
import { AccountFacts, FanAccount } from "@dualops/core/fans"
import { Effect, Layer } from "effect"
import { WeiboApi } from "./WeiboApi.ts"
import * as WeiboEndpoint from "./WeiboEndpoint.ts"
import type { TargetGone, WeiboError } from "./WeiboError.ts"
import * as WeiboFailure from "./WeiboFailure.ts"
import { idOf, type User } from "./WeiboObjects.ts"

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

    const look = Effect.fn("WeiboAccountFacts.look")((account: AccountId, fan: FanId) =>
      api.call(account, WeiboEndpoint.fan, { uid: fan }).pipe(
        Effect.map((user) => FanAccount.judge(shownOf(user))),
        Effect.catchIf(isGone, () => Effect.succeed(FanAccount.gone)),
        Effect.mapError(WeiboFailure.ofReading)
      )
    )

    return AccountFacts.AccountFacts.of({ facts, followers, look })
  })
)

/** "User does not exists". */
const isGone = (error: WeiboError): error is TargetGone =>
  error._tag === "WeiboError.TargetGone" && error.code === 20003

const shownOf = (user: User): FanAccount.Shown => ({
  ...(user.statuses_count !== undefined && { posts: user.statuses_count }),
  ...(user.friends_count !== undefined && { following: user.friends_count }),
  ...(user.followers_count !== undefined && { followers: user.followers_count }),
  ...(user.profile_image_url !== undefined && { hasPicture: !user.profile_image_url.includes(noPicture) })
})

/** The picture of whoever has none, as in `http://tvax3.sinaimg.cn/default/images/default_avatar_male_50.gif` of stored users. */
const noPicture = "/default/images/default_avatar"
