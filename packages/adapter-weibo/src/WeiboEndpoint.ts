/**
 * The interfaces of Weibo that the adapter calls, as values: method, address, what they are for, how an answer is read.
 *
 * Source: the page of each interface on open.weibo.com (its path without `/2/` and `.json` is the page's name), and published SDKs.
 *
 * @module
 */
import type { Quota } from "@dualops/core/planning"
import { type Result, Schema } from "effect"
import * as WeiboAnswer from "./WeiboAnswer.ts"
import type { WeiboError } from "./WeiboError.ts"
import type { WeiboHosts } from "./WeiboHosts.ts"
import { Id } from "./WeiboJson.ts"
import {
  Comment,
  Comments,
  Counts,
  Destroyed,
  RateLimits,
  Reposts,
  Status,
  Timeline,
  Trends,
  Unread,
  User,
  Users
} from "./WeiboObjects.ts"

/** One interface of Weibo. A POST may have taken effect although its answer was lost; a GET never matters twice. */
export interface WeiboEndpoint<out A> {
  readonly method: "GET" | "POST"
  readonly host: keyof WeiboHosts
  readonly path: string
  readonly purpose: Quota.Purpose
  /** Reads an answer from its HTTP status and its text. */
  readonly answer: (status: number, text: string) => Result.Result<A, WeiboError>
}

const make =
  (method: "GET" | "POST", purpose: Quota.Purpose, host: keyof WeiboHosts = "api") =>
  <S extends Schema.ConstraintDecoder<unknown>>(path: string, schema: S): WeiboEndpoint<S["Type"]> => ({
    method,
    host,
    path,
    purpose,
    answer: WeiboAnswer.read(schema)
  })

const publish = make("POST", "publish")
const write = make("POST", "write")
const look = make("GET", "look")
const poll = make("GET", "poll")
const aside = make("GET", "aside")

/** Writes a post with a link to a registered domain, and at most one picture. */
export const share = publish("/2/statuses/share.json", Status)

/** Writes a post of text; for apps to which it is granted. */
export const update = publish("/2/statuses/update.json", Status)

/** Writes a post with one picture; for apps to which it is granted. */
export const upload = make("POST", "publish", "upload")("/2/statuses/upload.json", Status)

/** Writes a post of text; for apps with a business contract, like the three that follow. */
export const businessUpdate = make("POST", "publish", "business")("/2/statuses/update/biz.json", Status)

/** Writes a post with one picture. */
export const businessUpload = make("POST", "publish", "business")("/2/statuses/upload/biz.json", Status)

/** Hands in a picture for a post that is to come; nothing is seen of it by itself. */
export const businessPicture = make(
  "POST",
  "write",
  "business"
)("/2/statuses/upload_pic/biz.json", Schema.Struct({ pic_id: Schema.String }))

/** Writes a post with the pictures that were handed in. */
export const businessPictures = make("POST", "publish", "business")("/2/statuses/upload_url_text/biz.json", Status)

/** The newest posts of the account that the token is of; 5 of them, whatever is asked for. */
export const userTimeline = look("/2/statuses/user_timeline.json", Timeline)

/** One of the account's own posts. */
export const show = look("/2/statuses/show.json", Status)

/** Reposts a post, with words of one's own or without. */
export const repost = publish("/2/statuses/repost.json", Status)

/** Takes one of the account's own posts down. */
export const destroy = write("/2/statuses/destroy.json", Destroyed)

/** The counts of at most 100 posts. */
export const counts = poll("/2/statuses/count.json", Counts)

/** How much the account has not looked at yet; of itself only. */
export const unreadCount = make("GET", "poll", "remind")("/2/remind/unread_count.json", Unread)

/** Posts that mention the account, of people who authorised the app. */
export const mentions = poll("/2/statuses/mentions.json", Timeline)

/** The reposts of a post. */
export const reposts = poll("/2/statuses/repost_timeline.json", Reposts)

/** Comments that came to the account. */
export const commentsToMe = poll("/2/comments/to_me.json", Comments)

/** Comments that mention the account. */
export const commentMentions = poll("/2/comments/mentions.json", Comments)

/** Comments that the account wrote. */
export const commentsByMe = look("/2/comments/by_me.json", Comments)

/** Comments on a post. */
export const comment = write("/2/comments/create.json", Comment)

/** Replies to a comment. */
export const reply = write("/2/comments/reply.json", Comment)

/** Takes a comment away. */
export const destroyComment = write("/2/comments/destroy.json", Comment)

/** The account itself, with its numbers. */
export const user = aside("/2/users/show.json", User)

/** A fan, with what the app may see of them. */
export const fan = aside("/2/users/show.json", User)

/** Followers who authorised the app, five a page. */
export const followers = poll("/2/friendships/followers.json", Users)

/** Whose token it is. */
export const uid = poll("/2/account/get_uid.json", Schema.Struct({ uid: Id }))

/** What is left of the quotas; asking costs nothing. */
export const rateLimits = make("GET", "free")("/2/account/rate_limit_status.json", RateLimits)

/** Topics of the last hour that are much talked of; whether an app is granted it, only Weibo can say. */
export const trends = poll("/2/trends/hourly.json", Trends)

/**
 * Writes to a fan in private. The good answer was never captured: any object without an `error_code` counts, unless its
 * `result` says no.
 */
export const message = make(
  "POST",
  "write",
  "messages"
)("/2/messages/reply.json", Schema.Struct({ result: Schema.optionalKey(Schema.Literals([true, "true"])) }))
