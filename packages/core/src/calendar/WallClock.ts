/**
 * The clock on the wall of a time zone, and the moments at which it first shows a time.
 *
 * The hand never goes back: when the clocks are set back, the repeated hour still belongs to the time last reached, and when they are set
 * forward, a time that is skipped is reached with the jump. So windows that meet on the wall meet in time, on every day of the year.
 * Times on the wall are numbers: milliseconds as if the wall were in UTC.
 *
 * @module
 */
import { tzOffset } from "@date-fns/tz/tzOffset"
import { dayMillis } from "./CalendarDate.ts"

/** The clock on the wall of a time zone. */
export interface WallClock {
  /** What the wall shows at a moment. */
  readonly wallAt: (millis: number) => number
  /** The number of the day that the wall shows at a moment. */
  readonly dayAt: (millis: number) => number
  /** The moment at which the wall first shows the time, or one later than it. */
  readonly reaches: (wall: number) => number
}

const minuteMillis = 60_000
/** No zone is further than this from UTC, in milliseconds. */
export const furthest = 15 * 60 * minuteMillis

/** The clock of a zone of the IANA data base. */
export const make = (timeZone: string): WallClock =>
  ofOffsets((millis) => tzOffset(timeZone, new Date(millis)) * minuteMillis)

/**
 * The clock that is so far ahead of UTC, in milliseconds and by fifteen hours at most, at a moment. That is asked twice a day of the
 * calendar at most, however many moments there are.
 */
export const ofOffsets = (offsetAt: (millis: number) => number): WallClock => {
  const offsets = new Map<number, number>()
  const offsetAtStartOf = (day: number) => {
    const known = offsets.get(day)
    if (known !== undefined) return known
    const offset = offsetAt(day * dayMillis)
    offsets.set(day, offset)
    return offset
  }
  const wallAt = (millis: number) => {
    const day = Math.floor(millis / dayMillis)
    const offset = offsetAtStartOf(day)
    return millis + (offset === offsetAtStartOf(day + 1) ? offset : offsetAt(millis))
  }
  return {
    wallAt,
    dayAt: (millis) => Math.floor(wallAt(millis) / dayMillis),
    reaches: (wall) => {
      const before = offsetAtStartOf(Math.floor((wall - furthest) / dayMillis))
      const after = offsetAtStartOf(Math.floor((wall + furthest) / dayMillis) + 1)
      if (before === after) return wall - before
      let early = wall - furthest
      let change = wall + furthest
      const old = offsetAt(early)
      const young = offsetAt(change)
      while (change - early > 1) {
        const middle = Math.floor((early + change) / 2)
        if (offsetAt(middle) === old) early = middle
        else change = middle
      }
      return wall - old < change ? wall - old : Math.max(change, wall - young)
    }
  }
}
