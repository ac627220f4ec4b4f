/**
 * Dates, times and lengths that a property says (RFC 5545, 3.3), on the wall of their own zone and as moments.
 *
 * @module
 */
import { Result, Schema } from "effect"
import ICAL from "ical.js"
import { CalendarDate, dayMillis } from "../../../calendar/CalendarDate.ts"
import { LocalTime, onWall } from "../../../calendar/LocalTime.ts"
import type { WallClock } from "../../../calendar/WallClock.ts"
import type { Finding } from "../../../finding/Finding.ts"
import * as Words from "./IcalMessages.ts"
import type { Property } from "./IcalText.ts"
import type { Clocks } from "./IcalZones.ts"

/** A date or a time that somebody wrote. */
export interface Point {
  /** A whole date, a time on whichever wall one looks at, one on the wall of a zone, or a moment. */
  readonly kind: "date" | "floating" | "zoned" | "utc"
  /** In epoch milliseconds. */
  readonly at: number
  /** What the wall shows, in milliseconds as if it were in UTC. */
  readonly shows: number
  readonly wall: WallClock
  /** How long it lasts, where that is said of this one alone. */
  readonly lasts?: Length | undefined
}

/** A length: days on the wall, and then milliseconds of time. */
export interface Length {
  readonly days: number
  readonly millis: number
}

/** The points of a property, or what is wrong with it. */
export const points = (
  file: string,
  property: Property,
  clocks: Clocks
): Result.Result<ReadonlyArray<Point>, Finding> => {
  const at = { file, line: property.line }
  const wrong = Result.fail(Words.wrong(at, property.name.toUpperCase(), property.raw, Words.expected.start))
  const tzid = property.parameter("tzid")
  const found: Array<Point> = []
  for (const value of property.values) {
    const [begin, end] = Array.isArray(value) ? value : [value]
    const point = pointOf(begin, tzid, clocks, at)
    if (point === undefined) return wrong
    if (Result.isFailure(point)) return Result.fail(point.failure)
    if (end === undefined) found.push(point.success)
    else {
      // A period ends with a time of the same kind, or lasts.
      const until = pointOf(end, tzid, clocks, at)
      const ends = until !== undefined && Result.isSuccess(until) ? until.success : undefined
      const lasts = ends === undefined ? duration(end) : lengthOf(point.success, ends)
      if (lasts === undefined) return wrong
      found.push({ ...point.success, lasts })
    }
  }
  return found.length === 0 ? wrong : Result.succeed(found)
}

const pointOf = (
  value: unknown,
  tzid: string | undefined,
  clocks: Clocks,
  at: Words.At
): Result.Result<Point, Finding> | undefined => {
  if (typeof value !== "string") return undefined
  // A date where a time was to be expected, as some programs write it, comes with an empty time.
  const [date = "", time] = value.replace(/T::$/, "").split("T")
  if (time === undefined)
    return isDate(date) ? Result.succeed(on(clocks.here, "date", onWall(`${date}T00:00`))) : undefined
  const minute = value.slice(0, 16)
  if (!isTime(minute) || !/^:00Z?$/.test(value.slice(16))) return undefined
  if (value.endsWith("Z")) return Result.succeed(on(clocks.utc, "utc", onWall(minute)))
  if (tzid === undefined) return Result.succeed(on(clocks.here, "floating", onWall(minute)))
  return Result.map(clocks.of(tzid, at), (wall) => on(wall, "zoned", onWall(minute)))
}

/** The point at which a wall shows a time. */
export const on = (wall: WallClock, kind: Point["kind"], shows: number): Point => ({
  kind,
  at: momentOf(wall, shows),
  shows,
  wall
})

/** The moment of a time on a wall (3.3.5): the first of two, and where it is skipped, as if the clocks had not been changed. */
const momentOf = (wall: WallClock, shows: number): number => {
  const at = wall.reaches(shows)
  return wall.wallAt(at) === shows ? at : shows - (wall.wallAt(at - 1) - (at - 1))
}

/** What the handbook's wall shows at a point; a time that means the same moment on it stays as it is written. */
export const local = ({ here }: Clocks, { at, shows }: Point): LocalTime =>
  new Date(momentOf(here, shows) === at ? shows : here.wallAt(at)).toISOString().slice(0, 16)

/** So much later. */
export const later = (point: Point, { days, millis }: Length): Point => {
  const day = days === 0 ? point : on(point.wall, point.kind, point.shows + days * dayMillis)
  if (millis === 0) return day
  return { ...day, at: day.at + millis, shows: day.wall.wallAt(day.at + millis) }
}

/** From one point to another of its kind: days between dates, and time between times. */
export const lengthOf = (from: Point, to: Point): Length | undefined => {
  const length = { days: 0, millis: to.at - from.at }
  if ((from.kind === "date") !== (to.kind === "date")) return undefined
  return bounded(from.kind === "date" ? { days: (to.shows - from.shows) / dayMillis, millis: 0 } : length)
}

/** How long a duration lasts (3.3.6), if it is one of an event. */
export const duration = (value: unknown): Length | undefined => {
  try {
    if (typeof value !== "string") return undefined
    const { days, hours, isNegative, minutes, seconds, weeks } = ICAL.Duration.fromString(value)
    const millis = ((hours * 60 + minutes) * 60 + seconds) * 1000
    return isNegative ? undefined : bounded({ days: weeks * 7 + days, millis })
  } catch {
    return undefined
  }
}

/** Days, a century of them, after which no event of a team ends. */
const longest = 36_525

const bounded = (length: Length): Length | undefined => {
  const days = length.days + length.millis / dayMillis
  return days > 0 && days <= longest ? length : undefined
}

const isDate: (text: string) => boolean = Schema.is(CalendarDate)
const isTime: (text: string) => boolean = Schema.is(LocalTime)
