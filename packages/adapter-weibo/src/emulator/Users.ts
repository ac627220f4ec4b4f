/**
 * The interfaces about users, and about what is left of the quotas.
 *
 * Source: the interface pages of users/show, friendships/followers, account/rate_limit_status, account/get_uid.
 *
 * @module
 */
import * as WeiboDate from "../WeiboDate.ts"
import type { Serve } from "./Desk.ts"
import { reopens } from "./Quota.ts"
import { answer, refuse } from "./Refusal.ts"
import * as Rendering from "./Rendering.ts"

/** `users/show`: of users who did not authorise the app, no counts and no description. */
export const show: Serve = ({ world }, _account, call) => {
  const uid = call.params.get("uid") ?? ""
  const fan = world.fans.find((one) => one.uid === uid)
  if (fan === undefined && !world.accounts.some((one) => one.uid === uid)) return refuse(20003, call.path)
  const whole = Rendering.user(world, uid)
  if (fan?.authorised !== false) return answer(whole)
  const { description, verified_reason, followers_count, friends_count, statuses_count, ...rest } = whole
  return answer(rest)
}

/** `friendships/followers`: at most five, and only those who authorised the app. */
export const followers: Serve = ({ world }, account, call) => {
  if ((call.params.get("uid") ?? account.uid) !== account.uid) return refuse(21335, call.path)
  const all = [...world.follows]
    .filter(([key]) => key.endsWith(` ${account.uid}`))
    .sort(([, one], [, two]) => two - one)
    .map(([key]) => key.split(" ")[0] ?? "")
  const shown = all.filter((uid) => world.fans.find((one) => one.uid === uid)?.authorised !== false)
  const start = Number(call.params.get("cursor") ?? 0)
  const count = Math.min(5, Number(call.params.get("count") ?? 5))
  return answer({
    users: shown.slice(start, start + count).map((uid) => Rendering.user(world, uid)),
    next_cursor: start + count < shown.length ? start + count : 0,
    previous_cursor: 0,
    total_number: all.length
  })
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
