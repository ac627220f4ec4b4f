/**
 * A date on the wall calendar, `2026-10-01`: no hour, no zone.
 *
 * @module
 */
import { Schema } from "effect"
import * as Expected from "../finding/Expected.ts"

/** Milliseconds of a calendar day that has no change of the clocks. */
export const dayMillis = 86_400_000

/** The days between 1970-01-01 and the date: dates as whole numbers, for arithmetic. */
export const toNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMillis

/** The date of a day's number. */
export const fromNumber = (day: number): string => new Date(day * dayMillis).toISOString().slice(0, 10)

/** Tells generators of values a pattern for texts that a filter accepts. */
export const arbitrarily = (source: string) =>
  ({ arbitraryConstraint: { patterns: [{ source: `^${source}$`, flags: "" }] } }) as const

/** Whether the text is a date that exists, as `YYYY-MM-DD`. */
export const exists = (text: string): boolean => {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? toNumber(text) : Number.NaN
  return Number.isFinite(day) && fromNumber(day) === text
}

/** `2026/9/1` and `2026年9月1日` as 2026-09-01. */
export const meantDate = (value: unknown): string | undefined => {
  const [, year, month = "", day = ""] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(String(value)) ?? []
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
  return exists(date) ? date : undefined
}

/** A date that exists, as `YYYY-MM-DD`. */
export const CalendarDate = Schema.String.check(
  Schema.makeFilter(exists, arbitrarily("20[2-3]\\d-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])"))
).annotate({
  ...Expected.words({ zh: "真实日期，形如 2026-11-23", en: "a date that exists, such as 2026-11-23" }, meantDate),
  format: "date"
})
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
