/**
 * Who has which duty when, as the handbook says it: by the roster, or the owner in the duty's hours, or the first stand-in who is there.
 *
 * @module
 */
import type { Holidays } from "../calendar/Holidays.ts"
import { onWall } from "../calendar/LocalTime.ts"
import type { Moment } from "../calendar/Moment.ts"
import * as Timetable from "../calendar/Timetable.ts"
import * as WallClock from "../calendar/WallClock.ts"
import type { Duty, DutyId } from "../internal-system/team/Duty.ts"
import * as Shift from "../internal-system/team/Shift.ts"
import type { Handbook } from "./Handbook.ts"

/** Somebody has a duty from a moment until another, in epoch milliseconds. */
export interface Held extends Shift.Shift {
  readonly duty: DutyId
}

/** Who has which duty between two moments. */
export const of = (handbook: Handbook, holidays: Holidays, from: Moment, until: Moment): ReadonlyArray<Held> => {
  const wall = WallClock.make(handbook.timeZone)
  const { absences = {}, rosters = {} } = handbook.team
  const horizon = {
    wall,
    from: from.epochMilliseconds,
    until: until.epochMilliseconds,
    absences: Object.values(absences)
  }
  return Object.entries(handbook.duties).flatMap(([name, duty]) => {
    const roster = duty.roster === undefined ? undefined : rosters[duty.roster]
    const shifts =
      roster === undefined
        ? openHours(handbook, holidays, duty, horizon).flatMap((open) => presence(duty, horizon, open))
        : Shift.resolve(roster, horizon)
    // The keys of the duties are their names.
    return shifts.map((shift): Held => ({ ...shift, duty: name as DutyId }))
  })
}

type Stretch = Pick<Shift.Shift, "from" | "to">

const openHours = (
  { calendars }: Handbook,
  holidays: Holidays,
  { hours }: Duty,
  { from, until }: Shift.Horizon
): ReadonlyArray<Stretch> => {
  const calendar = calendars[hours]
  if (calendar === undefined) return [{ from, to: until }]
  const timetable = Timetable.make(calendar, holidays)
  const open: Array<Stretch> = []
  for (let day = timetable.dayAt(from); day.begins < until; day = timetable.day(day.number + 1)) {
    for (const opening of day.openings) {
      const stretch = { from: Math.max(from, opening.from), to: Math.min(until, opening.to) }
      if (stretch.from < stretch.to) open.push(stretch)
    }
  }
  return open
}

/** Whoever of the owner and the stand-ins is there first, stretch by stretch; nothing where nobody is. */
const presence = (
  { owner, standIns }: Duty,
  { absences, wall }: Shift.Horizon,
  open: Stretch
): ReadonlyArray<Shift.Shift> => {
  const away = absences.map(({ from, person, until }) => ({
    person,
    from: wall.reaches(onWall(from)),
    to: wall.reaches(onWall(until))
  }))
  const cuts = away.flatMap(({ from, to }) => [from, to]).filter((cut) => open.from < cut && cut < open.to)
  const edges = [...new Set([open.from, ...cuts, open.to])].sort((one, other) => one - other)
  return edges.slice(0, -1).flatMap((from, index) => {
    const to = edges[index + 1] ?? from
    const person = [owner, ...standIns].find(
      (one) => !away.some((period) => period.person === one && period.from < to && from < period.to)
    )
    return person === undefined ? [] : [{ person, from, to }]
  })
}

/** Everything that somebody has at a moment, in epoch milliseconds. */
export const at = (held: ReadonlyArray<Held>, moment: number): ReadonlyArray<Held> =>
  held.filter(({ from, to }) => from <= moment && moment < to)
