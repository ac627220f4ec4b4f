/**
 * The calendars of a handbook, by whose open hours time counts.
 *
 * @module
 */
import { DateTime, Result } from "effect"
import * as Holidays from "../calendar/Holidays.ts"
import type { Moment } from "../calendar/Moment.ts"
import * as Timetable from "../calendar/Timetable.ts"
import { deadline } from "../calendar/WorkingTime.ts"
import type { Allowance, CalendarName } from "./Allowance.ts"

/** The handbook's calendars by name. Of `always`, and of a name that it does not know, every minute counts. */
export type Calendars = (name: CalendarName) => Timetable.Timetable

/** The timetable in which every minute counts; explanations have the local time of the zone. */
export const always = (timeZone = "Asia/Shanghai"): Timetable.Timetable =>
  // Such a calendar follows no holidays, and never asks for them.
  Timetable.make({ timeZone, week: "24x7", exceptions: [] }, Holidays.fromSchedules([]))

const minutes = always()

/** Every minute counts, whatever the calendar. */
export const everyMinute: Calendars = () => minutes

/**
 * When an allowance that begins at a moment is used up. Where a calendar cannot say (its year is unknown, or it never opens), every minute
 * counts: early, never late.
 */
export const dueAt = (calendars: Calendars, start: Moment, { calendar, time }: Allowance): Moment =>
  Result.getOrElse(deadline(calendars(calendar), start, time), () => DateTime.addDuration(start, time))
