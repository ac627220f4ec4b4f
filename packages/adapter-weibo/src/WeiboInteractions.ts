/**
 * `Interactions` on Weibo: comments/to_me, statuses/mentions, comments/mentions, statuses/repost_timeline.
 *
 * @module
 */
import { type AccountId, FanId, PostId } from "@dualops/core/account"
import type { Fan } from "@dualops/core/fans"
import { Interaction, Interactions } from "@dualops/core/interaction"
import { Reading } from "@dualops/core/operations"
import { Array as Arrays, DateTime, Duration, Effect, Layer, Option, Result, Schema, SchemaIssue } from "effect"
import { WeiboApi } from "./WeiboApi.ts"
import * as WeiboCursor from "./WeiboCursor.ts"
import * as WeiboEndpoint from "./WeiboEndpoint.ts"
import type { WeiboError } from "./WeiboError.ts"
import * as WeiboFailure from "./WeiboFailure.ts"
import * as WeiboId from "./WeiboId.ts"
import { Id } from "./WeiboJson.ts"
import {
  Comment,
  type CommentRemnant,
  idOf,
  isWhole,
  type Remnant,
  Status,
  type Unreadable,
  type User
} from "./WeiboObjects.ts"

/** A page as it came: what can be delivered, what cannot be read, and the ids that say how far it reaches. */
interface Page {
  readonly interactions: ReadonlyArray<Interaction.Interaction>
  readonly unreadable: ReadonlyArray<Interactions.Unreadable>
  /** Of what is whole; only where nothing is, of what was deleted or cannot be read, for an odd id must not move the cursor. */
  readonly ids: ReadonlyArray<string>
  readonly nextCursor: string | undefined
}

/** What came to the accounts whose grants the client holds. */
export const layer: Layer.Layer<Interactions.Interactions, never, WeiboApi> = Layer.effect(
  Interactions.Interactions,
  Effect.gen(function* () {
    const api = yield* WeiboApi

    const fetch = (
      account: AccountId,
      source: Interactions.Source,
      asked: { readonly since_id: string; readonly max_id: string }
    ): Effect.Effect<Page, WeiboError> => {
      const params = { ...asked, count: 50 }
      switch (source) {
        case "comments":
          return Effect.map(api.call(account, WeiboEndpoint.commentsToMe, params), (page) =>
            toPage(page, "comments" in page ? page.comments : [], Comment, ofComment("comment"))
          )
        case "mentions in comments":
          return Effect.map(api.call(account, WeiboEndpoint.commentMentions, params), (page) =>
            toPage(page, "comments" in page ? page.comments : [], Comment, ofComment("mention in a comment"))
          )
        case "mentions":
          return Effect.map(api.call(account, WeiboEndpoint.mentions, params), (page) =>
            toPage(page, "statuses" in page ? page.statuses : [], Status, ofStatus("mention"))
          )
      }
      const ofPost = { ...params, id: source.repostsOf }
      return Effect.map(api.call(account, WeiboEndpoint.reposts, ofPost), (page) =>
        toPage(page, "reposts" in page ? page.reposts : [], Status, ofStatus("repost"))
      )
    }

    const read = Effect.fn("WeiboInteractions.read")(function* (
      account: AccountId,
      source: Interactions.Source,
      cursor: Interactions.Cursor
    ) {
      const page = yield* Effect.mapError(fetch(account, source, WeiboCursor.ask(cursor)), WeiboFailure.ofReading)
      const now = yield* DateTime.now
      const [ids, astray] = Arrays.partition(page.ids, (id) =>
        isAhead(id, now) ? Result.fail(id) : Result.succeed(id)
      )
      if (astray.length > 0) {
        yield* Effect.logWarning(
          `${Interactions.nameOf(source)}: ids of a time that is still to come move no cursor: ${astray.join(", ")}`
        )
      }
      const advanced = WeiboCursor.advance(cursor, ids, WeiboCursor.isLast(cursor, page.nextCursor))
      if (advanced === undefined) return yield* new Reading.CursorIgnored({ below: cursor.gap?.below ?? cursor.since })
      return {
        interactions: page.interactions.filter(({ id }) => WeiboCursor.isNew(cursor, id)),
        unreadable: page.unreadable,
        ...advanced
      }
    })

    return Interactions.Interactions.of({ read })
  })
)

const toPage = <A extends Comment | Status>(
  page: { readonly next_cursor?: string | undefined } | readonly [],
  list: ReadonlyArray<A | Remnant | typeof CommentRemnant.Type | Unreadable>,
  schema: Schema.ConstraintDecoder<unknown>,
  toInteraction: (one: A) => Interaction.Interaction
): Page => {
  const whole = list.filter((one): one is A => isWhole(one))
  const ids = (some: typeof list) => some.flatMap((one) => ("raw" in one ? idOfRaw(one) : (idOfAny(one) ?? [])))
  return {
    interactions: whole.map(toInteraction),
    unreadable: list.flatMap((one) => ("raw" in one ? [unreadable(one, schema)] : [])),
    ids: ids(whole.length > 0 ? whole : list),
    // A page without a cursor is asked on until one is empty: a call more is better than a comment less.
    nextCursor: "next_cursor" in page ? page.next_cursor : undefined
  }
}

const idOfAny = (one: { readonly id?: string; readonly idstr?: string; readonly mid?: string }): string | undefined =>
  one.idstr ?? one.mid ?? one.id

/** Ids carry their time. One of a time that is still to come, by more than clocks differ, is no id: it would have all that comes passed over. */
const isAhead = (id: string, now: DateTime.DateTime): boolean =>
  WeiboId.millisOf(id) > DateTime.toEpochMillis(now) + aYear

/** More than a clock may be wrong. */
const aYear = Duration.toMillis("366 days")

const idOfRaw = ({ raw }: Unreadable): ReadonlyArray<string> => {
  const read = Schema.decodeUnknownOption(Schema.Struct({ id: Id }))(raw)
  return Option.match(read, { onNone: () => [], onSome: ({ id }) => [id] })
}

/** The places that cannot be read, and none of the words: they are a fan's. */
const unreadable = (one: Unreadable, schema: Schema.ConstraintDecoder<unknown>): Interactions.Unreadable => {
  const read = Schema.decodeUnknownResult(schema)(one.raw, { errors: "all" })
  const issues = Result.isFailure(read) ? format(read.failure.issue).issues : []
  const places = issues.map(({ path = [] }) => path.map(String).join(".") || "the whole")
  const [id] = idOfRaw(one)
  return { ...(id !== undefined && { id }), lacks: [...new Set(places)].join(", ") || "the whole" }
}

const format = SchemaIssue.makeFormatterStandardSchemaV1()

const ofComment =
  (kind: Interaction.Kind) =>
  (comment: Comment): Interaction.Interaction => ({
    kind,
    id: Interaction.InteractionId.make(idOf(comment)),
    post: PostId.make(comment.status ? idOf(comment.status) : "0"),
    from: ofUser(comment.user),
    text: comment.text,
    at: comment.created_at
  })

const ofStatus =
  (kind: Interaction.Kind) =>
  (status: Status): Interaction.Interaction => ({
    kind,
    id: Interaction.InteractionId.make(idOf(status)),
    post: PostId.make(idOf(status)),
    from: ofUser(status.user),
    text: status.text,
    at: status.created_at
  })

/** Somebody or something that Weibo does not show any more has the id 0. */
const ofUser = (user: User | null | undefined): Fan.Fan =>
  user
    ? { id: FanId.make(idOf(user)), ...(user.screen_name !== undefined && { name: user.screen_name }) }
    : { id: FanId.make("0") }
