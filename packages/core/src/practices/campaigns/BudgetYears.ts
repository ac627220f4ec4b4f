/**
 * When the budgets of years are open: each from a year before it begins, for what is approved ahead, to a quarter after it, for what is still to be settled.
 *
 * @module
 */
import { DateTime } from "effect"
import type { Moment } from "../../calendar/Moment.ts"

/** The years on the wall of the brand whose budgets are open in a span of time. */
export const budgetYears = (timeZone: string, from: Moment, until: Moment) => {
  const beginning = (year: number) =>
    DateTime.makeZonedUnsafe({ year, month: 1, day: 1 }, { timeZone, adjustForTimeZone: true })
  const yearOf = (at: DateTime.DateTime) => DateTime.toParts(DateTime.setZone(at, beginning(2000).zone)).year
  const years = Array.from({ length: yearOf(until) - yearOf(from) + 3 }, (_, index) => yearOf(from) - 1 + index)
  return years.flatMap((year) => {
    const opens = DateTime.toUtc(beginning(year - 1))
    const ends = DateTime.toUtc(DateTime.add(beginning(year + 1), { months: 3 }))
    return DateTime.isLessThan(opens, until) && DateTime.isLessThan(from, ends) ? [{ year, opens, ends }] : []
  })
}
