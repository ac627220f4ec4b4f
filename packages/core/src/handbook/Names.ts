/**
 * What people call times, intervals and opening hours.
 *
 * @module
 */
import { Duration } from "effect"
import type { Cadence, Per } from "../calendar/Cadence.ts"
import { type Weekday, weekdays } from "../calendar/CalendarDate.ts"
import type { Moment } from "../calendar/Moment.ts"
import { inWords } from "../calendar/TimeSpan.ts"
import * as WallClock from "../calendar/WallClock.ts"
import type { Week, Windows, WorkingCalendar } from "../calendar/WorkingCalendar.ts"
import { type Bilingual, same } from "../finding/Bilingual.ts"
import type { Allowance } from "../process/Allowance.ts"

/** How moments are written on the wall of a time zone: 09-18 22:40. */
export const clockOf = (timeZone: string): ((moment: Moment) => string) => {
  const wall = WallClock.make(timeZone)
  return ({ epochMilliseconds }) =>
    new Date(wall.wallAt(epochMilliseconds)).toISOString().slice(5, 16).replace("T", " ")
}

/** What a stretch of the calendar is called. */
export const per: Readonly<Record<Per, Bilingual>> = {
  day: { zh: "每天", en: "a day" },
  week: { zh: "每周", en: "a week" },
  month: { zh: "每月", en: "a month" },
  quarter: { zh: "每季度", en: "a quarter" },
  year: { zh: "每年", en: "a year" }
}

/** How often a duty is done. */
export const cadenceName = (cadence: Cadence): Bilingual => {
  if (cadence === "always") return { zh: "随时", en: "all the time" }
  if (cadence === "on demand") return { zh: "有事即办", en: "on demand" }
  return { zh: `${per[cadence.per].zh} ${cadence.times} 次`, en: `${times(cadence.times)} ${per[cadence.per].en}` }
}

const times = (count: number): string => (count === 1 ? "once" : count === 2 ? "twice" : `${count} times`)

/** A time and the calendar that it counts on, which is called as the handbook calls it; nobody guesses where every minute counts. */
export const allowanceName = ({ calendar, time }: Allowance, calendars: Calendars = {}): Bilingual => {
  const [span, { en, zh }] = [spanName(time), calendarName(calendar, calendars)]
  return { zh: calendar === "always" ? `${span.zh}（${zh}）` : `${span.zh}（按「${zh}」）`, en: `${span.en} (${en})` }
}

/** A length of time of which every minute counts. */
export const alwaysName = (time: Duration.Duration): Bilingual => allowanceName({ time, calendar: "always" })

/** The calendars of a handbook, or nothing where their names must do. */
export type Calendars = Readonly<Record<string, Pick<WorkingCalendar, "title">>>

/** What a calendar is called. */
export const calendarName = (name: string, calendars: Calendars): Bilingual =>
  name === "always" ? { zh: "全天候", en: "at all hours" } : (own(calendars, name)?.title ?? same(name))

const own = <A>(names: Readonly<Record<string, A>>, name: string): A | undefined =>
  Object.hasOwn(names, name) ? names[name] : undefined

/** A length of time. */
export const spanName = (span: Duration.Duration): Bilingual => {
  const en = inWords(span)
  const minutes = Duration.toMinutes(span)
  const zh =
    minutes % 1440 === 0
      ? `${minutes / 1440} 天`
      : minutes % 60 === 0
        ? `${minutes / 60} 小时`
        : Number.isInteger(minutes)
          ? `${minutes} 分钟`
          : `${Duration.toSeconds(span)} 秒`
  return { zh, en }
}

/** What a weekday is called. */
export const weekdayName = (day: Weekday): Bilingual => dayNames[day]

const dayNames: Readonly<Record<Weekday, Bilingual>> = {
  monday: { zh: "周一", en: "Mon" },
  tuesday: { zh: "周二", en: "Tue" },
  wednesday: { zh: "周三", en: "Wed" },
  thursday: { zh: "周四", en: "Thu" },
  friday: { zh: "周五", en: "Fri" },
  saturday: { zh: "周六", en: "Sat" },
  sunday: { zh: "周日", en: "Sun" }
}

/** Some weekdays: three and more in a row by the first and the last of them. */
export const daysName = (on: ReadonlyArray<Weekday> = weekdays): Bilingual => {
  if (weekdays.every((day) => on.includes(day))) return { zh: "每天", en: "every day" }
  const rows: Array<Array<Weekday>> = []
  for (const day of weekdays.filter((one) => on.includes(one))) {
    const last = rows.at(-1)
    if (last !== undefined && weekdays.indexOf(day) === weekdays.indexOf(last.at(-1) ?? day) + 1) last.push(day)
    else rows.push([day])
  }
  const names = rows.flatMap((row): ReadonlyArray<Bilingual> => {
    const [first, last] = [row.at(0), row.at(-1)]
    if (first === undefined || last === undefined || row.length < 3) return row.map(weekdayName)
    const [from, to] = [weekdayName(first), weekdayName(last)]
    return [{ zh: `${from.zh}至${to.zh}`, en: `${from.en}–${to.en}` }]
  })
  return listed(names)
}

/** The windows of a day. */
export const windowsName = (windows: Windows): Bilingual =>
  windows.length === 0 ? { zh: "休息", en: "closed" } : listed(windows.map(({ from, to }) => same(`${from}–${to}`)))

/** The hours of a week, days with the same hours together. */
export const weekName = (week: "24x7" | Week): ReadonlyArray<Bilingual> => {
  if (week === "24x7") return [{ zh: "每天二十四小时", en: "day and night" }]
  const groups = Map.groupBy(weekdays, (day) => JSON.stringify(week[day]))
  return Array.from(groups.values(), (days) => {
    const [on, hours] = [daysName(days), windowsName(week[days[0] ?? "monday"])]
    return { zh: `${on.zh} ${hours.zh}`, en: `${on.en} ${hours.en}` }
  })
}

/** Several names in one line. */
export const listed = (names: ReadonlyArray<Bilingual>): Bilingual => ({
  zh: names.map(({ zh }) => zh).join("、"),
  en: names.map(({ en }) => en).join(", ")
})

/** A date and a time as a handbook writes them: 2026-09-18 22:40. */
export const momentName = (written: string): string => written.replace("T", " ")

/** A part of a whole, such as four fifths of a time: 80%. */
export const partName = (part: number): string => `${Number((part * 100).toFixed(2))}%`

/** How many, with its thousands apart. */
export const countName = (count: number): string => count.toLocaleString("en-US", { maximumFractionDigits: 20 })
