/**
 * A working calendar laid out date by date, with the reason of every hour: what the questions about working time are asked of.
 *
 * A date is laid out when it is first asked for and remembered, so make one timetable of a calendar and keep it.
 *
 * @module
 */
import { type CalendarDate, dayMillis, fromNumber, toNumber, weekdayOf } from "./CalendarDate.ts"
import type { Why } from "./Explanation.ts"
import type { Holidays } from "./Holidays.ts"
import * as WallClock from "./WallClock.ts"
import { minutesOf, type Windows, type WorkingCalendar } from "./WorkingCalendar.ts"

/** A half-open interval of epoch milliseconds that is open, and why. */
export interface Opening {
  readonly from: number
  readonly to: number
  readonly why: Why
}

/** A date laid out; all times are epoch milliseconds. The days tile time. */
export interface Day {
  /** Days since 1970-01-01, on the wall of the calendar's zone. */
  readonly number: number
  readonly begins: number
  readonly ends: number
  /** Before this moment the date's hours are unknown, for the schedule of `year` is missing; `begins` if all is known. */
  readonly knownFrom: number
  /** The year whose schedule decides about `knownFrom`. */
  readonly year: number
  /** Open hours inside the date, in order and apart; the night that began the evening before is among them. */
  readonly openings: ReadonlyArray<Opening>
  /** Milliseconds open. */
  readonly open: number
  /** Why the rest of the date is closed. */
  readonly closed: Why
}

/** A working calendar laid out date by date. */
export interface Timetable {
  readonly calendar: WorkingCalendar
  /** The last date with an exception, as a day's number. */
  readonly lastException: number
  /** The day with a number. */
  readonly day: (number: number) => Day
  /** The day that a moment, in epoch milliseconds, lies in. */
  readonly dayAt: (millis: number) => Day
}

interface Plan {
  readonly windows: Windows
  readonly open: Why
  readonly closed: Why
}

const working: Why = { _tag: "WorkingHours" }
const outside: Why = { _tag: "OutsideHours" }
const wholeDay: Windows = [{ from: "00:00", to: "24:00" }]

/** The timetable of a calendar; the holidays are asked only if the calendar follows them. */
export const make = (calendar: WorkingCalendar, holidays: Holidays): Timetable => {
  const { week, exceptions, holidays: rule } = calendar
  const wall = WallClock.make(calendar.timeZone)
  const exceptionOn = new Map(exceptions.map((exception) => [exception.date, exception]))

  // What is planned for a date, or the year that would have to be known.
  const plan = (date: CalendarDate, number: number): Plan | number => {
    const exception = exceptionOn.get(date)
    if (exception !== undefined) {
      const why: Why = { _tag: "Exception", reason: exception.reason }
      return { windows: exception.windows, open: why, closed: why }
    }
    if (rule !== undefined) {
      const said = holidays.on(date)
      if (said.answer === "unknown year") return said.year
      if (said.answer === "day off" && said.holiday !== undefined) {
        const why: Why = { _tag: "Holiday", name: said.holiday }
        return { windows: rule.dayOff, open: why, closed: why }
      }
      if (said.answer === "workday" && said.makeUpFor !== undefined) {
        const windows = week === "24x7" ? wholeDay : week[rule.makeUpWorkday]
        return { windows, open: { _tag: "MakeUpWorkday", holiday: said.makeUpFor }, closed: outside }
      }
    }
    return { windows: week === "24x7" ? wholeDay : week[weekdayOf(number)], open: working, closed: outside }
  }

  const openingsOf = ({ windows, open }: Plan, number: number): ReadonlyArray<Opening> =>
    windows
      .map((window) => {
        const [from, to] = minutesOf(window)
        const midnight = number * dayMillis
        return { from: wall.reaches(midnight + from * 60_000), to: wall.reaches(midnight + to * 60_000), why: open }
      })
      .sort((a, b) => a.from - b.from)

  // How long after midnight a night may last whose date is unknown.
  const nights = [...(week === "24x7" ? [] : Object.values(week)), rule?.dayOff ?? []].flat()
  const longest = Math.max(0, ...nights.map((window) => minutesOf(window)[1] - 1440)) * 60_000

  const layOut = (number: number): Day => {
    const begins = wall.reaches(number * dayMillis)
    const ends = wall.reaches((number + 1) * dayMillis)
    const eve = plan(fromNumber(number - 1), number - 1)
    const today = plan(fromNumber(number), number)
    const openings: Array<Opening> = []
    let free = begins
    for (const one of [
      ...(typeof eve === "number" ? [] : openingsOf(eve, number - 1)),
      ...(typeof today === "number" ? [] : openingsOf(today, number))
    ]) {
      const from = Math.max(one.from, free)
      const to = Math.min(one.to, ends)
      if (from >= to) continue
      openings.push({ from, to, why: one.why })
      free = to
    }
    const known = {
      number,
      begins,
      ends,
      openings,
      open: openings.reduce((sum, { from, to }) => sum + to - from, 0),
      closed: typeof today === "number" ? outside : today.closed
    }
    if (typeof today === "number") return { ...known, knownFrom: ends, year: today }
    if (typeof eve === "number") return { ...known, knownFrom: wall.reaches(number * dayMillis + longest), year: eve }
    return { ...known, knownFrom: begins, year: 0 }
  }

  const days = new Map<number, Day>()
  const day = (number: number) => {
    const known = days.get(number)
    if (known !== undefined) return known
    const fresh = layOut(number)
    days.set(number, fresh)
    return fresh
  }
  return {
    calendar,
    lastException: Math.max(Number.NEGATIVE_INFINITY, ...exceptions.map(({ date }) => toNumber(date))),
    day,
    dayAt: (millis) => {
      const found = day(wall.dayAt(millis))
      // Where the clocks are set back over midnight, the wall shows the old date again after the new one has begun.
      return found.ends <= millis ? day(found.number + 1) : found
    }
  }
}
