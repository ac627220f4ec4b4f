/**
 * The interfaces about users, and about what is left of the quotas.
 *
 * Source: the interface pages of users/show, users/counts, account/rate_limit_status, account/get_uid.
 *
 * @module
 */
import * as WeiboDate from "../WeiboDate.ts"
import type { Serve } from "./Desk.ts"
import * as People from "./People.ts"
import { reopens } from "./QuotaMeter.ts"
import { answer, refuse } from "./Refusal.ts"
import * as Rendering from "./Rendering.ts"

/** `users/show`: of users who did not authorise the app, no counts and no description. */
export const show: Serve = ({ world }, _account, call) => {
  const uid = People.asked(world, call)
  if (uid === undefined) return refuse(20002, call.path)
  if (uid === "nobody") return refuse(20003, call.path)
  const whole = Rendering.user(world, uid)
  if (!People.hidden(world).has(uid)) return answer(whole)
  const { description, verified_reason, followers_count, friends_count, statuses_count, ...rest } = whole
  return answer(rest)
}

/** `users/counts`: of at most a hundred users; who is nobody is left out. */
export const counts: Serve = ({ world }, _account, call) => {
  const uids = (call.params.get("uids") ?? "").split(",").filter((uid) => uid !== "")
  if (uids.length === 0) return refuse(20002, call.path)
  if (uids.length > 100) return refuse(20009, call.path)
  const known = uids.filter((uid) => People.exists(world, uid)).map((uid) => Rendering.user(world, uid))
  return answer(
    known.map(({ id, followers_count, friends_count, statuses_count }) => ({
      id,
      followers_count,
      friends_count,
      statuses_count
    }))
  )
}

/** `account/get_uid`: whose token it is. */
export const uid: Serve = (_desk, account) => answer({ uid: Number(account.uid) })

/** `account/rate_limit_status`: what is left. It is not counted itself. */
export const rateLimitStatus: Serve = ({ world, limits, meter }, account, call) => {
  const now = world.now()
  const usedByAddress = meter.used(`address ${call.address}`, "hour", now)
  const posted = meter.used(`posts ${account.uid}`, "hour", now)
  const until = reopens("hour", now)
  return answer({
    ip_limit: limits.callsPerAddressAndHour,
    limit_time_unit: "HOURS",
    remaining_ip_hits: limits.callsPerAddressAndHour - usedByAddress,
    remaining_user_hits: limits.callsPerDay - meter.used(`user ${account.uid}`, "day", now),
    reset_time: WeiboDate.formatPlain(until),
    reset_time_in_seconds: Math.ceil((until - now) / 1000),
    user_limit: limits.callsPerDay,
    api_rate_limits: [
      {
        api: "/statuses/share",
        limit: limits.postsPerHour,
        limit_time_unit: "HOURS",
        remaining_hits: limits.postsPerHour - posted
      }
    ]
  })
}
