/**
 * When an allowance is used up, by the calendars of a handbook.
 *
 * @module
 */
import { DateTime, Record, Result } from "effect"
import type { Holidays } from "../calendar/Holidays.ts"
import * as Timetable from "../calendar/Timetable.ts"
import { deadline } from "../calendar/WorkingTime.ts"
import type { DueAt } from "../process/Due.ts"
import type { Handbook } from "./Handbook.ts"

/** Where a calendar cannot say when the time is up (its year is unknown, or it never opens), every minute counts: early, never late. */
export const dueAtBy = ({ calendars }: Pick<Handbook, "calendars">, holidays: Holidays): DueAt => {
  const timetables = Record.map(calendars, (calendar) => Timetable.make(calendar, holidays))
  return (start, { calendar, time }) => {
    const timetable = timetables[calendar]
    const everyMinute = DateTime.addDuration(start, time)
    return timetable === undefined ? everyMinute : Result.getOrElse(deadline(timetable, start, time), () => everyMinute)
  }
}
