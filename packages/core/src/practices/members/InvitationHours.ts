/**
 * The quiet hours in which no member is written to, on the wall of the handbook.
 *
 * @module
 */
import { Duration } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import type { TimeZone } from "../../calendar/TimeZone.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import { minutesOf, type Window } from "../../calendar/WorkingCalendar.ts"

const dayMillis = 24 * 60 * 60_000

/** How long it is quiet from now on; nothing where it is not. */
export const quietFor = (quiet: Window, timeZone: TimeZone, now: Moment): Duration.Duration | undefined => {
  const wall = WallClock.make(timeZone)
  const shown = wall.wallAt(now.epochMilliseconds)
  const [from, to] = minutesOf(quiet).map((minutes) => minutes * 60_000) as [number, number]
  const today = Math.floor(shown / dayMillis) * dayMillis
  for (const day of [today - dayMillis, today]) {
    if (shown < day + from || shown >= day + to) continue
    return Duration.millis(wall.reaches(day + to) - now.epochMilliseconds)
  }
  return undefined
}
