/**
 * The dates that a report is about, and those that it is compared with.
 *
 * @module
 */
import { Schema } from "effect"
import type { Per } from "../../calendar/Cadence.ts"
import { CalendarDate, fromNumber, toNumber } from "../../calendar/CalendarDate.ts"
import type { Moment } from "../../calendar/Moment.ts"
import * as Stretch from "../../calendar/Stretch.ts"
import type { TimeZone } from "../../calendar/TimeZone.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as Buckets from "../../observations/Buckets.ts"

/** From a date to another, both included. */
export const Period = Schema.Struct({ first: CalendarDate, last: CalendarDate }).check(
  Schema.makeFilter(({ first, last }) => first <= last, { expected: "a period that does not end before it begins" })
)
/** From a date to another, both included. */
export type Period = typeof Period.Type

/** The day, the week (from Monday), the month, the quarter or the year that a date lies in. */
export const around = (per: Per, date: CalendarDate): Period => ofStretch(Stretch.around(per, toNumber(date)))

/** The one that was over when it was that moment there: yesterday, last week. */
export const over = (per: Per, zone: TimeZone, at: Moment): Period => {
  const today = WallClock.make(zone).dayAt(at.epochMilliseconds)
  return before(ofStretch(Stretch.around(per, today)))
}

/** What it is compared with: the month before a whole month, the quarter before a whole quarter; else as many days, right before it. */
export const before = (period: Period): Period => {
  const [first, last] = [toNumber(period.first), toNumber(period.last)]
  for (const per of ["month", "quarter", "year"] as const) {
    const whole = Stretch.around(per, first)
    if (whole.from === first && whole.until === last + 1) return ofStretch(Stretch.around(per, first - 1))
  }
  return { first: fromNumber(first - (last - first + 1)), last: fromNumber(first - 1) }
}

/** How many dates it has. */
export const days = ({ first, last }: Period): number => toNumber(last) - toNumber(first) + 1

/** Each of its dates. */
export const dates = (period: Period): ReadonlyArray<CalendarDate> =>
  Array.from({ length: days(period) }, (_, index) => fromNumber(toNumber(period.first) + index))

/** When it begins there, and the moment after its end. */
export const span = (zone: TimeZone, { first, last }: Period): { readonly from: Moment; readonly until: Moment } => {
  const edges = Buckets.days(zone, first, last)
  // There is one edge more than there are days, and one day at least.
  return { from: edges[0] as Moment, until: edges[edges.length - 1] as Moment }
}

/** The dates there that a stretch of time touches. */
export const between = (zone: TimeZone, from: Moment, until: Moment): Period => {
  const { dayAt } = WallClock.make(zone)
  const dateOf = (millis: number) => fromNumber(dayAt(millis))
  const first = dateOf(from.epochMilliseconds)
  return { first, last: dateOf(Math.max(from.epochMilliseconds, until.epochMilliseconds - 1)) }
}

/** As people write it. */
export const name = ({ first, last }: Period): Bilingual =>
  first === last ? { zh: first, en: first } : { zh: `${first} 至 ${last}`, en: `${first} to ${last}` }

const ofStretch = ({ from, until }: Stretch.Stretch): Period => ({
  first: fromNumber(from),
  last: fromNumber(until - 1)
})
