/**
 * The last moment at which work can begin that is to be done by another, in the hours of a calendar.
 *
 * @module
 */
import { Duration } from "effect"
import type { Timetable } from "../../calendar/Timetable.ts"

/** That moment, in epoch milliseconds; where the calendar has not enough hours in the days before, every minute counts. */
export const lastStart = (
  timetable: Timetable | undefined,
  at: number,
  takes: Duration.Duration,
  days: number
): number => {
  let left = Duration.toMillis(takes)
  const plain = at - left
  if (timetable === undefined) return plain
  const { number } = timetable.dayAt(at)
  for (let day = number; day > number - days; day--) {
    for (const { from, to } of timetable.day(day).openings.toReversed()) {
      const until = Math.min(to, at)
      if (until <= from) continue
      if (left <= until - from) return until - left
      left -= until - from
    }
  }
  return plain
}
