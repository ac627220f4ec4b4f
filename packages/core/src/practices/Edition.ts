/**
 * What running a process needs of a handbook: its settings, who may do what, and how its calendars count.
 *
 * @module
 */
import { DateTime, Record, Result } from "effect"
import type { Holidays } from "../calendar/Holidays.ts"
import * as Timetable from "../calendar/Timetable.ts"
import { deadline } from "../calendar/WorkingTime.ts"
import { calledBy } from "../handbook/Called.ts"
import { entitledBy } from "../handbook/Entitlement.ts"
import type { Handbook } from "../handbook/Handbook.ts"
import { presenceBy } from "../handbook/Presence.ts"
import type { Edition } from "../operations/Editions.ts"
import type { Practice } from "../practice/Practice.ts"
import type { DueAt } from "../process/Due.ts"
import type { SettingsOf } from "../process/Process.ts"
import * as OwnSettings from "./OwnSettings.ts"
import { house, runBy } from "./Practices.ts"

/** The edition of a handbook, for the processes of a list of practices; those of the house unless it is said. */
export const edition = (
  handbook: Handbook,
  holidays: Holidays,
  practices: ReadonlyArray<Practice> = house
): Edition => {
  const running = runBy(handbook, practices).flatMap(({ runs }) => runs)
  const settings = new Map(running.map((one) => [one.process.name, one.settings(handbook)]))
  for (const { isOwn, process } of running)
    if (isOwn) OwnSettings.check(process, settings.get(process.name), handbook.calendars)
  return {
    version: handbook.version,
    settings: (process) =>
      // Settings stand under the name of the process that has asked for them.
      (settings.has(process.name) ? settings.get(process.name) : OwnSettings.untold(process)) as SettingsOf<
        typeof process
      >,
    entitled: entitledBy(handbook),
    accounts: [handbook.account.id],
    dueAt: dueAtBy(handbook, holidays),
    presence: presenceBy(handbook, holidays),
    called: calledBy(handbook),
    timeZone: handbook.timeZone
  }
}

/** Where a calendar cannot say when the time is up (its year is unknown, or it never opens), every minute counts: early, never late. */
const dueAtBy = ({ calendars }: Handbook, holidays: Holidays): DueAt => {
  const timetables = Record.map(calendars, (calendar) => Timetable.make(calendar, holidays))
  return (start, { calendar, time }) => {
    const timetable = timetables[calendar]
    const everyMinute = DateTime.addDuration(start, time)
    return timetable === undefined ? everyMinute : Result.getOrElse(deadline(timetable, start, time), () => everyMinute)
  }
}
