/**
 * From a call to its answer: the token, the quotas, and then the interface.
 *
 * @module
 */
import type { Call } from "./Call.ts"
import * as Comments from "./Comments.ts"
import type { Desk, Serve } from "./Desk.ts"
import * as Messages from "./Messages.ts"
import { type Answer, refuse } from "./Refusal.ts"
import * as Statuses from "./Statuses.ts"
import * as Users from "./Users.ts"
import * as Writing from "./Writing.ts"

interface Interface {
  readonly method: "GET" | "POST"
  readonly serve: Serve
  /** Counts as a post in the hour's quota. */
  readonly isPost?: true
  /** Costs nothing. */
  readonly isFree?: true
}

const get = (serve: Serve): Interface => ({ method: "GET", serve })
const post = (serve: Serve): Interface => ({ method: "POST", serve })
const publish = (serve: Serve): Interface => ({ method: "POST", serve, isPost: true })

const interfaces: Readonly<Record<string, Interface>> = {
  "/2/statuses/share.json": publish(Writing.by("share")),
  "/2/statuses/update.json": publish(Writing.by("update")),
  "/2/statuses/upload.json": publish(Writing.by("upload")),
  "/2/statuses/update/biz.json": publish(Writing.by("business")),
  "/2/statuses/upload/biz.json": publish(Writing.by("business")),
  "/2/statuses/upload_url_text/biz.json": publish(Writing.by("business")),
  "/2/statuses/upload_pic/biz.json": post(Writing.picture),
  "/2/statuses/destroy.json": post(Statuses.destroy),
  "/2/statuses/user_timeline.json": get(Statuses.userTimeline),
  "/2/statuses/mentions.json": get(Statuses.mentions),
  "/2/statuses/repost_timeline.json": get(Statuses.repostTimeline),
  "/2/statuses/show.json": get(Statuses.show),
  "/2/statuses/count.json": get(Statuses.count),
  "/2/comments/create.json": post(Comments.create),
  "/2/comments/reply.json": post(Comments.reply),
  "/2/comments/destroy.json": post(Comments.destroy),
  "/2/comments/show.json": get(Comments.show),
  "/2/comments/to_me.json": get(Comments.toMe),
  "/2/comments/by_me.json": get(Comments.byMe),
  "/2/comments/mentions.json": get(Comments.mentions),
  "/2/users/show.json": get(Users.show),
  "/2/friendships/followers.json": get(Users.followers),
  "/2/account/get_uid.json": get(Users.uid),
  "/2/account/rate_limit_status.json": { ...get(Users.rateLimitStatus), isFree: true },
  "/2/messages/reply.json": post(Messages.reply)
}

/** The paths that are spoken here. */
export const paths: ReadonlyArray<string> = Object.keys(interfaces)

/** Answers a call. */
export const serve = (desk: Desk, call: Call): Answer => {
  const no = (code: number) => refuse(code, call.path)
  const found = interfaces[call.path]
  if (found === undefined) return no(10020)
  if (found.method !== call.method) return no(10021)
  if (call.token === undefined) return no(10006)
  const dead = desk.deadTokens.get(call.token)
  if (dead !== undefined) return no(dead)
  const issued = desk.tokens.get(call.token)
  const account = desk.world.accounts.find(({ uid }) => uid === issued?.uid)
  if (issued === undefined || account === undefined) return no(21332)
  const now = desk.world.now()
  if (issued.expiresAt !== undefined && issued.expiresAt <= now) return no(21327)
  const { limits, meter } = desk
  if (!found.isFree) {
    if (!meter.take(`address ${call.address}`, limits.callsPerAddressAndHour, "hour", now)) return no(10022)
    if (!meter.take(`user ${account.uid}`, limits.callsPerDay, "day", now)) return no(10023)
  }
  if (found.isPost && meter.used(`posts ${account.uid}`, "hour", now) >= limits.postsPerHour) return no(20016)
  const answer = found.serve(desk, account, call)
  if (found.isPost && answer.status === 200) meter.take(`posts ${account.uid}`, limits.postsPerHour, "hour", now)
  return answer
}
