/**
 * Whether somebody is there at a moment, as the handbook says it: by absences, rosters, and the hours of their duties.
 *
 * @module
 */
import { Record } from "effect"
import type { Holidays } from "../calendar/Holidays.ts"
import { onWall } from "../calendar/LocalTime.ts"
import type { Moment } from "../calendar/Moment.ts"
import * as Timetable from "../calendar/Timetable.ts"
import * as WallClock from "../calendar/WallClock.ts"
import type { Roster } from "../internal-system/team/Roster.ts"
import * as Shift from "../internal-system/team/Shift.ts"
import type { PersonId } from "../process/Actor.ts"
import type { Presence } from "../process/Presence.ts"
import type { Handbook } from "./Handbook.ts"

/**
 * The handbook's answer. Whoever is not away is there in their shifts, and in the hours of duties without a roster that they own or stand in
 * for; of whom the handbook says neither, it is assumed that they are there at all hours.
 */
export const presenceBy = (
  { calendars, duties, team: { absences = {}, rosters = {} }, timeZone }: Handbook,
  holidays: Holidays
): ((person: PersonId, at: Moment) => Presence) => {
  const wall = WallClock.make(timeZone)
  const timetables = Record.map(calendars, (calendar) => Timetable.make(calendar, holidays))
  const away = Object.values(absences).map(({ person, ...period }) => ({
    person,
    from: wall.reaches(onWall(period.from)),
    until: wall.reaches(onWall(period.until))
  }))
  const kept = Object.values(rosters)
  const unrostered = Object.values(duties).filter(({ roster }) => roster === undefined)

  return (person, { epochMilliseconds: at }) => {
    if (away.some((one) => one.person === person && one.from <= at && at < one.until)) return "away"
    const turns = kept.filter((roster) => peopleOf(roster).includes(person))
    const own = unrostered.filter(({ owner, standIns }) => owner === person || standIns.includes(person))
    if (turns.length + own.length === 0) return "there"
    const hasShift = turns.some((roster) =>
      Shift.resolve(roster, { wall, from: at, until: at + 1, absences: [] }).some((shift) => shift.person === person)
    )
    return hasShift || own.some(({ hours }) => isOpen(timetables[hours], at)) ? "there" : "off"
  }
}

const peopleOf = ({ overrides = {}, rotations, swaps = {} }: Roster): ReadonlyArray<PersonId> => [
  ...Object.values(rotations).flatMap(({ people }) => people),
  ...Object.values(overrides).map(({ person }) => person),
  ...Object.values(swaps).map(({ takes }) => takes)
]

/** A calendar that the handbook does not have is open at all hours. */
const isOpen = (timetable: Timetable.Timetable | undefined, at: number): boolean =>
  timetable === undefined || timetable.dayAt(at).openings.some(({ from, to }) => from <= at && at < to)
