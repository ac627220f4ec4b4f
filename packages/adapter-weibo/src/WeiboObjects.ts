/**
 * The objects that Weibo answers with, as far as a brand account needs them; everything else in them is passed over.
 *
 * Source: 650 recorded statuses and the samples of the interface pages. Fields that were once seen missing are optional.
 *
 * @module
 */
import { Schema, SchemaGetter } from "effect"
import { WeiboDate } from "./WeiboDate.ts"
import { given, Id, shown, Whole } from "./WeiboJson.ts"

/** A user as it comes inside other objects and from users/show; counts are missing for users who did not authorise the app. */
export const User = Schema.Struct({
  id: Id,
  idstr: given(Id),
  screen_name: shown(Schema.NonEmptyString),
  followers_count: shown(Whole),
  friends_count: shown(Whole),
  statuses_count: shown(Whole),
  verified: shown(Schema.Boolean),
  profile_image_url: shown(Schema.NonEmptyString)
})
/** A user. */
export type User = typeof User.Type

const ids = { id: Id, idstr: given(Id), mid: given(Id) }

/** `"1"` on what its author has deleted. */
const Mark = Schema.Union([Schema.String, Schema.Int, Schema.Boolean])

/** A post of which only its place is needed: the original of a repost, or what a comment stands under. */
export const Original = Schema.Struct({ ...ids, text: shown(Schema.String), deleted: shown(Mark) })

/** A post. */
export const Status = Schema.Struct({
  ...ids,
  created_at: WeiboDate,
  text: Schema.String,
  /** Of the whole text, of which `text` is the beginning where it is long. */
  textLength: shown(Whole),
  isLongText: shown(Schema.Boolean),
  deleted: shown(Mark),
  user: given(User),
  reposts_count: shown(Whole),
  comments_count: shown(Whole),
  attitudes_count: shown(Whole),
  retweeted_status: shown(Original)
})
/** A post. */
export type Status = typeof Status.Type

/** What is answered of a post that was taken down: it may have lost everything but its id. */
export const Destroyed = Schema.Struct(ids)

/** The id to keep: `idstr` and `mid` are exact where `id` may have lost its last digits on the way. */
export const idOf = (object: { readonly id: string; readonly idstr?: string; readonly mid?: string }): string =>
  object.idstr ?? object.mid ?? object.id

/** Whether its author has deleted it. */
export const isDeleted = (object: { readonly deleted?: typeof Mark.Type }): boolean =>
  object.deleted !== undefined && ![0, "0", "", false].includes(object.deleted)

/** What is left in a list of something deleted, when even its text and its time are gone. */
export const Remnant = Schema.Struct({
  ...ids,
  deleted: Mark.check(Schema.makeFilter((deleted) => isDeleted({ deleted }) || "not deleted"))
})
/** What is left in a list of something deleted. */
export type Remnant = typeof Remnant.Type

/** What is left of a deleted comment. Its `mid` is no id of a comment, and names nothing. */
export const CommentRemnant = Schema.Struct({ id: given(Id), idstr: given(Id), deleted: Remnant.fields.deleted })

/** One thing of a list that cannot be read, as it came: it must not take the others with it. */
export const Unreadable = Schema.Unknown.pipe(
  Schema.decodeTo(Schema.Struct({ raw: Schema.Unknown }), {
    decode: SchemaGetter.transform((raw: unknown) => ({ raw })),
    encode: SchemaGetter.transform(({ raw }) => raw)
  })
)
/** One thing of a list that cannot be read. */
export type Unreadable = typeof Unreadable.Type

/** One thing of a list that is whole, and not merely what was left of it. */
export const isWhole = <A extends { readonly id: string; readonly text: string; readonly deleted?: typeof Mark.Type }>(
  one: A | Remnant | typeof CommentRemnant.Type | Unreadable
): one is A => "text" in one && !isDeleted(one)

/** Things of a list, each whole, what is left of one, or unreadable. */
const items = <One extends Schema.Constraint, Left extends Schema.Constraint>(whole: One, remnant: Left) =>
  Schema.Array(Schema.Union([whole, remnant, Unreadable]))

const page = {
  /** 0, or left out, when there is nothing older. */
  next_cursor: shown(Id),
  total_number: shown(Whole)
}

/** An empty page has also been seen as a bare `[]`. */
const nothing = Schema.Tuple([])

/** A page of posts. */
export const Timeline = Schema.Union([Schema.Struct({ statuses: items(Status, Remnant), ...page }), nothing])
/** A page of posts. */
export type Timeline = typeof Timeline.Type

/** A page of reposts. */
export const Reposts = Schema.Union([Schema.Struct({ reposts: items(Status, Remnant), ...page }), nothing])

/** A comment; its `mid` is not its id. `status` is the post that it stands under. */
export const Comment = Schema.Struct({
  id: Id,
  idstr: given(Id),
  created_at: WeiboDate,
  text: Schema.String,
  user: given(User),
  status: given(Original)
})
/** A comment. */
export type Comment = typeof Comment.Type

/** A page of comments. */
export const Comments = Schema.Union([Schema.Struct({ comments: items(Comment, CommentRemnant), ...page }), nothing])

/** The counts of posts: a bare list, without those that are gone. */
export const Counts = Schema.Array(
  Schema.Struct({
    id: Id,
    idstr: given(Id),
    comments: shown(Whole),
    reposts: shown(Whole),
    attitudes: shown(Whole)
  })
)

/** A page of users. */
export const Users = Schema.Union([Schema.Struct({ users: Schema.Array(User), ...page }), nothing])

/** The posts of a page that are to be seen, in Weibo's order: newest first. */
export const statusesOf = (timeline: Timeline): ReadonlyArray<Status> =>
  "statuses" in timeline ? timeline.statuses.filter((one): one is Status => isWhole(one)) : []

/** What the account has not looked at yet. Source: the sample of the interface's page. */
export const Unread = Schema.Struct({ cmt: shown(Whole), mention_status: shown(Whole), mention_cmt: shown(Whole) })

/** What is left of the quotas, as far as Weibo says it; the same interface may stand there twice, for the hour and for the day. */
export const RateLimits = Schema.Struct({
  ip_limit: shown(Whole),
  remaining_ip_hits: shown(Whole),
  user_limit: shown(Whole),
  remaining_user_hits: shown(Whole),
  /** Beijing's time, to the second. */
  reset_time: shown(Schema.String),
  reset_time_in_seconds: shown(Whole),
  api_rate_limits: shown(
    Schema.Array(
      Schema.Struct({
        api: Schema.String,
        limit: Whole,
        limit_time_unit: Schema.Literals(["HOURS", "DAYS"]),
        remaining_hits: Whole
      })
    )
  )
})

/** Topics that are much talked of, by the time at which they were counted. Source: the sample of the interface's page alone. */
export const Trends = Schema.Struct({
  trends: given(
    Schema.Record(
      Schema.String,
      Schema.Array(Schema.Struct({ name: Schema.NonEmptyString, amount: shown(Whole), delta: shown(Whole) }))
    )
  )
})
