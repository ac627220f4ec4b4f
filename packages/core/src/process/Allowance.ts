/**
 * How much time something may take, and which hours count.
 *
 * @module
 */

import { Duration, Schema } from "effect"
import { Wait } from "../calendar/TimeSpan.ts"
import * as Name from "../finding/Name.ts"

/** The calendar's name in the handbook. `always` is known without being written: every minute counts. */
export const CalendarName = Schema.NonEmptyString.annotate({
  ...Name.of({ zh: "工作日历", en: "calendar" }, "always"),
  description: "The name of a calendar of the handbook, or always: every minute counts."
})
/** The calendar's name in the handbook. */
export type CalendarName = typeof CalendarName.Type

/** A duration, and the calendar whose open hours it is counted in. In a file: `{ time: 4 hours, calendar: office }`. */
export const Allowance = Schema.Struct({
  time: Wait,
  calendar: CalendarName
})
/** A duration, and the calendar whose open hours it is counted in. */
export type Allowance = typeof Allowance.Type

/** A duration of which only the open hours of a calendar of the handbook count: `Allowance.of("4 hours", "office")`. */
export const of = (time: Duration.Input, calendar: CalendarName): Allowance => ({
  time: Duration.fromInputUnsafe(time),
  calendar
})

/** A duration in which every minute counts, at night as by day. */
export const always = (time: Duration.Input): Allowance => of(time, "always")
