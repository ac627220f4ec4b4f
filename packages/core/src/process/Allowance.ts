/**
 * How much time something may take, and which hours count. An allowance is a minute at least and 366 days at most: it is for people, who take
 * minutes, and for clocks that are looked at now and then. What only a machine waits for, such as the pause between two looks, is a `Duration`.
 *
 * @module
 */
import { Duration, Option, Schema } from "effect"
import { inWords, Wait } from "../calendar/TimeSpan.ts"
import * as Name from "../finding/Name.ts"

/** The calendar's name in the handbook. `always` is known without being written: every minute counts. */
export const CalendarName = Schema.NonEmptyString.annotate({
  ...Name.of({ zh: "工作日历", en: "calendar" }, "always"),
  description: "The name of a calendar of the handbook, or always: every minute counts."
})
/** The calendar's name in the handbook. */
export type CalendarName = typeof CalendarName.Type

/** A duration, and the calendar whose open hours it is counted in. In a file: `{ time: 4 hours, calendar: office }`. */
export const Allowance = Schema.Struct({
  time: Wait,
  calendar: CalendarName
})
/** A duration, and the calendar whose open hours it is counted in. */
export type Allowance = typeof Allowance.Type

/**
 * How long until a deadline fires; or how long until each of its rungs does, all counted from one beginning. The last is said again and again,
 * after pauses that grow.
 */
export type Rungs = Allowance | readonly [Allowance, ...ReadonlyArray<Allowance>]

/**
 * A duration of which only the open hours of a calendar of the handbook count: `Allowance.of("4 hours", "office")`. Anything but 1 minute to 366
 * days is a defect of the program that asks for it, and throws a `RangeError` that names it.
 */
export const of = (time: Duration.Input, calendar: CalendarName): Allowance => {
  const said = Option.getOrUndefined(Duration.fromInput(time))
  if (said !== undefined && isWait(said)) return { time: said, calendar }
  const written = typeof time === "string" || said === undefined ? JSON.stringify(time) : inWords(said)
  throw new RangeError(`An allowance is 1 minute to 366 days, such as "30 minutes" or "4 hours"; this is ${written}.`)
}

const isWait = Schema.is(Schema.toType(Wait))

/** A duration in which every minute counts, at night as by day; its limits are those of {@link of}. */
export const always = (time: Duration.Input): Allowance => of(time, "always")
