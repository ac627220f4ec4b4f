/**
 * The days, weeks, months, quarters and years that dates lie in. A week begins on Monday (ISO 8601).
 *
 * @module
 */
import { tz } from "@date-fns/tz/tz"
import { addDays } from "date-fns/addDays"
import { addMonths } from "date-fns/addMonths"
import { addQuarters } from "date-fns/addQuarters"
import { addWeeks } from "date-fns/addWeeks"
import { addYears } from "date-fns/addYears"
import { startOfDay } from "date-fns/startOfDay"
import { startOfISOWeek } from "date-fns/startOfISOWeek"
import { startOfMonth } from "date-fns/startOfMonth"
import { startOfQuarter } from "date-fns/startOfQuarter"
import { startOfYear } from "date-fns/startOfYear"
import type { Per } from "./Cadence.ts"
import { dayMillis } from "./CalendarDate.ts"

/** Dates from the first to before the one after the last, as days since 1970-01-01. */
export interface Stretch {
  readonly from: number
  readonly until: number
}

/** The stretch that a date lies in. */
export const around = (per: Per, day: number): Stretch => {
  const { next, start } = rules[per]
  const first = start(new Date(day * dayMillis), context)
  return { from: numberOf(first), until: numberOf(next(first, 1, context)) }
}

/** Every stretch that has a date of these days, first and last included. */
export const between = (per: Per, first: number, last: number): ReadonlyArray<Stretch> => {
  const found: Array<Stretch> = []
  for (let day = first; day <= last; ) {
    const one = around(per, day)
    found.push(one)
    day = one.until
  }
  return found
}

// Dates are counted without any zone, which is what they are in UTC.
const context = { in: tz("UTC") }

const numberOf = (date: Date): number => Math.round(date.getTime() / dayMillis)

interface Rule {
  readonly start: (date: Date, options: typeof context) => Date
  readonly next: (date: Date, amount: number, options: typeof context) => Date
}

const rules: Readonly<Record<Per, Rule>> = {
  day: { start: startOfDay, next: addDays },
  week: { start: startOfISOWeek, next: addWeeks },
  month: { start: startOfMonth, next: addMonths },
  quarter: { start: startOfQuarter, next: addQuarters },
  year: { start: startOfYear, next: addYears }
}
