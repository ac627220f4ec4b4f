/**
 * When the deadlines of a case run out.
 *
 * @module
 */
import { DateTime, Result } from "effect"
import type { Moment } from "../calendar/Moment.ts"
import type { Calendars } from "./Calendars.ts"
import type { Case } from "./Case.ts"
import * as CaseClock from "./CaseClock.ts"
import * as Clocks from "./Clocks.ts"
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

/** The next rung of every deadline that runs for the case, the earliest first. One that stands still is not due. */
export const due = <P extends Any>(
  process: P,
  current: Case<StateOf<P>>,
  settings: SettingsOf<P>,
  calendars: Calendars
): ReadonlyArray<Due> =>
  Object.entries(process.deadlines)
    .flatMap(([name, deadline], index) => {
      const clock = current.clocks[index]
      if (clock === undefined || CaseClock.stands(clock)) return []
      const next = { name, fires: deadline.fires, rung: clock.fired + 1, since: clock.since }
      // A deadline is declared for the states it runs in, and it runs only there.
      const end = deadline.at?.(current.state as never)
      if (end !== undefined) return [{ ...next, warn: end, at: end }]
      const rung = Clocks.rungOf(deadline, clock, current.state, settings)
      if (rung === undefined) return []
      const { warnAt } = deadline
      // What has run out before is no news, and is said again when it does so anew.
      const share =
        clock.fired > 0 ? 1 : typeof warnAt === "number" ? warnAt : warnAt(settings as never, current.state as never)
      const { now } = Clocks.read(process, clock, rung, calendars, lastChange(clock, rung.from), share)
      // It runs, and on a calendar that says when: there are both.
      const at = Result.getOrThrow(now.due)
      return [{ ...next, warn: Result.getOrElse(now.warn, () => at), at }]
    })
    .sort((one, other) => DateTime.Order(one.at, other.at))

const lastChange = ({ pauses }: CaseClock.CaseClock, from: Moment): Moment =>
  DateTime.max(from, pauses[pauses.length - 1]?.to ?? from)
