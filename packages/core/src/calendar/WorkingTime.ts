/**
 * The questions about working time. Every answer that would need holidays not yet announced says so instead.
 *
 * @module
 */
import { DateTime, Duration, Equal, Result } from "effect"
import { fromNumber } from "./CalendarDate.ts"
import type { Segment, Why } from "./Explanation.ts"
import * as Moment from "./Moment.ts"
import type { Timetable } from "./Timetable.ts"
import { NeverOpens, UnknownYear } from "./WorkingCalendar.ts"

/** A half-open stretch of open time. */
export interface Interval {
  readonly from: Moment.Moment
  readonly to: Moment.Moment
}

const millisOf = DateTime.toEpochMillis
const lastMillis = millisOf(Moment.maximum)
/** After so many closed days, and after the last exception, nothing will open any more. */
const longestClosure = 400

/** Whether the team works at a moment. */
export const isOpen = (timetable: Timetable, at: Moment.Moment): Result.Result<boolean, UnknownYear> => {
  const millis = millisOf(at)
  const day = timetable.dayAt(millis)
  if (millis < day.knownFrom) return Result.fail(new UnknownYear({ year: day.year }))
  return Result.succeed(day.openings.some((opening) => opening.from <= millis && millis < opening.to))
}

/** The open time of a range, in order; what meets at midnight is one interval. */
export const openIntervals = (
  timetable: Timetable,
  from: Moment.Moment,
  to: Moment.Moment
): Result.Result<ReadonlyArray<Interval>, UnknownYear> =>
  Result.map(explain(timetable, from, to), (segments) => {
    const intervals: Array<Interval> = []
    for (const segment of segments) {
      if (!segment.counted) continue
      const last = intervals.at(-1)
      if (last !== undefined && Equal.equals(last.to, segment.from)) {
        intervals[intervals.length - 1] = { from: last.from, to: segment.to }
      } else intervals.push({ from: segment.from, to: segment.to })
    }
    return intervals
  })

/** The working time from one moment to another; none if the second is not the later. */
export const between = (
  timetable: Timetable,
  from: Moment.Moment,
  to: Moment.Moment
): Result.Result<Duration.Duration, UnknownYear> => {
  const start = millisOf(from)
  const end = millisOf(to)
  let sum = 0
  if (start < end) {
    for (let day = timetable.dayAt(start); day.begins < end; day = timetable.day(day.number + 1)) {
      if (Math.max(start, day.begins) < day.knownFrom) return Result.fail(new UnknownYear({ year: day.year }))
      if (start <= day.begins && day.ends <= end) sum += day.open
      else {
        for (const opening of day.openings) {
          sum += Math.max(0, Math.min(opening.to, end) - Math.max(opening.from, start))
        }
      }
    }
  }
  return Result.succeed(Duration.millis(sum))
}

/**
 * The first moment by which so much working time has passed since the start. It may be the very end of a window: an hour
 * from Friday 17:00 is due on Friday 18:00, not on Monday morning. No working time at all is due at once.
 */
export const deadline = (
  timetable: Timetable,
  start: Moment.Moment,
  working: Duration.Duration
): Result.Result<Moment.Moment, UnknownYear | NeverOpens> => {
  const first = millisOf(start)
  let left = Duration.toMillis(working)
  if (left <= 0) return Result.succeed(start)
  let closedDays = 0
  for (let day = timetable.dayAt(first); day.begins < lastMillis; day = timetable.day(day.number + 1)) {
    if (Math.max(first, day.begins) < day.knownFrom) return Result.fail(new UnknownYear({ year: day.year }))
    closedDays = day.open > 0 || day.number <= timetable.lastException ? 0 : closedDays + 1
    if (closedDays > longestClosure) break
    if (first <= day.begins && day.open < left) left -= day.open
    else {
      for (const opening of day.openings) {
        const from = Math.max(opening.from, first)
        if (opening.to <= from) continue
        if (left <= opening.to - from) return Result.succeed(DateTime.makeUnsafe(from + left))
        left -= opening.to - from
      }
    }
  }
  return Result.fail(new NeverOpens({ after: fromNumber(timetable.dayAt(first).number) }))
}

/** Every stretch from one moment to another, without gap or overlap: whether it counts, and why. */
export const explain = (
  timetable: Timetable,
  from: Moment.Moment,
  to: Moment.Moment
): Result.Result<ReadonlyArray<Segment>, UnknownYear> => {
  const start = millisOf(from)
  const end = millisOf(to)
  if (start >= end) return Result.succeed([])
  const parts: Array<{ from: number; to: number; counted: boolean; why: Why }> = []
  const add = (partFrom: number, partTo: number, counted: boolean, why: Why) => {
    const clipped = { from: Math.max(partFrom, start), to: Math.min(partTo, end), counted, why }
    if (clipped.from >= clipped.to) return
    const last = parts.at(-1)
    if (last !== undefined && last.counted === counted && Equal.equals(last.why, why)) last.to = clipped.to
    else parts.push(clipped)
  }
  for (let day = timetable.dayAt(start); day.begins < end; day = timetable.day(day.number + 1)) {
    if (Math.max(start, day.begins) < day.knownFrom) return Result.fail(new UnknownYear({ year: day.year }))
    let done = day.begins
    for (const opening of day.openings) {
      add(done, opening.from, false, day.closed)
      add(opening.from, opening.to, true, opening.why)
      done = opening.to
    }
    add(done, day.ends, false, day.closed)
  }
  return Result.succeed(
    parts.map((part) => ({
      from: DateTime.makeUnsafe(part.from),
      to: DateTime.makeUnsafe(part.to),
      timeZone: timetable.calendar.timeZone,
      counted: part.counted,
      minutes: (part.to - part.from) / 60_000,
      why: part.why
    }))
  )
}
