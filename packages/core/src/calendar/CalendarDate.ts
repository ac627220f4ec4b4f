/**
 * A date on the wall calendar, `2026-10-01`: no hour, no zone.
 *
 * @module
 */
import { Schema } from "effect"

/** Milliseconds of a calendar day that has no change of the clocks. */
export const dayMillis = 86_400_000

/** The days between 1970-01-01 and the date: dates as whole numbers, for arithmetic. */
export const toNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMillis

/** The date of a day's number. */
export const fromNumber = (day: number): string => new Date(day * dayMillis).toISOString().slice(0, 10)

/** Tells generators of values a pattern for texts that a filter accepts. */
export const arbitrarily = (source: string) =>
  ({ arbitraryConstraint: { patterns: [{ source: `^${source}$`, flags: "" }] } }) as const

/** A date that exists, as `YYYY-MM-DD`. */
export const CalendarDate = Schema.String.check(
  Schema.makeFilter((text) => {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? toNumber(text) : Number.NaN
    return (Number.isFinite(day) && fromNumber(day) === text) || `"${text}" is not a date as YYYY-MM-DD`
  }, arbitrarily("20[2-3]\\d-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])"))
).annotate({ description: "A date as YYYY-MM-DD.", format: "date" })
/** A date that exists, as `YYYY-MM-DD`. */
export type CalendarDate = typeof CalendarDate.Type

/** The days of a week, in their order. */
export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const

/** A day of the week. */
export const Weekday = Schema.Literals(weekdays)
/** A day of the week. */
export type Weekday = typeof Weekday.Type

/** The weekday of a day's number. */
export const weekdayOf = (day: number): Weekday => {
  // 1970-01-01, day 0, was a Thursday; the remainder of seven always names one of the seven.
  return weekdays[(((day + 3) % 7) + 7) % 7] as Weekday
}
