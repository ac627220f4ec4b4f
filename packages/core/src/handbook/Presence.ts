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
import * as Shift from "../internal-system/team/Shift.ts"
import type { PersonId } from "../process/Actor.ts"
import type { Presence } from "../process/Presence.ts"
import type { Handbook } from "./Handbook.ts"

/**
 * The handbook's answer. Whoever is not away is there in their shifts, and in the hours of duties without a roster that they own or stand in
 * for. Of whom the handbook says no hours (no rotation has them, and no such duty), it is assumed that they are always there.
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
    const own = unrostered.filter(({ owner, standIns }) => owner === person || standIns.includes(person))
    if (own.some(({ hours }) => isOpen(timetables[hours], at))) return "there"
    const isOnRoster = kept.some(({ rotations }) => Object.values(rotations).some((one) => one.people.includes(person)))
    if (own.length === 0 && !isOnRoster) return "there"
    const horizon = { wall, from: at, until: at + 1, absences: [] }
    return kept.some((roster) => Shift.resolve(roster, horizon).some((shift) => shift.person === person))
      ? "there"
      : "off"
  }
}

/** A calendar that the handbook does not have is open at all hours. */
const isOpen = (timetable: Timetable.Timetable | undefined, at: number): boolean =>
  timetable === undefined || timetable.dayAt(at).openings.some(({ from, to }) => from <= at && at < to)
