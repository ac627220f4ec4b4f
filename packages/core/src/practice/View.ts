/**
 * A handbook as the rules look at it: laid out over the horizon, with the questions that many rules ask.
 *
 * @module
 */
import { DateTime, Duration, Record, Result } from "effect"
import { fromNumber, toNumber } from "../calendar/CalendarDate.ts"
import type { Holidays } from "../calendar/Holidays.ts"
import { onWall } from "../calendar/LocalTime.ts"
import type { Moment } from "../calendar/Moment.ts"
import * as Timetable from "../calendar/Timetable.ts"
import * as WallClock from "../calendar/WallClock.ts"
import { deadline } from "../calendar/WorkingTime.ts"
import * as Cover from "../handbook/continuity/Cover.ts"
import type { Handbook } from "../handbook/Handbook.ts"
import type { AnyKind } from "../observations/Observation.ts"
import type { Allowance } from "../process/Allowance.ts"
import type { Any } from "../process/Process.ts"
import * as Parts from "./Parts.ts"
import * as Permissions from "./Permissions.ts"

/** What a handbook is checked with. */
export interface Options {
  readonly holidays: Holidays
  /** Today. Without it the plan's first date is taken for today. */
  readonly at?: Moment | undefined
  /** The processes that it is to run. */
  readonly processes: ReadonlyArray<Any>
  /** What may be heard and counted outside. */
  readonly hears: ReadonlyArray<AnyKind>
}

/** A handbook as the rules look at it. */
export interface View {
  /** With its mistyped permissions as they were meant: what the rules say is not to come of those. */
  readonly handbook: Handbook
  /** The mistyped permissions. */
  readonly slips: ReadonlyArray<Permissions.Slip>
  readonly holidays: Holidays
  readonly processes: ReadonlyArray<Any>
  readonly hears: ReadonlyArray<AnyKind>
  /** Today, as `YYYY-MM-DD` on the handbook's wall; absent where neither a plan nor anybody says. */
  readonly today: string | undefined
  /** The horizon in epoch milliseconds: what is left of the plan, or four weeks from today. Empty without a today. */
  readonly from: number
  readonly until: number
  /** The first date after the horizon. */
  readonly end: string
  readonly cover: Cover.Cover
  /** The moment of a time on the wall. */
  readonly moment: (local: string) => number
  /** When an allowance that began then is used up, in epoch milliseconds; nothing where the calendar cannot say. */
  readonly due: (start: number, allowance: Allowance) => number | undefined
  /** A calendar laid out; nothing for `always`. */
  readonly timetable: (calendar: string) => Timetable.Timetable | undefined
  /** Where the handbook counts on whom. */
  readonly parts: ReadonlyArray<Parts.Part>
}

const weeks = 28

/** The handbook as the rules look at it. */
export const make = (written: Handbook, { at, hears, holidays, processes }: Options): View => {
  const slips = Permissions.slips(written, processes)
  const handbook = slips.length === 0 ? written : Permissions.asMeant(written, slips)
  const wall = WallClock.make(handbook.timeZone)
  const moment = (local: string) => wall.reaches(onWall(local))
  const midnight = (date: string) => moment(`${date}T00:00`)
  const plan = handbook.plan?.horizon
  const now = at && DateTime.toEpochMillis(at)
  const today = now === undefined ? plan?.from : fromNumber(wall.dayAt(now))
  const first = [today, plan?.from]
    .filter((date) => date !== undefined)
    .sort()
    .at(-1)
  const last = plan !== undefined && (today ?? plan.from) < plan.until ? plan.until : undefined
  const begins = plan !== undefined && last === undefined ? today : first
  const end = last ?? (begins === undefined ? "" : fromNumber(toNumber(begins) + weeks))
  const from = begins === undefined ? 0 : midnight(begins)
  const until = begins === undefined ? 0 : midnight(end)
  const timetables = Record.map(handbook.calendars, (calendar) => Timetable.make(calendar, holidays))
  return {
    handbook,
    slips,
    holidays,
    processes,
    hears,
    today,
    from,
    until,
    end,
    moment,
    cover: Cover.make({
      handbook,
      holidays,
      from: DateTime.makeUnsafe(from),
      until: DateTime.makeUnsafe(until)
    }),
    due: (start, { calendar, time }) => {
      const timetable = timetables[calendar]
      if (timetable === undefined) return start + Duration.toMillis(time)
      const found = deadline(timetable, DateTime.makeUnsafe(start), time)
      return Result.isSuccess(found) ? DateTime.toEpochMillis(found.success) : undefined
    },
    timetable: (calendar) => timetables[calendar],
    parts: Parts.of(handbook)
  }
}

/** An epoch moment as people of the handbook write it. */
export const written = ({ handbook }: View, millis: number): string =>
  new Date(WallClock.make(handbook.timeZone).wallAt(millis)).toISOString().slice(0, 16).replace("T", " ")
