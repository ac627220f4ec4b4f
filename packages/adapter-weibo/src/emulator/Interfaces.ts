/**
 * From a call to its answer: the token, the quotas, what is granted, what is needed, and then the interface.
 *
 * @module
 */
import type { Call } from "./Call.ts"
import * as Comments from "./Comments.ts"
import type { App, Desk, Serve } from "./Desk.ts"
import * as Elsewhere from "./Elsewhere.ts"
import * as Friendships from "./Friendships.ts"
import * as Lookup from "./Lookup.ts"
import * as Messages from "./Messages.ts"
import * as Parameters from "./Parameters.ts"
import { type Answer, refuse } from "./Refusal.ts"
import * as Remind from "./Remind.ts"
import * as Reposting from "./Reposting.ts"
import * as Statuses from "./Statuses.ts"
import * as Timelines from "./Timelines.ts"
import * as Users from "./Users.ts"
import * as Writing from "./Writing.ts"

interface Interface {
  readonly method: "GET" | "POST"
  readonly serve: Serve
  /** The parameters without which there is nothing to answer. */
  readonly needs: ReadonlyArray<string>
  /** Counts as a post in the hour's quota. */
  readonly isPost?: true
  /** Costs nothing. */
  readonly isFree?: true
  /** Has to be granted to the app, as a way to write or as a path. */
  readonly grant?: App["routes"][number] | "advanced"
  /** The only form that is taken; either unless told. */
  readonly takes?: "application/x-www-form-urlencoded" | "multipart/form-data"
}

const get = (serve: Serve, ...needs: ReadonlyArray<string>): Interface => ({ method: "GET", serve, needs })
const post = (serve: Serve, ...needs: ReadonlyArray<string>): Interface => ({ method: "POST", serve, needs })
const publish = (route: App["routes"][number], takes?: Interface["takes"]): Interface => ({
  ...post(Writing.by(route), "status", "rip"),
  isPost: true,
  grant: route,
  ...(takes && { takes })
})
const advanced = (one: Interface): Interface => ({ ...one, grant: "advanced" })

const interfaces: Readonly<Record<string, Interface>> = {
  "/2/statuses/share.json": publish("share"),
  // Recorded with 10007: a multipart form to update, and another form to upload.
  "/2/statuses/update.json": publish("update", "application/x-www-form-urlencoded"),
  "/2/statuses/upload.json": publish("upload", "multipart/form-data"),
  "/2/statuses/update/biz.json": publish("business"),
  "/2/statuses/upload/biz.json": publish("business"),
  "/2/statuses/upload_url_text/biz.json": publish("business"),
  "/2/statuses/upload_pic/biz.json": { ...post(Writing.picture), grant: "business" },
  "/2/statuses/repost.json": { ...post(Reposting.repost, "id", "rip"), isPost: true },
  "/2/statuses/destroy.json": post(Statuses.destroy, "id"),
  "/2/statuses/user_timeline.json": get(Statuses.userTimeline),
  "/2/statuses/home_timeline.json": get(Timelines.home),
  "/2/statuses/friends_timeline.json": get(Timelines.home),
  "/2/statuses/public_timeline.json": get(Timelines.everybody),
  "/2/statuses/mentions.json": get(Timelines.mentions),
  "/2/statuses/repost_timeline.json": get(Statuses.repostTimeline, "id"),
  "/2/statuses/show.json": get(Statuses.show, "id"),
  "/2/statuses/count.json": get(Statuses.count, "ids"),
  "/2/statuses/queryid.json": get(Lookup.queryId, "mid", "type"),
  "/2/statuses/querymid.json": get(Lookup.queryMid, "id", "type"),
  "/2/comments/create.json": post(Comments.create, "comment", "id", "rip"),
  "/2/comments/reply.json": post(Comments.reply, "cid", "id", "comment", "rip"),
  "/2/comments/destroy.json": post(Comments.destroy, "cid"),
  "/2/comments/show.json": get(Comments.show, "id"),
  "/2/comments/timeline.json": get(Comments.timeline),
  "/2/comments/to_me.json": get(Comments.toMe),
  "/2/comments/by_me.json": get(Comments.byMe),
  "/2/comments/mentions.json": get(Comments.mentions),
  "/2/users/show.json": get(Users.show),
  "/2/users/counts.json": get(Users.counts, "uids"),
  "/2/friendships/followers.json": get(Friendships.followers),
  "/2/friendships/friends.json": get(Friendships.friends),
  "/2/friendships/show.json": get(Friendships.show),
  "/2/search/suggestions/at_users.json": get(Friendships.suggestions, "q", "type"),
  "/2/remind/unread_count.json": get(Remind.unread, "uid"),
  "/2/remind/set_count.json": post(Remind.look, "type"),
  "/2/short_url/shorten.json": advanced(get(Lookup.shorten)),
  "/2/short_url/expand.json": advanced(get(Lookup.expand)),
  "/2/emotions.json": get(Lookup.emotions),
  "/2/account/get_uid.json": get(Users.uid),
  "/2/account/rate_limit_status.json": { ...get(Users.rateLimitStatus), isFree: true },
  "/2/messages/reply.json": post(Messages.reply, "type", "data", "receiver_id")
}

/** The paths that are spoken here. */
export const paths: ReadonlyArray<string> = Object.keys(interfaces)

/** Answers a call. */
export const serve = (desk: Desk, call: Call): Answer => {
  const no = (code: number, text?: string) => refuse(code, call.path, text)
  const found = interfaces[call.path]
  if (found === undefined) return Elsewhere.refusal(call.path)
  if (found.method !== call.method) return no(10021)
  const type = call.type.toLowerCase()
  const isForm = (found.takes === undefined ? forms : [found.takes]).some((form) => type.startsWith(form))
  if (type !== "" && !isForm) return no(10007, `unsupport mediatype (${call.type})`)
  if (call.token === undefined) return no(found.isPost ? 21301 : 10006)
  const dead = desk.deadTokens.get(call.token)
  if (dead !== undefined) return no(dead)
  const issued = desk.tokens.get(call.token)
  const account = desk.world.accounts.find(({ uid }) => uid === issued?.uid)
  if (issued === undefined || account === undefined) return no(21332)
  const now = desk.world.now()
  if (issued.expiresAt !== undefined && issued.expiresAt <= now) return no(21327)
  const { app, limits, meter } = desk
  if (!found.isFree) {
    if (!meter.take(`address ${call.address}`, limits.callsPerAddressAndHour, "hour", now)) return no(10022)
    if (!meter.take(`user ${account.uid}`, limits.callsPerDay, "day", now)) return no(10023)
  }
  if (found.isPost && meter.used(`posts ${account.uid}`, "hour", now) >= limits.postsPerHour) return no(20016)
  const isGranted = found.grant === "advanced" ? app.advanced.includes(call.path) : isRoute(app, found.grant)
  if (!isGranted) return no(10014)
  // A form that nobody can read has neither parameters nor a picture.
  const flaw = call.isBroken ? no(20007) : Parameters.flawOf(call, found.needs)
  if (flaw !== undefined) return flaw
  const answer = found.serve(desk, account, call)
  if (found.isPost && answer.status === 200) meter.take(`posts ${account.uid}`, limits.postsPerHour, "hour", now)
  return answer
}

const forms = ["application/x-www-form-urlencoded", "multipart/form-data"]

const isRoute = ({ routes }: App, route: App["routes"][number] | undefined): boolean =>
  route === undefined || routes.includes(route)
