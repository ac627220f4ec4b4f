/**
 * Who has a roster when, worked out: rotations first, swaps over them, overrides over both, and absences over everything.
 *
 * @module
 */
import { dayMillis, fromNumber, toNumber } from "../../calendar/CalendarDate.ts"
import { onWall } from "../../calendar/LocalTime.ts"
import type { WallClock } from "../../calendar/WallClock.ts"
import { minutesOf } from "../../calendar/WorkingCalendar.ts"
import type { PersonId } from "../../process/Actor.ts"
import type { Absence } from "./Person.ts"
import type { Roster, Rotation, Swap } from "./Roster.ts"
import * as Turn from "./Turn.ts"

/** One person has a roster for a half-open stretch of epoch milliseconds. */
export interface Shift {
  readonly person: PersonId
  readonly from: number
  readonly to: number
}

/** A shift that a rotation makes: its date and the name of the rotation say which one it is, whatever becomes of its hours. */
export interface Planned extends Shift {
  readonly rotation: string
  readonly date: string
}

/** For which time a roster is worked out, on whose wall, and who is away. */
export interface Horizon {
  readonly wall: WallClock
  readonly from: number
  readonly until: number
  readonly absences: ReadonlyArray<Absence>
}

/** The shifts of a roster, in order and apart; where there is none, nobody has it. */
export const resolve = (roster: Roster, horizon: Horizon): ReadonlyArray<Shift> => {
  const period = periodOn(horizon.wall)
  const swaps = Object.values(roster.swaps ?? {})
  let shifts: ReadonlyArray<Shift> = []
  for (const rotation of Object.values(roster.rotations))
    shifts = over(
      shifts,
      turns(rotation, horizon).map((shift) => swapped(shift, swaps, period, horizon.wall))
    )
  for (const { person, ...window } of Object.values(roster.overrides ?? {}))
    shifts = over(shifts, [{ person, ...period(window) }])
  return present(within(shifts, { from: horizon.from, to: horizon.until }), horizon)
}

/** The shifts that the rotations make, before anything changes them, in order and apart. */
export const planned = ({ rotations }: Pick<Roster, "rotations">, horizon: Horizon): ReadonlyArray<Planned> =>
  Object.entries(rotations).reduce<ReadonlyArray<Planned>>(
    (below, [name, rotation]) =>
      over(
        below,
        turns(rotation, horizon).map(({ day, ...shift }) => ({ ...shift, rotation: name, date: fromNumber(day) }))
      ),
    []
  )

/** The shift as the swaps leave it, one after the other: who takes it takes it whole. */
const swapped = (
  { day, from, person, to }: Dated,
  swaps: ReadonlyArray<Swap>,
  period: ReturnType<typeof periodOn>,
  wall: WallClock
): Shift => {
  let has = person
  for (const { gives, takes, ...window } of swaps) {
    const given = period(window)
    const meets = from < given.to && given.from < to && day >= wall.dayAt(given.from)
    if (meets && has === gives) has = takes
  }
  return { person: has, from, to }
}

/** How much there is to work out: windows of the rotations, each laid beside everything that may change it. */
export const effort = ({ overrides, rotations, swaps }: Roster, { absences, from, until }: Horizon): number => {
  const windows = Object.values(rotations).reduce((sum, { hours }) => sum + hours.length, 0)
  const changes = [overrides, swaps, absences].reduce((sum, those) => sum + Object.keys(those ?? {}).length, 1)
  return ((until - from) / dayMillis) * windows * changes
}

/** The same people's turns before a date, other people's from the turn on that begins with or after it; nobody's shift before it moves. */
export const changed = (
  rotation: Rotation,
  people: Rotation["people"],
  from: string
): { readonly until: Rotation; readonly since: Rotation } => {
  const turn = Math.max(1, Turn.firstFrom(rotation, toNumber(from)))
  const date = fromNumber(Turn.begins(rotation, turn))
  const next = rotation.people[turn % rotation.people.length]
  // Whoever would have been next begins, if they are still among them.
  const start = next === undefined ? 0 : Math.max(0, people.indexOf(next))
  const [begins = people[0], ...others] = [...people.slice(start), ...people.slice(0, start)]
  return { until: { ...rotation, until: date }, since: { ...rotation, people: [begins, ...others], from: date } }
}

interface Dated extends Shift {
  /** The number of the date that it belongs to. */
  readonly day: number
}

/** Every date of a rotation gives the one whose turn it is the hours of the date. */
const turns = (rotation: Rotation, { from, until, wall }: Horizon): ReadonlyArray<Dated> => {
  const first = toNumber(rotation.from)
  const last = Math.min(
    rotation.until === undefined ? Number.POSITIVE_INFINITY : toNumber(rotation.until),
    Math.ceil(wall.wallAt(until) / dayMillis)
  )
  const shifts: Array<Dated> = []
  for (let day = Math.max(first, wall.dayAt(from) - 1); day < last; day++) {
    const person = Turn.personOn(rotation, day)
    if (person === undefined || !Turn.isWorked(rotation, day)) continue
    for (const [begins, ends] of rotation.hours.map(minutesOf).sort(([one], [other]) => one - other)) {
      const start = wall.reaches(day * dayMillis + begins * 60_000)
      const previous = shifts.at(-1)
      // A night that runs into the next date's hours ends where they begin.
      if (previous !== undefined && previous.to > start) shifts[shifts.length - 1] = { ...previous, to: start }
      shifts.push({ person, from: start, to: wall.reaches(day * dayMillis + ends * 60_000), day })
    }
  }
  return shifts.filter((shift) => shift.from < shift.to)
}

const periodOn =
  (wall: WallClock) =>
  ({ from, until }: { readonly from: string; readonly until: string }) => ({
    from: wall.reaches(onWall(from)),
    to: wall.reaches(onWall(until))
  })

const within = (shifts: ReadonlyArray<Shift>, window: { readonly from: number; readonly to: number }) =>
  shifts.flatMap((shift) => {
    const clipped = { ...shift, from: Math.max(shift.from, window.from), to: Math.min(shift.to, window.to) }
    return clipped.from < clipped.to ? [clipped] : []
  })

/** What lies below shows only where nothing lies above. */
const over = <A extends Shift>(below: ReadonlyArray<A>, above: ReadonlyArray<A>): ReadonlyArray<A> => {
  if (above.length === 0) return below
  const shown: Array<A> = [...above]
  let next = 0
  for (const shift of below) {
    while (next < above.length && (above[next]?.to ?? 0) <= shift.from) next++
    let { from } = shift
    for (let cover = above[next], i = next; cover !== undefined && cover.from < shift.to; cover = above[++i]) {
      if (from < cover.from) shown.push({ ...shift, from, to: cover.from })
      from = Math.max(from, cover.to)
    }
    if (from < shift.to) shown.push({ ...shift, from })
  }
  return shown.sort((one, other) => one.from - other.from)
}

const present = (shifts: ReadonlyArray<Shift>, { absences, wall }: Horizon): ReadonlyArray<Shift> => {
  const period = periodOn(wall)
  const away = absences.map((absence) => ({ person: absence.person, ...period(absence) }))
  return shifts.flatMap((shift) =>
    away
      .filter(({ person }) => person === shift.person)
      .reduce<ReadonlyArray<Shift>>(
        (left, { from, to }) => [
          ...within(left, { from: Number.NEGATIVE_INFINITY, to: from }),
          ...within(left, { from: to, to: Number.POSITIVE_INFINITY })
        ],
        [shift]
      )
  )
}
