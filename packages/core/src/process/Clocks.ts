/**
 * What the clocks of a case show: how much of its time each deadline has used, which minutes counted, which did not, and why.
 *
 * @module
 */
import { DateTime, Duration, Result } from "effect"
import type { History, Reading as Shown } from "../calendar/Clock.ts"
import * as ClockReading from "../calendar/ClockReading.ts"
import { reasonOf, type Segment } from "../calendar/Explanation.ts"
import type { Moment } from "../calendar/Moment.ts"
import type { Timetable } from "../calendar/Timetable.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Allowance, Rungs } from "./Allowance.ts"
import { type Calendars, everyMinute } from "./Calendars.ts"
import type { Case } from "./Case.ts"
import * as CaseClock from "./CaseClock.ts"
import type { AnyDeadline } from "./Declaration.ts"
import type { Any, SettingsOf, StateOf } from "./Declared.ts"
import * as Face from "./Face.ts"

/** What the clock of one deadline shows at a moment. */
export interface Reading {
  readonly deadline: string
  /** What people call the deadline. */
  readonly title: Bilingual
  readonly state: "running" | "paused"
  /** The rung that it will fire next; 1 is the first. */
  readonly rung: number
  /** From when that rung is counted: from the beginning, and where the last is said again, from when it was last said. */
  readonly from: Moment
  /** When it will fire, or ought to have; nothing while it stands still, or the case names no moment. */
  readonly due: Moment | undefined
  /** How much time there is until that rung, and on which calendar; nothing where the case itself names the moment. */
  readonly allowance: Allowance | undefined
  /** How much of it has been used. */
  readonly used: Duration.Duration
  /** Every stretch from then to now, without gap or overlap: whether it counted, and why. */
  readonly segments: ReadonlyArray<Segment>
}

/** What every clock of the case shows at that moment, in the order of the process's deadlines. */
export const reading = <P extends Any>(
  process: P,
  current: Case<StateOf<P>>,
  settings: SettingsOf<P>,
  calendars: Calendars,
  at: Moment
): ReadonlyArray<Reading> =>
  Object.entries(process.deadlines).flatMap(([name, deadline], index): ReadonlyArray<Reading> => {
    const clock = current.clocks[index]
    if (clock === undefined) return []
    const shown = {
      deadline: name,
      title: deadline.title,
      state: CaseClock.stands(clock) ? "paused" : "running"
    } as const
    const rung = rungOf(deadline, clock, current.state, settings)
    if (rung === undefined && deadline.within !== undefined) return []
    if (rung === undefined) {
      // A deadline is declared for the states that its clock is there in.
      const due = deadline.at?.(current.state as never)
      return [
        {
          ...shown,
          rung: clock.fired + 1,
          from: clock.since,
          due,
          allowance: undefined,
          used: Duration.zero,
          segments: []
        }
      ]
    }
    const { allowance, from, number } = rung
    const { history, now } = read(process, clock, rung, calendars, at)
    const segments = Result.getOrElse(ClockReading.explain(history, at), () => [])
    const due = shown.state === "paused" ? undefined : Result.getOrUndefined(now.due)
    return [{ ...shown, rung: number, from, due, allowance, used: now.consumed, segments }]
  })

/** The time that did not count, by its reason: the nights of a week are one line. */
export const uncounted = ({ segments }: Pick<Reading, "segments">): ReadonlyArray<Uncounted> => {
  const found = new Map<string, Uncounted>()
  for (const { counted, minutes, why } of segments) {
    if (counted) continue
    const reason = reasonOf(why)
    const before = found.get(reason.en)?.time ?? Duration.zero
    found.set(reason.en, { reason, time: Duration.sum(before, Duration.minutes(minutes)) })
  }
  return [...found.values()]
}

/** Time that did not count, and why. */
export interface Uncounted {
  readonly reason: Bilingual
  readonly time: Duration.Duration
}

/** One rung of a deadline: which, how much time there is until it, and from when that is counted. */
export interface Rung {
  readonly number: number
  readonly allowance: Allowance
  readonly from: Moment
}

/** The rung that a clock comes to next; nothing where the deadline is no stretch of time, or does not concern the case. */
export const rungOf = (
  { within }: Pick<AnyDeadline, "within">,
  { fired, last, since }: CaseClock.CaseClock,
  state: unknown,
  settings: unknown
): Rung | undefined => {
  if (within === undefined) return undefined
  // A deadline is declared for the states that its clock is there in, and for the settings of its process.
  const declared = within(settings as never, state as never)
  if (declared === undefined) return undefined
  const rungs = isOne(declared) ? [declared] : declared
  const next = rungs[fired]
  if (next !== undefined) return { number: fired + 1, allowance: next, from: since }
  const { calendar, time } = rungs[rungs.length - 1] ?? rungs[0]
  return { number: fired + 1, allowance: { calendar, time: grown(time, fired + 1 - rungs.length) }, from: last }
}

const isOne = (rungs: Rungs): rungs is Allowance => "time" in rungs

/**
 * What has been said once need not be said again as soon: every pause is twice the one before. It grows up to a day of the calendar's
 * hours; an allowance that is longer stays as it is.
 */
const grown = (time: Duration.Duration, again: number): Duration.Duration =>
  Duration.min(Duration.times(time, 2 ** again), Duration.max(time, Duration.days(1)))

/**
 * What the clock shows on its way to a rung. Where a calendar cannot say it (a year is unknown, or it never opens), every minute counts: early,
 * never late.
 */
export const read = (
  process: Any,
  clock: CaseClock.CaseClock,
  rung: Rung,
  calendars: Calendars,
  at: Moment,
  warnAt = 1
): { readonly history: History; readonly now: Shown } => {
  const { calendar } = rung.allowance
  const history = historyOf(process, clock, rung, calendars(calendar), warnAt)
  const now = ClockReading.read(history, at)
  if (Result.isSuccess(now) && !isUnknown(now.success)) return { history, now: now.success }
  const counted = historyOf(process, clock, rung, everyMinute(calendar), warnAt)
  return { history: counted, now: Result.getOrThrow(ClockReading.read(counted, at)) }
}

const isUnknown = ({ due }: Shown): boolean => Result.isFailure(due) && due.failure._tag !== "Clock.Resting"

/** What happened to a clock since the rung is counted, as the calendar reads it. */
const historyOf = (
  process: Any,
  { pauses }: CaseClock.CaseClock,
  { allowance, from }: Rung,
  timetable: Timetable,
  warnAt: number
): History => [
  { _tag: "Started", at: from, policy: { target: allowance.time, warnAt, timetable } },
  ...pauses.flatMap((pause) => {
    const { from: at, state, to } = pause
    if (to !== undefined && DateTime.isLessThanOrEqualTo(to, from)) return []
    const paused = { _tag: "Paused", at, reason: Face.state(process, state) } as const
    return to === undefined ? [paused] : [paused, { _tag: "Resumed", at: to } as const]
  })
]
