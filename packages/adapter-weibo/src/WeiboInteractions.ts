/**
 * `Interactions` on Weibo: comments/to_me, statuses/mentions, comments/mentions, statuses/repost_timeline.
 *
 * @module
 */
import { Fan, Interaction, Interactions, Publisher } from "@dualops/core"
import { Effect, Layer } from "effect"
import { WeiboApi } from "./WeiboApi.ts"
import * as WeiboCursor from "./WeiboCursor.ts"
import * as WeiboEndpoint from "./WeiboEndpoint.ts"
import type { WeiboError } from "./WeiboError.ts"
import * as WeiboFailure from "./WeiboFailure.ts"
import { type Comment, idOf, isWhole, type Remnant, type Status, type User } from "./WeiboObjects.ts"

interface Page {
  readonly interactions: ReadonlyArray<Interaction.Interaction>
  /** The ids of all that the page holds, what was deleted among it: they are read past as well. */
  readonly ids: ReadonlyArray<string>
  readonly isLast: boolean
}

/** What came to the accounts whose grants the client holds. */
export const layer: Layer.Layer<Interactions.Interactions, never, WeiboApi> = Layer.effect(
  Interactions.Interactions,
  Effect.gen(function* () {
    const api = yield* WeiboApi

    const fetch = (
      account: Publisher.AccountId,
      source: Interactions.Source,
      asked: { readonly since_id: string; readonly max_id: string }
    ): Effect.Effect<Page, WeiboError> => {
      const params = { ...asked, count: 50 }
      switch (source) {
        case "comments":
          return Effect.map(api.call(account, WeiboEndpoint.commentsToMe, params), (page) =>
            toPage(page, "comments" in page ? page.comments : [], ofComment("comment"))
          )
        case "mentions in comments":
          return Effect.map(api.call(account, WeiboEndpoint.commentMentions, params), (page) =>
            toPage(page, "comments" in page ? page.comments : [], ofComment("mention in a comment"))
          )
        case "mentions":
          return Effect.map(api.call(account, WeiboEndpoint.mentions, params), (page) =>
            toPage(page, "statuses" in page ? page.statuses : [], ofStatus("mention"))
          )
      }
      const ofPost = { ...params, id: source.repostsOf }
      return Effect.map(api.call(account, WeiboEndpoint.reposts, ofPost), (page) =>
        toPage(page, "reposts" in page ? page.reposts : [], ofStatus("repost"))
      )
    }

    const read = Effect.fn("WeiboInteractions.read")(function* (
      account: Publisher.AccountId,
      source: Interactions.Source,
      cursor: Interactions.Cursor
    ) {
      const { ids, interactions, isLast } = yield* Effect.mapError(
        fetch(account, source, WeiboCursor.ask(cursor)),
        WeiboFailure.ofReading
      )
      return { interactions, ...WeiboCursor.advance(cursor, ids, isLast) }
    })

    return Interactions.Interactions.of({ read })
  })
)

const toPage = <A extends Comment | Status>(
  page: object,
  list: ReadonlyArray<A | Remnant>,
  toInteraction: (one: A) => Interaction.Interaction
): Page => ({
  interactions: list.filter((one): one is A => isWhole(one)).map(toInteraction),
  ids: list.map(idOf),
  // A page without a cursor is asked on until one is empty: a call more is better than a comment less.
  isLast: "next_cursor" in page && page.next_cursor === "0"
})

const ofComment =
  (kind: Interaction.Kind) =>
  (comment: Comment): Interaction.Interaction => ({
    kind,
    id: Interaction.InteractionId.make(idOf(comment)),
    post: Publisher.PostId.make(comment.status ? idOf(comment.status) : "0"),
    from: ofUser(comment.user),
    text: comment.text,
    at: comment.created_at
  })

const ofStatus =
  (kind: Interaction.Kind) =>
  (status: Status): Interaction.Interaction => ({
    kind,
    id: Interaction.InteractionId.make(idOf(status)),
    post: Publisher.PostId.make(idOf(status)),
    from: ofUser(status.user),
    text: status.text,
    at: status.created_at
  })

/** Somebody or something that Weibo does not show any more has the id 0. */
const ofUser = (user: User | null | undefined): Fan.Fan =>
  user
    ? { id: Fan.FanId.make(idOf(user)), ...(user.screen_name !== undefined && { name: user.screen_name }) }
    : { id: Fan.FanId.make("0") }
