/**
 * The calendars of a handbook, laid out with the holidays.
 *
 * @module
 */
import type { Holidays } from "../calendar/Holidays.ts"
import * as Timetable from "../calendar/Timetable.ts"
import { always, type Calendars } from "../process/Calendars.ts"
import type { Handbook } from "./Handbook.ts"

/** Its calendars by name; of any other name every minute counts. */
export const calendarsBy = (
  { calendars, timeZone }: Pick<Handbook, "calendars" | "timeZone">,
  holidays: Holidays
): Calendars => {
  const timetables = new Map(
    Object.entries(calendars).map(([name, calendar]) => [name, Timetable.make(calendar, holidays)])
  )
  const every = always(timeZone)
  return (name) => timetables.get(name) ?? every
}
