/**
 * The edges of days and hours in a time zone, for counting between them. The store counts between moments and knows no zone: so a day is as long as
 * it was there, 23 hours or 25 where the clocks were set, and an hour that comes twice is two.
 *
 * @module
 */
import { DateTime } from "effect"
import * as CalendarDate from "../calendar/CalendarDate.ts"
import type { Moment } from "../calendar/Moment.ts"
import type { TimeZone } from "../calendar/TimeZone.ts"
import * as WallClock from "../calendar/WallClock.ts"

/** The beginnings of the days from one date to another, which is included, and the end of the last: one edge more than there are days. */
export const days = (
  zone: TimeZone,
  first: CalendarDate.CalendarDate,
  last: CalendarDate.CalendarDate
): ReadonlyArray<Moment> => dayEdges(zone, first, last).map((millis) => DateTime.makeUnsafe(millis))

/** The beginnings of the hours of these days, counted from the beginning of each day, and the end of the last. */
export const hours = (
  zone: TimeZone,
  first: CalendarDate.CalendarDate,
  last: CalendarDate.CalendarDate
): ReadonlyArray<Moment> => {
  const edges = dayEdges(zone, first, last)
  const all: Array<Moment> = []
  for (const [index, day] of edges.entries()) {
    const end = edges[index + 1] ?? day + 1
    for (let hour = day; hour < end; hour += hourMillis) all.push(DateTime.makeUnsafe(hour))
  }
  return all
}

const hourMillis = 3_600_000

const dayEdges = (zone: TimeZone, first: string, last: string): ReadonlyArray<number> => {
  const { reaches } = WallClock.make(zone)
  const [from, until] = [CalendarDate.toNumber(first), CalendarDate.toNumber(last)]
  const edges: Array<number> = []
  for (let day = from; day <= until + 1; day++) edges.push(reaches(day * CalendarDate.dayMillis))
  return edges
}
