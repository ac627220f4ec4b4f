/**
 * When the deadlines of a case run out.
 *
 * @module
 */
import { DateTime, Duration } from "effect"
import type { Moment } from "../calendar/Moment.ts"
import type { Allowance } from "./Allowance.ts"
import type { Case } from "./Case.ts"
import type { Any, SettingsOf, StateOf } from "./Declared.ts"

/** A deadline of one case, with its moments. */
export interface Due {
  readonly name: string
  /** The step of the clock that it fires. */
  readonly fires: string
  /** For which time it will run out since it began to run, 1 being the first. */
  readonly rung: number
  /** When it began to run. */
  readonly since: Moment
  /** When people are warned; its end where nobody is. */
  readonly warn: Moment
  readonly at: Moment
}

/** The handbook's reckoning: when an allowance that began at a moment is used up, on its calendar. */
export type DueAt = (start: Moment, allowance: Allowance) => Moment

/** Every deadline that runs for the case, the earliest first. */
export const due = <P extends Any>(
  process: P,
  current: Case<StateOf<P>>,
  settings: SettingsOf<P>,
  dueAt: DueAt
): ReadonlyArray<Due> =>
  Object.entries(process.deadlines)
    .flatMap(([name, { at, fires, warnAt, within }], index) => {
      const start = current.running[index]
      if (start === undefined) return []
      // A deadline is declared for the states it runs in, and it runs only there.
      const end = at === undefined ? undefined : at(current.state as never)
      const fired = current.fired[index] ?? 0
      const rung = fired + 1
      if (end !== undefined) return [{ name, fires, rung, since: start, warn: end, at: end }]
      if (within === undefined) return []
      const { calendar, time: first } = within(settings as never, current.state as never)
      const time = grown(first, fired)
      const over = dueAt(start, { calendar, time })
      // What has run out before is no news, and is said again when it does so anew.
      const warn =
        fired > 0
          ? over
          : dueAt(start, {
              calendar,
              time: part(time, typeof warnAt === "number" ? warnAt : warnAt(settings as never))
            })
      return [{ name, fires, rung, since: start, warn, at: over }]
    })
    .sort((one, other) => DateTime.Order(one.at, other.at))

/**
 * What has been said once need not be said again as soon: every pause is twice the one before. It grows up to a day of the calendar's
 * hours; an allowance that is longer stays as it is.
 */
const grown = (time: Duration.Duration, fired: number): Duration.Duration =>
  fired === 0 ? time : Duration.min(Duration.times(time, 2 ** fired), Duration.max(time, Duration.days(1)))

const part = (time: Duration.Duration, share: number): Duration.Duration => Duration.times(time, share)
