/**
 * Port: says of a date whether the country works on it, and never guesses.
 *
 * China announces each year's days off and make-up workdays (调休) in the November before. A date of a year that nobody
 * has announced is unknown, not a workday.
 *
 * @module
 */
import { Schema } from "effect"
import { Bilingual } from "../finding/Bilingual.ts"
import { CalendarDate, fromNumber, toNumber, weekdayOf } from "./CalendarDate.ts"

/** What is known of a date. */
export type Answer =
  /** People work; `makeUpFor` names the holiday when it is a day off by the weekday, worked to make up for one. */
  | { readonly answer: "workday"; readonly makeUpFor: Bilingual | undefined }
  /** People do not work; `holiday` is undefined on a plain Saturday or Sunday. */
  | { readonly answer: "day off"; readonly holiday: Bilingual | undefined }
  /** The year's schedule has not been announced. */
  | { readonly answer: "unknown year"; readonly year: number }

/** Says of a date whether the country works on it. */
export interface Holidays {
  /**
   * A year that was not announced is unknown on every one of its dates.
   * A plain Saturday or Sunday is a day off without a holiday.
   * A make-up workday names the holiday that it makes up for.
   * The same date always has the same answer.
   */
  readonly on: (date: CalendarDate) => Answer
}

/** A holiday of a year: its days off, first and last inclusive, and the weekend days that are worked for it. */
export const Holiday = Schema.Struct({
  name: Bilingual,
  first: CalendarDate,
  last: CalendarDate,
  workdays: Schema.Array(CalendarDate)
})
/** A holiday of a year. */
export type Holiday = typeof Holiday.Type

/** A year's schedule as it was announced. */
export const Schedule = Schema.Struct({
  year: Schema.Int,
  title: Schema.NonEmptyString,
  document: Schema.NonEmptyString,
  announced: CalendarDate,
  holidays: Schema.Array(Holiday)
})
/** A year's schedule as it was announced. */
export type Schedule = typeof Schedule.Type

/** Answers from announced schedules; a year without one is unknown. */
export const fromSchedules = (schedules: ReadonlyArray<Schedule>): Holidays => {
  const years = new Set(schedules.map((schedule) => schedule.year))
  const announced = new Map<CalendarDate, Answer>()
  for (const { name, first, last, workdays } of schedules.flatMap((schedule) => schedule.holidays)) {
    for (let day = toNumber(first); day <= toNumber(last); day++) {
      announced.set(fromNumber(day), { answer: "day off", holiday: name })
    }
    for (const date of workdays) announced.set(date, { answer: "workday", makeUpFor: name })
  }
  return {
    on: (date) => {
      const year = Number(date.slice(0, 4))
      if (!years.has(year)) return { answer: "unknown year", year }
      const weekday = weekdayOf(toNumber(date))
      return (
        announced.get(date) ??
        (weekday === "saturday" || weekday === "sunday"
          ? { answer: "day off", holiday: undefined }
          : { answer: "workday", makeUpFor: undefined })
      )
    }
  }
}
