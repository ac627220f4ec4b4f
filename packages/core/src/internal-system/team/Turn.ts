/**
 * Whose turn a date of a rotation is.
 *
 * Turns are counted in days that are worked, so nobody's turn is spent on a day that is not: with turns of one day on weekdays, Friday's
 * successor has Monday. Turns of whole weeks change with the week, however many of its days are worked.
 *
 * @module
 */
import { toNumber, weekdayOf, weekdays } from "../../calendar/CalendarDate.ts"
import type { PersonId } from "../../process/Actor.ts"
import type { Rotation } from "./Roster.ts"

/** Whether the day with a number is worked. */
export const isWorked = ({ on }: Pick<Rotation, "on">, day: number): boolean => on?.includes(weekdayOf(day)) ?? true

/** Whose turn the day with a number is, which is not before the rotation begins. */
export const personOn = (rotation: Rotation, day: number): PersonId | undefined =>
  rotation.people[Math.floor(workedBefore(rotation, day) / worked(rotation)) % rotation.people.length]

/** The number of the first turn that begins on the day or after it, which is how many have begun before. */
export const firstFrom = (rotation: Rotation, day: number): number =>
  Math.ceil(workedBefore(rotation, day) / worked(rotation))

/** The number of the day on which a turn begins. */
export const begins = (rotation: Rotation, turn: number): number => {
  const perWeek = workedOfWeek(rotation)
  const before = turn * worked(rotation)
  // As many whole weeks as leave less than a week of worked days, and then day by day.
  let day = toNumber(rotation.from) + Math.floor(before / perWeek) * 7
  for (let left = before % perWeek; left > 0 || !isWorked(rotation, day); day++) if (isWorked(rotation, day)) left--
  return day
}

/** How many worked days a turn lasts. */
const worked = (rotation: Rotation): number =>
  rotation.days % 7 === 0 ? (rotation.days / 7) * workedOfWeek(rotation) : rotation.days

const workedOfWeek = ({ on = weekdays }: Pick<Rotation, "on">): number => new Set(on).size

/** How many days have been worked when the day begins. */
const workedBefore = (rotation: Rotation, day: number): number => {
  const first = toNumber(rotation.from)
  const weeks = Math.floor((day - first) / 7)
  let count = weeks * workedOfWeek(rotation)
  for (let one = first + weeks * 7; one < day; one++) if (isWorked(rotation, one)) count++
  return count
}
