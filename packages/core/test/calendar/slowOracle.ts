/** Working time counted minute by minute with Intl alone: slow, and written without a look at the library's way. */
import type { Holidays, WorkingCalendar } from "@dualops/core/calendar"

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const weekdayNames = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const

const windowsOn = (calendar: WorkingCalendar.WorkingCalendar, holidays: Holidays.Holidays, date: string) => {
  const exception = calendar.exceptions.find((one) => one.date === date)
  if (exception) return exception.windows
  const ofDay = (name: (typeof weekdayNames)[number]) =>
    calendar.week === "24x7" ? [{ from: "00:00", to: "24:00" }] : calendar.week[name]
  const said = calendar.holidays && holidays.on(date)
  if (said?.answer === "unknown year") throw new Error(`asked for ${date}`)
  if (said?.answer === "day off" && said.holiday) return calendar.holidays?.dayOff ?? []
  if (said?.answer === "workday" && said.makeUpFor) return ofDay(calendar.holidays?.makeUpWorkday ?? "monday")
  return ofDay(weekdayNames[new Date(`${date}T12:00:00Z`).getUTCDay()] ?? "sunday")
}

/** For every minute from one moment to another, whether it is open. Both are whole minutes, in epoch milliseconds. */
export const openMinutes = (
  calendar: WorkingCalendar.WorkingCalendar,
  holidays: Holidays.Holidays,
  from: number,
  to: number
): ReadonlyArray<boolean> => {
  const wall = new Intl.DateTimeFormat("sv-SE", {
    timeZone: calendar.timeZone,
    dateStyle: "short",
    timeStyle: "short"
  })
  const minutes: Array<boolean> = []
  // The hand never goes back, so look at the wall some hours before.
  let hand = ""
  for (let at = from - 4 * 3_600_000; at < to; at += 60_000) {
    const shown = wall.format(at)
    if (shown > hand) hand = shown
    if (at < from) continue
    const date = hand.slice(0, 10)
    const eve = new Date(Date.parse(`${date}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
    const now = minuteOf(hand.slice(11))
    const holds = (window: { from: string; to: string }, minute: number) => {
      const start = minuteOf(window.from)
      const end = minuteOf(window.to)
      return start <= minute && minute < (end > start ? end : end + 1440)
    }
    minutes.push(
      windowsOn(calendar, holidays, date).some((window) => holds(window, now)) ||
        windowsOn(calendar, holidays, eve).some((window) => holds(window, now + 1440))
    )
  }
  return minutes
}
