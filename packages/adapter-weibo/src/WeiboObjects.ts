/**
 * The objects that Weibo answers with, as far as a brand account needs them; everything else in them is passed over.
 *
 * Source: 650 recorded statuses and the samples of the interface pages. Fields that were once seen missing are optional.
 *
 * @module
 */
import { Schema } from "effect"
import { WeiboDate } from "./WeiboDate.ts"
import { Id, Whole } from "./WeiboJson.ts"

/** A user as it comes inside other objects and from users/show; counts are missing for users who did not authorise the app. */
export const User = Schema.Struct({
  id: Id,
  idstr: Schema.optionalKey(Id),
  screen_name: Schema.optionalKey(Schema.String),
  description: Schema.optionalKey(Schema.NullOr(Schema.String)),
  followers_count: Schema.optionalKey(Whole),
  friends_count: Schema.optionalKey(Whole),
  statuses_count: Schema.optionalKey(Whole),
  verified: Schema.optionalKey(Schema.Boolean),
  verified_type: Schema.optionalKey(Whole),
  created_at: Schema.optionalKey(Schema.String)
})
/** A user. */
export type User = typeof User.Type

const post = {
  id: Id,
  idstr: Schema.optionalKey(Id),
  mid: Schema.optionalKey(Id),
  created_at: WeiboDate,
  text: Schema.String,
  isLongText: Schema.optionalKey(Schema.Boolean),
  /** `"1"` on what its author has deleted. */
  deleted: Schema.optionalKey(Schema.Union([Schema.String, Schema.Int])),
  user: Schema.optionalKey(Schema.NullOr(User)),
  reposts_count: Schema.optionalKey(Whole),
  comments_count: Schema.optionalKey(Whole),
  attitudes_count: Schema.optionalKey(Whole)
}

/** A reposted original; of a deleted one little more than its sentence of regret is left. */
export const Original = Schema.Struct({
  ...post,
  created_at: Schema.optionalKey(WeiboDate),
  text: Schema.optionalKey(Schema.String)
})

/** A post. */
export const Status = Schema.Struct({ ...post, retweeted_status: Schema.optionalKey(Schema.NullOr(Original)) })
/** A post. */
export type Status = typeof Status.Type

/** The id to keep: `idstr` and `mid` are exact where `id` may have lost its last digits on the way. */
export const idOf = (object: { readonly id: string; readonly idstr?: string; readonly mid?: string }): string =>
  object.idstr ?? object.mid ?? object.id

/** Whether its author has deleted it. */
export const isDeleted = (object: { readonly deleted?: string | number }): boolean =>
  object.deleted !== undefined && object.deleted !== 0 && object.deleted !== "0" && object.deleted !== ""

const page = {
  /** 0, or left out, when there is nothing older. */
  next_cursor: Schema.optionalKey(Id),
  total_number: Schema.optionalKey(Whole)
}

/** An empty page has also been seen as a bare `[]`. */
const nothing = Schema.Tuple([])

/** A page of posts. */
export const Timeline = Schema.Union([Schema.Struct({ statuses: Schema.Array(Status), ...page }), nothing])
/** A page of posts. */
export type Timeline = typeof Timeline.Type

/** A page of reposts. */
export const Reposts = Schema.Union([Schema.Struct({ reposts: Schema.Array(Status), ...page }), nothing])

/** A comment; its `mid` is not its id. `status` is the post that it stands under. */
export const Comment = Schema.Struct({
  id: Id,
  idstr: Schema.optionalKey(Id),
  created_at: WeiboDate,
  text: Schema.String,
  user: Schema.optionalKey(Schema.NullOr(User)),
  status: Schema.optionalKey(Schema.NullOr(Original))
})
/** A comment. */
export type Comment = typeof Comment.Type

/** A page of comments. */
export const Comments = Schema.Union([Schema.Struct({ comments: Schema.Array(Comment), ...page }), nothing])

/** The counts of posts: a bare list, without those that are gone. */
export const Counts = Schema.Array(
  Schema.Struct({
    id: Id,
    idstr: Schema.optionalKey(Id),
    comments: Schema.optionalKey(Whole),
    reposts: Schema.optionalKey(Whole),
    attitudes: Schema.optionalKey(Whole)
  })
)

/** A page of users. */
export const Users = Schema.Union([Schema.Struct({ users: Schema.Array(User), ...page }), nothing])

/** The posts of a page, in Weibo's order: newest first. */
export const statusesOf = (timeline: Timeline): ReadonlyArray<Status> =>
  "statuses" in timeline ? timeline.statuses : []
