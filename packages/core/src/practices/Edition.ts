/**
 * What running a process needs of a handbook: its settings, who may do what, and how its calendars count.
 *
 * @module
 */
import type { Holidays } from "../calendar/Holidays.ts"
import { same } from "../finding/Bilingual.ts"
import { calendarsBy } from "../handbook/CalendarsBy.ts"
import { calledBy } from "../handbook/Called.ts"
import { entitledBy } from "../handbook/Entitlement.ts"
import type { Handbook } from "../handbook/Handbook.ts"
import { presenceBy } from "../handbook/Presence.ts"
import * as References from "../handbook/References.ts"
import type { Edition } from "../operations/Editions.ts"
import type { Practice } from "../practice/Practice.ts"
import type { SettingsOf } from "../process/Process.ts"
import * as OwnSettings from "./OwnSettings.ts"
import * as Practices from "./Practices.ts"

/** The edition of a handbook, for the processes of a list of practices; those of the house unless it is said. */
export const edition = (
  handbook: Handbook,
  holidays: Holidays,
  practices: ReadonlyArray<Practice> = Practices.house
): Edition => {
  const running = Practices.runBy(handbook, practices).flatMap(({ runs }) => runs)
  const titles = new Map(Practices.processes(practices).map(({ name, title }) => [name, title]))
  const settings = new Map(running.map((one) => [one.process.name, one.settings(handbook)]))
  for (const { isOwn, process } of running)
    if (isOwn) OwnSettings.check(process, settings.get(process.name), handbook.calendars)
  return {
    version: handbook.version,
    settings: (process) =>
      // Settings stand under the name of the process that has asked for them.
      (settings.has(process.name)
        ? settings.get(process.name)
        : OwnSettings.untold(process, handbook, practices)) as SettingsOf<typeof process>,
    runs: (process) => settings.has(process.name) || OwnSettings.needsNothing(process),
    entitled: entitledBy(handbook),
    rights: [...new Set(Object.values(handbook.team.roles).flatMap(({ may }) => may))],
    accounts: [handbook.account.id],
    calendars: calendarsBy(handbook, holidays),
    presence: presenceBy(handbook, holidays),
    contact: (person) =>
      Object.hasOwn(handbook.team.people, person) ? handbook.team.people[person]?.contact : undefined,
    names: namesBy(handbook, practices),
    agenda: Practices.agenda(handbook, holidays, practices),
    called: calledBy(handbook),
    titled: (process) => titles.get(process) ?? same(process),
    timeZone: handbook.timeZone
  }
}

/** What is named in the handbook; it is looked through once, when somebody asks. */
const namesBy = (handbook: Handbook, practices: ReadonlyArray<Practice>): NonNullable<Edition["names"]> => {
  let names: ReturnType<typeof References.namesIn> | undefined
  return (named) => {
    names ??= References.namesIn(Practices.formOf(practices).schema, handbook)
    return [...(names.get(named) ?? [])]
  }
}
