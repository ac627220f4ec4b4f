/**
 * What a call to the platform costs, and who may still make one.
 *
 * Whoever writes, or looks for what was written, may use the whole day's calls. Polling may not touch the reserve that is kept
 * for them, so that it never starves a publish; and what is read aside, for which nobody waits, has a small share of the day, so that it never starves
 * polling.
 *
 * @module
 */
import { DateTime, Duration, Schema } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type { Moment } from "../../calendar/Moment.ts"
import type { Claim } from "./QuotaLedger.ts"

/** How much the platform allows an app. */
export const Limits = Schema.Struct({
  callsPerDay: Schema.Int,
  postsPerHour: Schema.Int,
  callsPerAddressAndHour: Schema.Int
})
/** How much the platform allows an app. */
export type Limits = typeof Limits.Type

/** An ordinary app of Weibo. Source: the newest stored text of its rate-limit page. */
export const ordinary: Limits = { callsPerDay: 100, postsPerHour: 30, callsPerAddressAndHour: 15_000 }

/** What a call is for; the platform does not count a free one. */
export const Purpose = Schema.Literals(["publish", "write", "look", "poll", "aside", "free"])
/** What a call is for. */
export type Purpose = typeof Purpose.Type

const hour = Duration.toMillis("1 hour")
const day = Duration.toMillis("1 day")
/** The platform counts Beijing's days. */
const beijing = Duration.toMillis("8 hours")

/** When the day of a moment began, in Beijing. */
export const dayOf = (at: Moment): Moment => {
  const millis = DateTime.toEpochMillis(at) + beijing
  return DateTime.makeUnsafe(millis - (millis % day) - beijing)
}

/** When the hour of a moment began. */
export const hourOf = (at: Moment): Moment => {
  const millis = DateTime.toEpochMillis(at)
  return DateTime.makeUnsafe(millis - (millis % hour))
}

/** The counter of an account's calls of a day. */
export const callsOf = (account: AccountId): string => `calls of ${account}`

/** The counter of an account's calls of a day for which nobody waits. */
export const asideOf = (account: AccountId): string => `calls aside of ${account}`

/** So many calls of an account's day may be made aside, for which nobody waits: one in twenty. */
export const aside = ({ callsPerDay }: Limits): number => Math.floor(callsPerDay / 20)

/** What a call takes, with so many calls of the account's day, and of the address's hour, kept for those who write. */
export const claims = (
  limits: Limits,
  reserve: number,
  call: { readonly account: AccountId; readonly purpose: Purpose; readonly at: Moment; readonly address?: string }
): ReadonlyArray<Claim> => {
  const { account, purpose, at, address = "this address" } = call
  if (purpose === "free") return []
  const kept = purpose === "poll" || purpose === "aside" ? Math.min(reserve, limits.callsPerDay) : 0
  return [
    { counter: callsOf(account), window: dayOf(at), most: limits.callsPerDay - kept },
    { counter: `calls from ${address}`, window: hourOf(at), most: limits.callsPerAddressAndHour - kept },
    ...(purpose === "aside" ? [{ counter: asideOf(account), window: dayOf(at), most: aside(limits) }] : []),
    ...(purpose === "publish"
      ? [{ counter: `posts of ${account}`, window: hourOf(at), most: limits.postsPerHour }]
      : [])
  ]
}

/** When a claim that was refused may be made again. */
export const reopens = ({ counter, window }: Claim): Moment =>
  DateTime.addDuration(window, /^calls (aside )?of /.test(counter) ? "1 day" : "1 hour")
