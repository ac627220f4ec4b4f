/**
 * `Replies` on Weibo: comments/create, reply, destroy; looks by comments/by_me.
 *
 * @module
 */
import { type AccountId, PostId } from "@dualops/core/account"
import { type Interaction, Replies, Reply } from "@dualops/core/interaction"
import { Effect, Layer } from "effect"
import { WeiboApi } from "./WeiboApi.ts"
import * as WeiboEndpoint from "./WeiboEndpoint.ts"
import * as WeiboFailure from "./WeiboFailure.ts"
import { type Comment, idOf, isWhole } from "./WeiboObjects.ts"
import * as WeiboRip from "./WeiboRip.ts"

/** Weibo says that the comment is not there: whoever wanted it gone has what they wanted. */
const gone = 20201

/** The replies of the accounts whose grants the client holds. */
export const layer = (options: WeiboRip.Rip): Layer.Layer<Replies.Replies, never, WeiboApi> =>
  Layer.effect(
    Replies.Replies,
    Effect.gen(function* () {
      const api = yield* WeiboApi

      const reply = Effect.fn("WeiboReplies.reply")(function* ({ account, by, post, comment, text }: Reply.Request) {
        const params = { id: post, comment: text, rip: yield* WeiboRip.of(options, by) }
        const written =
          comment === undefined
            ? api.call(account, WeiboEndpoint.comment, params)
            : api.call(account, WeiboEndpoint.reply, { ...params, cid: comment })
        return toReply(yield* Effect.mapError(written, WeiboFailure.ofWrite), post)
      })

      const latest = Effect.fn("WeiboReplies.latest")(function* (account: AccountId) {
        const page = yield* Effect.mapError(
          api.call(account, WeiboEndpoint.commentsByMe, { count: 50 }),
          WeiboFailure.ofReading
        )
        return "comments" in page
          ? page.comments
              .filter((one): one is Comment => isWhole(one))
              .flatMap((comment) => (comment.status ? [toReply(comment, idOf(comment.status))] : []))
          : []
      })

      const hide = Effect.fn("WeiboReplies.hide")((account: AccountId, cid: Interaction.InteractionId) =>
        api.call(account, WeiboEndpoint.destroyComment, { cid }).pipe(
          Effect.asVoid,
          Effect.catchTag("WeiboError.TargetGone", (error) => (error.code === gone ? Effect.void : Effect.fail(error))),
          Effect.mapError(WeiboFailure.ofWrite)
        )
      )

      return Replies.Replies.of({ reply, latest, hide })
    })
  )

const toReply = (comment: Comment, post: string): Reply.Reply => ({
  reply: Reply.ReplyId.make(comment.idstr ?? comment.id),
  post: PostId.make(post),
  text: comment.text,
  at: comment.created_at
})
