/**
 * When a team works: the words that a handbook writes down.
 *
 * Windows are half-open: 09:00–18:00 holds 09:00 and does not hold 18:00. A window whose end is not after its start runs past midnight
 * and belongs to the date on which it begins, so the night before a holiday is worked to its end.
 *
 * @module
 */
import { Effect, Schema } from "effect"
import { Bilingual } from "../finding/Bilingual.ts"
import * as Expected from "../finding/Expected.ts"
import { arbitrarily, CalendarDate, Weekday, weekdays } from "./CalendarDate.ts"
import { TimeZone } from "./TimeZone.ts"

const isTime = (text: string): boolean => /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text)

/** `9:00`, `9：00` and `09:00:00` as 09:00: what spreadsheets write, and nothing that could mean another time. */
export const clockTime = (text: string): string | undefined => inFull(/^(\d{1,2})[:：](\d{2})(?:[:：]00)?$/, text)

/** The same, and `9点`, `9.00` and `9时00分` as 09:00. */
export const meantTime = (value: unknown): string | undefined =>
  clockTime(String(value)) ?? inFull(/^(\d{1,2})[:：.点时](\d{2})?分?$/, String(value))

const inFull = (form: RegExp, text: string): string | undefined => {
  const [, hour = "", minute = "00"] = form.exec(text) ?? []
  const time = `${hour.padStart(2, "0")}:${minute}`
  return hour !== "" && isTime(time) ? time : undefined
}

/** A time on the wall, `00:00` to `24:00`. */
export const TimeOfDay = Schema.String.check(
  Schema.makeFilter(isTime, arbitrarily("([01]\\d|2[0-3]):[0-5]\\d"))
).annotate(
  Expected.words(
    {
      zh: "时刻，时和分各两位数字，从 00:00 到 24:00",
      en: "a time of day with two digits for the hour and two for the minute, 00:00 to 24:00"
    },
    meantTime
  )
)
/** A time on the wall. */
export type TimeOfDay = typeof TimeOfDay.Type

/** Hours without a break. `22:00` to `06:00` ends on the next day; `00:00` to `24:00` is the whole day. */
export const Window = Schema.Struct({ from: TimeOfDay, to: TimeOfDay }).check(
  Schema.makeFilter(
    ({ from, to }) => from !== to && from !== "24:00",
    Expected.check({ zh: "首尾不同的时段", en: "a window that is not empty" })
  )
)
/** Hours without a break. */
export type Window = typeof Window.Type

const minuteOf = (time: TimeOfDay): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Minutes since the date's midnight at which a window begins and ends; past 1440 is the next day. */
export const minutesOf = ({ from, to }: Window): readonly [from: number, to: number] => {
  const start = minuteOf(from)
  const end = minuteOf(to)
  return [start, end > start ? end : end + 1440]
}

/** What is wrong with windows of which two share a minute, when `next` are the windows of the day after. */
const overlap = (
  windows: ReadonlyArray<Window>,
  next: ReadonlyArray<Window> = [],
  following: Bilingual = { zh: "", en: "" }
) => {
  const placed = [
    ...windows.map((window) => ({ window, day: 0 })),
    ...next.map((window) => ({ window, day: 1440 }))
  ].map(({ window, day }) => ({ window, from: minutesOf(window)[0] + day, to: minutesOf(window)[1] + day }))
  placed.sort((a, b) => a.from - b.from)
  for (const [index, one] of placed.entries()) {
    const after = placed[index + 1]
    if (after !== undefined && after.from < one.to) {
      const [first, second] = [one, after].map(({ window }) => `${window.from}–${window.to}`)
      return {
        zh: `互不重叠的时段（${first} 与${following.zh} ${second} 重叠）`,
        en: `windows apart from one another (${first} overlaps ${second}${following.en})`
      }
    }
  }
  return undefined
}

/** The windows of one date, none of which overlaps another. No windows: closed. */
export const Windows = Schema.Array(Window).check(
  Schema.makeFilter((windows) => {
    const found = overlap(windows)
    return found && Expected.instead(found, windows)
  })
)
/** The windows of one date. */
export type Windows = typeof Windows.Type

const none = Windows.pipe(Schema.withDecodingDefaultKey(Effect.succeed([])))

/** The windows of every weekday; a weekday left out is closed. */
export const Week = Schema.Struct({
  monday: none,
  tuesday: none,
  wednesday: none,
  thursday: none,
  friday: none,
  saturday: none,
  sunday: none
}).check(
  Schema.makeFilter((week) =>
    weekdays.flatMap((day, index) => {
      const next = weekdays[(index + 1) % 7] ?? "monday"
      const found = overlap(week[day], week[next], { zh: "次日", en: ` of ${next}` })
      return found === undefined ? [] : [{ path: [day], issue: Expected.instead(found, week[day]) }]
    })
  )
)
/** The windows of every weekday. */
export type Week = typeof Week.Type

/** A date with windows of its own, whatever its weekday and whatever the country does. */
export const Exception = Schema.Struct({ date: CalendarDate, windows: Windows, reason: Bilingual })
/** A date with windows of its own. */
export type Exception = typeof Exception.Type

/** What the country's holidays mean here: the windows of a day off, and the weekday whose windows a make-up workday has. */
export const HolidayRule = Schema.Struct({
  dayOff: none,
  makeUpWorkday: Weekday.pipe(Schema.withDecodingDefaultKey(Effect.succeed("monday" as const)))
})
/** What the country's holidays mean here. */
export type HolidayRule = typeof HolidayRule.Type

/** When a team works. Without `holidays` it works through them. */
export const WorkingCalendar = Schema.Struct({
  title: Schema.optionalKey(Bilingual).annotateKey({
    description: "What people call it; its name in the handbook unless it is said."
  }),
  timeZone: TimeZone.pipe(Schema.withDecodingDefaultKey(Effect.succeed("Asia/Shanghai"))),
  week: Schema.Union([Schema.Literal("24x7"), Week]),
  holidays: Schema.optionalKey(HolidayRule),
  exceptions: Schema.Array(Exception)
    .check(
      Schema.makeFilter((exceptions) => {
        const dates = exceptions.map((exception) => exception.date)
        const twice = dates.find((date, index) => dates.indexOf(date) !== index)
        return (
          twice === undefined ||
          Expected.instead(
            { zh: `每个日期最多一条例外（${twice} 有两条）`, en: `one exception a date (${twice} has two)` },
            exceptions
          )
        )
      })
    )
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed([])))
})
/** When a team works. */
export type WorkingCalendar = typeof WorkingCalendar.Type

/** The answer lies in, or behind, a year whose holidays have not been announced. */
export class UnknownYear extends Schema.TaggedError<UnknownYear>()("WorkingCalendar.UnknownYear", {
  year: Schema.Int
}) {
  override get message() {
    return `The holidays of ${this.year} have not been announced.`
  }
}

/** No working time is left after the date, at least not enough before the last moment that a clock can meet. */
export class NeverOpens extends Schema.TaggedError<NeverOpens>()("WorkingCalendar.NeverOpens", {
  after: CalendarDate
}) {
  override get message() {
    return `After ${this.after} there is not enough working time left.`
  }
}
