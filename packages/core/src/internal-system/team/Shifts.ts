/**
 * Who has the hours of a roster: its rotations, swaps and overrides painted over one another, and what absences leave of them.
 *
 * @module
 */
import { dayMillis, toNumber, weekdayOf } from "../../calendar/CalendarDate.ts"
import { onWall } from "../../calendar/LocalTime.ts"
import { minutesOf } from "../../calendar/WorkingCalendar.ts"
import type { PersonId } from "../../process/Actor.ts"
import type { Absence } from "./Person.ts"
import type { Roster, Rotation } from "./Roster.ts"

/** Somebody's hours, half-open, as numbers on the wall of the handbook's time zone. */
export interface Shift {
  readonly person: PersonId
  readonly from: number
  readonly until: number
}

/** The shifts of a roster between two times on the wall, in order; nobody's hours are left out. */
export const shiftsOf = (
  { overrides = {}, rotations, swaps = {} }: Roster,
  absences: ReadonlyArray<Absence>,
  from: number,
  until: number
): ReadonlyArray<Shift> => {
  let shifts: ReadonlyArray<Shift> = []
  for (const rotation of Object.values(rotations)) shifts = turnsOf(rotation, from, until).reduce(paint, shifts)
  for (const { from, gives, takes, until } of Object.values(swaps)) {
    const window = { from: onWall(from), until: onWall(until) }
    const swapped = shifts.flatMap((shift) =>
      shift.person === gives && overlap(shift, window) ? [{ ...within(shift, window), person: takes }] : []
    )
    shifts = swapped.reduce(paint, shifts)
  }
  for (const { from, person, until } of Object.values(overrides)) {
    shifts = paint(shifts, { person, from: onWall(from), until: onWall(until) })
  }
  for (const { from, person, until } of absences) {
    const away = { from: onWall(from), until: onWall(until) }
    shifts = shifts.flatMap((shift) => (shift.person === person ? without(shift, away) : [shift]))
  }
  return shifts
    .filter((shift) => overlap(shift, { from, until }))
    .map((shift) => within(shift, { from, until }))
    .sort((one, other) => one.from - other.from)
}

/** The turns of a rotation; a night belongs to its first date, so the eve of the first day is looked at as well. */
const turnsOf = (rotation: Rotation, from: number, until: number): ReadonlyArray<Shift> => {
  const begins = toNumber(rotation.from)
  const first = Math.max(begins, Math.floor(from / dayMillis) - 1)
  const end = Math.min(
    rotation.until === undefined ? Number.POSITIVE_INFINITY : toNumber(rotation.until),
    Math.ceil(until / dayMillis)
  )
  const shifts: Array<Shift> = []
  for (let day = first; day < end; day++) {
    const person = rotation.people[Math.floor((day - begins) / rotation.days) % rotation.people.length]
    if (person === undefined || rotation.on?.includes(weekdayOf(day)) === false) continue
    for (const window of rotation.hours) {
      const [opens, closes] = minutesOf(window)
      shifts.push({ person, from: day * dayMillis + opens * 60_000, until: day * dayMillis + closes * 60_000 })
    }
  }
  return shifts
}

type Stretch = Pick<Shift, "from" | "until">

/** The later one wins where they overlap. */
const paint = (shifts: ReadonlyArray<Shift>, over: Shift): ReadonlyArray<Shift> => [
  ...shifts.flatMap((shift) => without(shift, over)),
  over
]

const overlap = (one: Stretch, other: Stretch): boolean => one.from < other.until && other.from < one.until

const within = (shift: Shift, { from, until }: Stretch): Shift => ({
  ...shift,
  from: Math.max(shift.from, from),
  until: Math.min(shift.until, until)
})

const without = (shift: Shift, cut: Stretch): ReadonlyArray<Shift> =>
  overlap(shift, cut)
    ? [
        { ...shift, until: Math.min(shift.until, cut.from) },
        { ...shift, from: Math.max(shift.from, cut.until) }
      ].filter(({ from, until }) => from < until)
    : [shift]
