/**
 * The week that a page shows: seven days, from the first moment of the first on the wall of the handbook.
 *
 * @module
 */
import { DateTime } from "effect"
import { dayMillis } from "../calendar/CalendarDate.ts"
import type { Moment } from "../calendar/Moment.ts"
import * as WallClock from "../calendar/WallClock.ts"

/** Seven days; the first one as a day's number, since 1970-01-01. */
export interface PrintedWeek {
  readonly first: number
  readonly from: Moment
  readonly until: Moment
}

/** The week that begins with the day of a moment. */
export const weekOf = (timeZone: string, moment: Moment): PrintedWeek => {
  const wall = WallClock.make(timeZone)
  const first = wall.dayAt(moment.epochMilliseconds)
  const begins = (day: number) => DateTime.makeUnsafe(wall.reaches(day * dayMillis))
  return { first, from: begins(first), until: begins(first + 7) }
}
