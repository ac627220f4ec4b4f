/**
 * Whether the promises of cases were kept: of every deadline that tells somebody when it runs out, how much of its time was used when its clock stopped. A deadline
 * with rungs is exceeded at its last one. Time that a calendar closes or a state stops does not count.
 *
 * @module
 */
import { DateTime, Duration } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import type { Edition } from "../../operations/Editions.ts"
import type { Allowance } from "../../process/Allowance.ts"
import type { Case, Tagged } from "../../process/Case.ts"
import type * as CaseClock from "../../process/CaseClock.ts"
import * as Clocks from "../../process/Clocks.ts"
import { type AnyDeadline, firing } from "../../process/Declaration.ts"
import * as Face from "../../process/Face.ts"
import { notify } from "../../process/Notify.ts"
import type { Any } from "../../process/Process.ts"

/** What became of a promise. */
export interface Kept {
  readonly deadline: string
  readonly from: Moment
  readonly isInTime: boolean
  /** By how much it was exceeded, in minutes that count. */
  readonly lateMinutes: number
}

type Rules = Pick<Edition, "settings" | "calendars">

/** Whether somebody is told when the deadline runs out: else it is a window that closes, and nobody was to hurry. */
export const isPromise = ({ actions, steps }: Any, deadline: AnyDeadline): boolean =>
  firing(deadline).some((step) =>
    Object.keys(steps[step]?.performs ?? {}).some((name) => actions[name]?.name === notify.name)
  )

/** The promises whose clocks an event has stopped. */
export const stopped = (
  process: Any,
  before: Case<Tagged>,
  after: Case<Tagged>,
  rules: Rules,
  at: Moment
): ReadonlyArray<Kept> =>
  each(process, before, rules, at, (index) => {
    const [one, other] = [before.clocks[index], after.clocks[index]]
    return one !== undefined && (other === undefined || other.since !== one.since)
  })

/** The promises whose clocks run, as they stand at a moment. */
export const running = (process: Any, current: Case<Tagged>, rules: Rules, at: Moment): ReadonlyArray<Kept> =>
  each(process, current, rules, at, () => true)

const each = (
  process: Any,
  current: Case<Tagged>,
  { calendars, settings }: Rules,
  at: Moment,
  counts: (index: number) => boolean
): ReadonlyArray<Kept> =>
  Object.entries(process.deadlines).flatMap(([deadline, declared], index): ReadonlyArray<Kept> => {
    const clock = current.clocks[index]
    if (clock === undefined || !isPromise(process, declared) || !counts(index)) return []
    const from = clock.since
    // A deadline is declared for the states that its clock is there in.
    const end = declared.at?.(current.state as never)
    if (end !== undefined) {
      // What begins or ends at a moment that the case names is no promise of anybody, unless somebody is waited for.
      if (Face.awaits(process, current).length === 0) return []
      const late = Math.max(0, at.epochMilliseconds - end.epochMilliseconds)
      return [{ deadline, from, isInTime: DateTime.isLessThan(at, end), lateMinutes: late / 60_000 }]
    }
    const allowance = lastOf(declared, current.state, settings(process))
    if (allowance === undefined) return []
    const consumed = used(process, clock, allowance, calendars, at)
    const over = Duration.toMillis(consumed) - Duration.toMillis(allowance.time)
    return [{ deadline, from, isInTime: over < 0, lateMinutes: Math.max(0, over) / 60_000 }]
  })

const used = (
  process: Any,
  clock: CaseClock.CaseClock,
  allowance: Allowance,
  calendars: Rules["calendars"],
  at: Moment
): Duration.Duration =>
  Clocks.read(process, clock, { number: 1, allowance, from: clock.since }, calendars, at).now.consumed

/** The time of the last rung: a deadline does not say which of its rungs is the promise, and behind the last one nothing new is said. */
const lastOf = ({ within }: AnyDeadline, state: unknown, settings: unknown): Allowance | undefined => {
  // A deadline is declared for the states that its clock is there in, and for the settings of its process.
  const rungs = within?.(settings as never, state as never)
  if (rungs === undefined || "time" in rungs) return rungs
  return rungs[rungs.length - 1]
}
