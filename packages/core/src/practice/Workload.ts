/**
 * How much work the handbook asks for in its horizon, date by date.
 *
 * @module
 */
import { Duration } from "effect"
import type { Per } from "../calendar/Cadence.ts"
import { fromNumber, toNumber, type Weekday, weekdayOf } from "../calendar/CalendarDate.ts"
import type { Duty } from "../internal-system/team/Duty.ts"
import type { View } from "./View.ts"

/** The dates of the horizon with their weekdays. */
export const days = ({
  end,
  from,
  handbook,
  today
}: View): ReadonlyArray<{ readonly date: string; readonly weekday: Weekday }> => {
  const begins = [today, handbook.plan?.horizon.from]
    .filter((date) => date !== undefined)
    .sort()
    .at(-1)
  if (begins === undefined || from === 0) return []
  const first = toNumber(begins < end ? begins : (today ?? begins))
  return Array.from({ length: Math.max(0, toNumber(end) - first) }, (_, index) => ({
    date: fromNumber(first + index),
    weekday: weekdayOf(first + index)
  }))
}

/** The milliseconds of work that a duty asks of one person in so many days; none where nobody said how long it takes. */
export const effort = ({ cadence, effort: once }: Duty, dates: number): number =>
  once === undefined || typeof cadence === "string"
    ? 0
    : Duration.toMillis(once) * cadence.times * (dates / length[cadence.per])

/** Days in a stretch of the calendar. */
export const length: Readonly<Record<Per, number>> = { day: 1, week: 7, month: 30.4, quarter: 91.3, year: 365 }
