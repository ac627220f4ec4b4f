/**
 * The rounds of duties that come again: so many in a day, a week, a month, each on dates on which somebody has to be there for the duty.
 *
 * @module
 */
import { DateTime, Record } from "effect"
import { dayMillis, fromNumber } from "../../calendar/CalendarDate.ts"
import type { Holidays } from "../../calendar/Holidays.ts"
import * as Stretch from "../../calendar/Stretch.ts"
import * as Timetable from "../../calendar/Timetable.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import type { Duty } from "../../internal-system/team/Duty.ts"
import type { PlannedRound, PlannedRounds } from "./PlannedRound.ts"

/** The rounds of every duty with a cadence. What is asked more often than there are dates is one round a date, and says how often. */
export const ofDuties = ({ calendars, duties, timeZone }: Handbook, holidays: Holidays): PlannedRounds => {
  const wall = WallClock.make(timeZone)
  const timetables = Record.map(calendars, (calendar) => Timetable.make(calendar, holidays))
  return (from, until) => {
    const first = wall.dayAt(from.epochMilliseconds)
    const last = wall.dayAt(until.epochMilliseconds)
    return Object.entries(duties).flatMap(([id, duty]) => {
      const { cadence, hours } = duty
      if (typeof cadence === "string") return []
      const hoursOn = hoursBy(wall, timetables[hours])
      return Stretch.between(cadence.per, first, last)
        .flatMap((stretch) => shared(days(stretch, hoursOn), cadence.times))
        .filter((turn) => turn.from <= until.epochMilliseconds && from.epochMilliseconds < turn.until)
        .map((turn) => roundOf(id, duty, turn))
    })
  }
}

/** A date with the hours in which somebody has to be there, in epoch milliseconds. */
interface Day {
  readonly date: number
  readonly from: number
  readonly until: number
}

type HoursOn = (date: number) => Day | undefined

/** Where nobody knows the hours of a date yet, all of it is meant: a round too early, and none that is forgotten. */
const hoursBy = (wall: WallClock.WallClock, timetable: Timetable.Timetable | undefined): HoursOn => {
  const whole = (date: number): Day => ({
    date,
    from: wall.reaches(date * dayMillis),
    until: wall.reaches((date + 1) * dayMillis)
  })
  if (timetable === undefined) return whole
  return (date) => {
    const { begins, knownFrom, openings } = timetable.day(date)
    const [first] = openings
    const last = openings.at(-1)
    if (first === undefined || last === undefined) return knownFrom > begins ? whole(date) : undefined
    return { date, from: first.from, until: last.to }
  }
}

const days = ({ from, until }: Stretch.Stretch, hoursOn: HoursOn): ReadonlyArray<Day> =>
  Array.from({ length: until - from }, (_, index) => hoursOn(from + index)).filter((day) => day !== undefined)

/** One round: from the first hour of its first date to the last hour of its last. */
interface Turn extends Day {
  readonly times: number
}

/** So many times, shared out over the dates as evenly as they can be. */
const shared = (dates: ReadonlyArray<Day>, times: number): ReadonlyArray<Turn> => {
  const rounds = Math.min(times, dates.length)
  const part = (whole: number, index: number) => Math.floor((whole * index) / rounds)
  return Array.from({ length: rounds }, (_, index) => index).flatMap((index): ReadonlyArray<Turn> => {
    const first = dates[part(dates.length, index)]
    const last = dates[part(dates.length, index + 1) - 1]
    if (first === undefined || last === undefined) return []
    return [
      { date: first.date, from: first.from, until: last.until, times: part(times, index + 1) - part(times, index) }
    ]
  })
}

const roundOf = (id: string, { cadence, owner, procedure, standIns, title }: Duty, turn: Turn): PlannedRound => ({
  series: `duty/${id}`,
  turn: `${typeof cadence === "string" ? cadence : cadence.per}/${fromNumber(turn.date)}`,
  from: DateTime.makeUnsafe(turn.from),
  until: DateTime.makeUnsafe(turn.until),
  asks: { what: title, procedure, times: turn.times, people: [owner, ...standIns] }
})
