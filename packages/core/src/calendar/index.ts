/**
 * Working time that explains itself: days and hours, China's holidays and make-up workdays, time zones, and clocks that run only in them.
 *
 * @module
 */
export * as Cadence from "./Cadence.ts"
export * as CalendarDate from "./CalendarDate.ts"
export * as ChineseHolidays from "./ChineseHolidays.ts"
export * as Explanation from "./Explanation.ts"
export * as Holidays from "./Holidays.ts"
export * as Moment from "./Moment.ts"
export * as TimeSpan from "./TimeSpan.ts"
export * as Timetable from "./Timetable.ts"
export * as TimeZone from "./TimeZone.ts"
export * as WallClock from "./WallClock.ts"
export * as WorkingCalendar from "./WorkingCalendar.ts"
export * as WorkingTime from "./WorkingTime.ts"

// What these are made of.

export * as Clock from "./Clock.ts"
export * as ClockReading from "./ClockReading.ts"
export * as LocalTime from "./LocalTime.ts"
export * as Spans from "./Spans.ts"
export * as Stretch from "./Stretch.ts"
