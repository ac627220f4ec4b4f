/**
 * The calendars of a handbook, by whose open hours time counts.
 *
 * @module
 */
import * as ChineseHolidays from "../calendar/ChineseHolidays.ts"
import * as Timetable from "../calendar/Timetable.ts"
import type { CalendarName } from "./Allowance.ts"

/** The handbook's calendars by name. Of `always`, and of a name that it does not know, every minute counts. */
export type Calendars = (name: CalendarName) => Timetable.Timetable

/** The timetable in which every minute counts; explanations have the local time of the zone. */
export const always = (timeZone = "Asia/Shanghai"): Timetable.Timetable =>
  // It does not follow the holidays, and never asks for them.
  Timetable.make({ timeZone, week: "24x7", exceptions: [] }, ChineseHolidays.holidays)

const minutes = always()

/** Every minute counts, whatever the calendar. */
export const everyMinute: Calendars = () => minutes
