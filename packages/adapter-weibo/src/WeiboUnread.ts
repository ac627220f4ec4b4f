/**
 * `Unread` on Weibo: remind/unread_count, at an address of its own. Source: the interface's page; whether reading by an app makes a count 0
 * is not said there, so nobody here goes by it.
 *
 * @module
 */
import type { AccountId } from "@dualops/core/account"
import { Unread } from "@dualops/core/interaction"
import { Effect, Layer } from "effect"
import { WeiboApi } from "./WeiboApi.ts"
import * as WeiboEndpoint from "./WeiboEndpoint.ts"
import * as WeiboFailure from "./WeiboFailure.ts"

/** The counts of the accounts whose grants the client holds. */
export const layer: Layer.Layer<Unread.Unread, never, WeiboApi> = Layer.effect(
  Unread.Unread,
  Effect.gen(function* () {
    const api = yield* WeiboApi
    const count = Effect.fn("WeiboUnread.count")(function* (account: AccountId) {
      const said = yield* Effect.mapError(
        api.call(account, WeiboEndpoint.unreadCount, { uid: account }),
        WeiboFailure.ofReading
      )
      return {
        ...(said.cmt !== undefined && { comments: said.cmt }),
        ...(said.mention_status !== undefined && { mentions: said.mention_status }),
        ...(said.mention_cmt !== undefined && { "mentions in comments": said.mention_cmt })
      }
    })
    return Unread.Unread.of({ count })
  })
)
