/**
 * When a team works: the words that a handbook writes down.
 *
 * Windows are half-open: 09:00–18:00 holds 09:00 and does not hold 18:00. A window whose end is not after its start runs past midnight
 * and belongs to the date on which it begins, so the night before a holiday is worked to its end.
 *
 * @module
 */
import { DateTime, Effect, Option, Schema } from "effect"
import { Bilingual } from "../finding/Bilingual.ts"
import { arbitrarily, CalendarDate, Weekday, weekdays } from "./CalendarDate.ts"

/** A time on the wall, `00:00` to `24:00`. */
export const TimeOfDay = Schema.String.check(
  Schema.makeFilter(
    (text) => /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text) || `"${text}" is not a time as HH:mm`,
    arbitrarily("([01]\\d|2[0-3]):[0-5]\\d")
  )
).annotate({ description: "A time on the wall as HH:mm, 00:00 to 24:00." })
/** A time on the wall. */
export type TimeOfDay = typeof TimeOfDay.Type

/** Hours without a break. `22:00` to `06:00` ends on the next day; `00:00` to `24:00` is the whole day. */
export const Window = Schema.Struct({ from: TimeOfDay, to: TimeOfDay }).check(
  Schema.makeFilter(({ from, to }) => (from !== to && from !== "24:00") || `the window ${from}–${to} is empty`)
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

/** The first pair of windows that share a minute, when `next` are the windows of the day after. */
const overlap = (windows: ReadonlyArray<Window>, next: ReadonlyArray<Window> = []) => {
  const placed = [
    ...windows.map((window) => ({ window, day: 0 })),
    ...next.map((window) => ({ window, day: 1440 }))
  ].map(({ window, day }) => ({ window, from: minutesOf(window)[0] + day, to: minutesOf(window)[1] + day }))
  placed.sort((a, b) => a.from - b.from)
  for (const [index, one] of placed.entries()) {
    const after = placed[index + 1]
    if (after !== undefined && after.from < one.to) {
      return `${one.window.from}–${one.window.to} overlaps ${after.window.from}–${after.window.to}`
    }
  }
  return undefined
}

/** The windows of one date, none of which overlaps another. No windows: closed. */
export const Windows = Schema.Array(Window).check(Schema.makeFilter((windows) => overlap(windows)))
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
      const found = overlap(week[day], week[next])
      return found === undefined ? [] : [{ path: [day], issue: `${found} of ${next}` }]
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

/** The name of a time zone of the IANA data base. */
export const TimeZone = Schema.String.check(
  Schema.makeFilter(
    (name) => Option.isSome(DateTime.zoneMakeNamed(name)) || `"${name}" is not a time zone`,
    arbitrarily("(Asia/Shanghai|Europe/Berlin)")
  )
).annotate({ description: "The name of a time zone of the IANA data base, such as Asia/Shanghai." })

/** When a team works. Without `holidays` it works through them. */
export const WorkingCalendar = Schema.Struct({
  timeZone: TimeZone.pipe(Schema.withDecodingDefaultKey(Effect.succeed("Asia/Shanghai"))),
  week: Schema.Union([Schema.Literal("24x7"), Week]),
  holidays: Schema.optionalKey(HolidayRule),
  exceptions: Schema.Array(Exception)
    .check(
      Schema.makeFilter((exceptions) => {
        const dates = exceptions.map((exception) => exception.date)
        const twice = dates.find((date, index) => dates.indexOf(date) !== index)
        return twice === undefined || `${twice} has two exceptions`
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
