/**
 * Date and time on the wall of the handbook's time zone, `2026-10-01T09:00`, and half-open periods between two of them.
 *
 * Rosters, absences and plans are written so because that is what people agree on; texts of this form sort as the times do.
 *
 * @module
 */
import { Schema } from "effect"
import * as Expected from "../finding/Expected.ts"
import { arbitrarily, CalendarDate, meantDate } from "./CalendarDate.ts"
import { meantTime, TimeOfDay } from "./WorkingCalendar.ts"

const isDate = Schema.is(CalendarDate)
const isTime = Schema.is(TimeOfDay)

/** Date and time on the wall, `YYYY-MM-DDTHH:mm`. */
export const LocalTime = Schema.String.check(
  Schema.makeFilter(
    (text) => text[10] === "T" && isDate(text.slice(0, 10)) && isTime(text.slice(11)) && !text.endsWith("24:00"),
    arbitrarily("20[2-3]\\d-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])T([01]\\d|2[0-3]):[0-5]\\d")
  )
).annotate(
  Expected.words(
    {
      zh: "日期和时刻（手册所在时区），形如 2026-10-01T09:00",
      en: "a date and time on the wall of the handbook's time zone, such as 2026-10-01T09:00"
    },
    (value) => {
      const [date, time] = String(value).split(/T|\s+/)
      const [day, hour] = [meantDate(date), meantTime(time)]
      return day === undefined || hour === undefined ? undefined : `${day}T${hour}`
    }
  )
)
/** Date and time on the wall. */
export type LocalTime = typeof LocalTime.Type

/** The time on the wall as a number, for a `WallClock`: milliseconds as if the wall were in UTC. */
export const onWall = (time: LocalTime): number => Date.parse(`${time}:00Z`)

/** The fields of a period: it holds its first moment, and ends just before its last. */
export const between = {
  from: LocalTime.annotateKey({ description: "The first moment." }),
  until: LocalTime.annotateKey({ description: "The first moment after it." })
}

/** The check that a period is not empty; texts of dates and times sort as they do. */
export const inOrder: ReturnType<typeof Schema.makeFilter<{ readonly from: string; readonly until: string }>> =
  Schema.makeFilter(
    ({ from, until }) => from < until,
    Expected.check({ zh: "「until」晚于「from」", en: "one whose until is after its from" })
  )

/** A period on the wall. */
export const Period = Schema.Struct(between).check(inOrder)
/** A period on the wall. */
export type Period = typeof Period.Type

/** Whole days: it holds the first date, and ends just before the last. */
export const Dates = Schema.Struct({
  from: CalendarDate.annotateKey({ description: "The first date." }),
  until: CalendarDate.annotateKey({ description: "The first date after it." })
}).check(inOrder)
/** Whole days. */
export type Dates = typeof Dates.Type
