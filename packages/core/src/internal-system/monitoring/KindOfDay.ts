/**
 * What kind of day it is for people who write: a make-up workday is worked on a Saturday, a holiday is no Saturday either.
 *
 * @module
 */
import * as CalendarDate from "../../calendar/CalendarDate.ts"
import type { Holidays } from "../../calendar/Holidays.ts"
import type { TimeZone } from "../../calendar/TimeZone.ts"
import * as WallClock from "../../calendar/WallClock.ts"

/** The kinds of day, each with the one that it is most like, which stands before it. */
export const all = ["workday", "day off", "make-up workday", "holiday"] as const
/** What kind of day it is. */
export type KindOfDay = (typeof all)[number]

/** The kind that a rare kind is like, for as long as little is known of it. */
export const like: Readonly<Record<KindOfDay, KindOfDay | undefined>> = {
  workday: undefined,
  "day off": undefined,
  "make-up workday": "workday",
  holiday: "day off"
}

/** An hour of the day on the wall, of a kind of day. */
export interface Hour {
  readonly kind: KindOfDay
  readonly hour: number
}

/** The kind of a date. In a year that was not announced, the weekday says it. */
export const ofDate = (holidays: Holidays, date: CalendarDate.CalendarDate): KindOfDay => {
  const answer = holidays.on(date)
  if (answer.answer === "workday") return answer.makeUpFor === undefined ? "workday" : "make-up workday"
  if (answer.answer === "day off") return answer.holiday === undefined ? "day off" : "holiday"
  const weekday = CalendarDate.weekdayOf(CalendarDate.toNumber(date))
  return weekday === "saturday" || weekday === "sunday" ? "day off" : "workday"
}

/** Says of moments, in milliseconds, which hour of which kind of day it is on the wall of a zone, whatever zone the machine stands in. */
export const reader = (holidays: Holidays, zone: TimeZone): ((millis: number) => Hour) => {
  const wall = WallClock.make(zone)
  const kinds = new Map<number, KindOfDay>()
  return (millis) => {
    const shown = wall.wallAt(millis)
    const day = Math.floor(shown / CalendarDate.dayMillis)
    const known = kinds.get(day)
    const kind = known ?? ofDate(holidays, CalendarDate.fromNumber(day))
    if (known === undefined) kinds.set(day, kind)
    return { kind, hour: Math.floor((shown - day * CalendarDate.dayMillis) / hourMillis) }
  }
}

const hourMillis = 3_600_000
