/**
 * What is the same thing in a calendar, and which of its versions holds.
 *
 * An event is known by its UID, and an occurrence of a series by that and the time at which it would have begun. Programs write that time in
 * many ways: as a date, as the wall of any zone shows it, or in UTC.
 *
 * @module
 */
import { dayMillis } from "../../../calendar/CalendarDate.ts"
import type { WallClock } from "../../../calendar/WallClock.ts"
import type { Point } from "./IcalTime.ts"

/** A version of an event, or of an occurrence of one. */
export interface Version {
  /** `SEQUENCE`; 0 unless it is said. */
  readonly sequence: number
  /** `DTSTAMP` in epoch milliseconds; 0 unless it is said. */
  readonly stamp: number
  /** All that it says, as one text. */
  readonly says: string
}

/** The versions that hold (RFC 5546, 2.1.5): of the highest sequence, those with the latest stamp. More than one contradict each other. */
export const latest = <A extends Version>(versions: ReadonlyArray<A>): ReadonlyArray<A> => {
  let best: Array<A> = []
  for (const one of versions) {
    const [holds] = best
    const newer = holds === undefined ? 1 : later(one, holds)
    if (newer > 0) best = [one]
    else if (newer === 0 && !best.some(({ says }) => says === one.says)) best.push(one)
  }
  return best
}

/** By how much the one is a later version than the other. */
export const later = (one: Version, other: Version): number => one.sequence - other.sequence || one.stamp - other.stamp

/** Says which occurrences of a series somebody means by a date or time; `unclear` where it may mean one and may mean none. */
export type Meant = (point: Point) => ReadonlyArray<Point> | "unclear"

/** For a series that begins at these times; `here` is the wall of those who read times that are in UTC. */
export const meant = (starts: ReadonlyArray<Point>, here: WallClock): Meant => {
  const wallOf = (point: Point) => (point.kind === "utc" ? here : point.wall)
  const byMoment = new Map<number, Array<Point>>()
  const byWall = new Map<number, Array<Point>>()
  const byDate = new Map<number, Array<Point>>()
  const put = (map: Map<number, Array<Point>>, key: number, point: Point) => {
    const those = map.get(key)
    if (those === undefined) map.set(key, [point])
    else those.push(point)
  }
  for (const start of starts) {
    const shows = start.kind === "utc" ? here.wallAt(start.at) : start.shows
    put(byWall, shows, start)
    put(byDate, Math.floor(shows / dayMillis), start)
    if (start.kind !== "date") put(byMoment, start.at, start)
  }
  const [first] = starts
  if (first === undefined) return () => []
  const midnight = ({ shows }: Point) => shows % dayMillis === 0
  return (point) => {
    if (point.kind !== "date") {
      const exact = point.kind === "floating" ? byWall.get(point.shows) : byMoment.get(point.at)
      if (exact !== undefined) return exact
    }
    // A midnight stands for its date, as Exchange writes it; so does whatever a series of whole days is told.
    const date = midnight(point) ? point.shows / dayMillis : wallOf(first).dayAt(point.at)
    const those = byDate.get(date) ?? []
    return those.length === 0 || midnight(point) || first.kind === "date" ? those : "unclear"
  }
}
