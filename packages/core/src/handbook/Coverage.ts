/**
 * Who has which duty when, as the handbook says it: by the roster, or the owner in the duty's hours, or the first stand-in who is there.
 *
 * @module
 */
import { dayMillis } from "../calendar/CalendarDate.ts"
import type { Holidays } from "../calendar/Holidays.ts"
import { onWall } from "../calendar/LocalTime.ts"
import type { Moment } from "../calendar/Moment.ts"
import * as Timetable from "../calendar/Timetable.ts"
import * as WallClock from "../calendar/WallClock.ts"
import type { Duty, DutyId } from "../internal-system/team/Duty.ts"
import { type Shift, shiftsOf } from "../internal-system/team/Shifts.ts"
import type { PersonId } from "../process/Actor.ts"
import type { Handbook } from "./Handbook.ts"

/** Somebody has a duty from a moment until another, in epoch milliseconds. */
export interface Held extends Shift {
  readonly duty: DutyId
}

/** Who has which duty between two moments. */
export const of = (handbook: Handbook, holidays: Holidays, from: Moment, until: Moment): ReadonlyArray<Held> => {
  const wall = WallClock.make(handbook.timeZone)
  const [first, last] = [wall.wallAt(from.epochMilliseconds), wall.wallAt(until.epochMilliseconds)]
  const { absences = {}, rosters = {} } = handbook.team
  const away = Object.values(absences)
  return Object.entries(handbook.duties).flatMap(([name, duty]) => {
    const roster = duty.roster === undefined ? undefined : rosters[duty.roster]
    const shifts =
      roster === undefined
        ? openHours(handbook, holidays, duty, first, last).flatMap((open) => presence(duty, away, open))
        : shiftsOf(roster, away, first, last)
    return shifts.map(
      (shift): Held => ({
        person: shift.person,
        from: wall.reaches(shift.from),
        until: wall.reaches(shift.until),
        // The keys of the duties are their names.
        duty: name as DutyId
      })
    )
  })
}

type Stretch = Pick<Shift, "from" | "until">

const openHours = (
  { calendars, timeZone }: Handbook,
  holidays: Holidays,
  { hours }: Duty,
  from: number,
  until: number
): ReadonlyArray<Stretch> => {
  const calendar = calendars[hours]
  if (calendar === undefined) return [{ from, until }]
  const wall = WallClock.make(timeZone)
  const timetable = Timetable.make(calendar, holidays)
  const open: Array<Stretch> = []
  for (let day = Math.floor(from / dayMillis) - 1; day * dayMillis < until + dayMillis; day++) {
    for (const opening of timetable.day(day).openings) {
      const begins = Math.max(from, wall.wallAt(opening.from))
      const ends = Math.min(until, wall.wallAt(opening.to))
      if (begins < ends) open.push({ from: begins, until: ends })
    }
  }
  return open
}

/** Whoever of the owner and the stand-ins is there first, stretch by stretch; nothing where nobody is. */
const presence = (
  { owner, standIns }: Duty,
  away: ReadonlyArray<{ readonly person: PersonId; readonly from: string; readonly until: string }>,
  open: Stretch
): ReadonlyArray<Shift> => {
  const periods = away.map(({ from, person, until }) => ({ person, from: onWall(from), until: onWall(until) }))
  const cuts = periods.flatMap(({ from, until }) => [from, until]).filter((cut) => open.from < cut && cut < open.until)
  const edges = [...new Set([open.from, ...cuts, open.until])].sort((one, other) => one - other)
  return edges.slice(0, -1).flatMap((from, index) => {
    const until = edges[index + 1] ?? from
    const person = [owner, ...standIns].find(
      (one) => !periods.some((period) => period.person === one && period.from < until && from < period.until)
    )
    return person === undefined ? [] : [{ person, from, until }]
  })
}

/** Everybody who has some duty at a moment, without doubles. */
export const at = (held: ReadonlyArray<Held>, moment: number): ReadonlyArray<Held> =>
  held.filter(({ from, until }) => from <= moment && moment < until)
