/** The calendar of the examples: an office in Shanghai with a lunch break, that follows the holidays. */
import { ChineseHolidays, Timetable, WorkingCalendar } from "@dualops/core/calendar"
import { DateTime, Schema } from "effect"

export const timetable = (calendar: unknown) =>
  Timetable.make(Schema.decodeUnknownSync(WorkingCalendar.WorkingCalendar)(calendar), ChineseHolidays.holidays)

const day = [
  { from: "09:00", to: "12:00" },
  { from: "13:00", to: "18:00" }
]

export const words = {
  week: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
  holidays: {}
}

export const office = timetable(words)

/** A moment by the clock on the wall in Shanghai: `2026-09-30 17:00`. */
export const at = (wall: string) => DateTime.makeUnsafe(`${wall.replace(" ", "T")}:00+08:00`)
