/**
 * The stretches of the calendar that a plan is balanced over, each within the next: a day, a week, four and twelve weeks, the whole; or, where
 * posts are counted by the month, a day, a month, a quarter, a year, the whole. They begin where the calendar has them begin and not where a
 * plan does, so that a plan of tomorrow has the stretches of today's. A week begins on Monday (ISO 8601).
 *
 * @module
 */
import type { Per } from "../../calendar/Cadence.ts"
import { dayMillis, fromNumber, toNumber } from "../../calendar/CalendarDate.ts"

/** A kind of stretch: its name, and which one of the kind a day's number lies in. */
export interface Level {
  readonly name: Per | "four weeks" | "twelve weeks" | "whole"
  readonly of: (day: number) => string
}

// Day 0 of 1970 was a Thursday.
const week = (day: number) => Math.floor((day + 3) / 7)
const month = (day: number) => fromNumber(day).slice(0, 7)

const day: Level = { name: "day", of: fromNumber }
const whole: Level = { name: "whole", of: () => "" }
const byWeek: ReadonlyArray<Level> = [
  day,
  { name: "week", of: (number) => fromNumber(week(number) * 7 - 3) },
  { name: "four weeks", of: (number) => `${Math.floor(week(number) / 4)}` },
  { name: "twelve weeks", of: (number) => `${Math.floor(week(number) / 12)}` },
  whole
]
const byMonth: ReadonlyArray<Level> = [
  day,
  { name: "month", of: month },
  { name: "quarter", of: (number) => `${month(number).slice(0, 4)}/${Math.ceil(Number(month(number).slice(5)) / 3)}` },
  { name: "year", of: (number) => month(number).slice(0, 4) },
  whole
]

/** The levels, from the day up, of a plan whose posts are counted by this stretch. */
export const levels = (per: Per): ReadonlyArray<Level> => (per === "day" || per === "week" ? byWeek : byMonth)

/** The date of a day's number. */
export const dateOf: (day: number) => string = fromNumber

/** Which part of the stretch around a day lies in the dates. */
export const covered = (per: Per, number: number, from: string, until: string): number => {
  const [first, end] = around(per, number)
  return (Math.min(end, toNumber(until)) - Math.max(first, toNumber(from))) / (end - first)
}

/** The first day of a stretch, and the day after its last. */
const around = (per: Per, number: number): readonly [number, number] => {
  switch (per) {
    case "day":
      return [number, number + 1]
    case "week":
      return [week(number) * 7 - 3, week(number) * 7 + 4]
    case "month":
      return months(number, 1)
    case "quarter":
      return months(number, 3)
    case "year":
      return months(number, 12)
  }
}

const months = (number: number, count: number): readonly [number, number] => {
  const [year = 0, month = 0] = fromNumber(number).split("-").map(Number)
  const first = Math.floor((month - 1) / count) * count
  return [Date.UTC(year, first) / dayMillis, Date.UTC(year, first + count) / dayMillis]
}
