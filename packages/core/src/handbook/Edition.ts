/**
 * What running a process needs of a handbook: its settings, who may do what, and how its calendars count.
 *
 * @module
 */
import { DateTime, Duration, Record, Result } from "effect"
import type { Holidays } from "../calendar/Holidays.ts"
import * as Timetable from "../calendar/Timetable.ts"
import { deadline } from "../calendar/WorkingTime.ts"
import { ResourceRequestProcess } from "../external-system/ResourceRequestProcess.ts"
import type * as Post from "../internal-system/content/Post.ts"
import { PostProcess } from "../internal-system/content/PostProcess.ts"
import type * as Receipt from "../internal-system/team/Receipt.ts"
import { ReceiptProcess } from "../internal-system/team/ReceiptProcess.ts"
import type * as Takeover from "../internal-system/team/Takeover.ts"
import { TakeoverProcess } from "../internal-system/team/TakeoverProcess.ts"
import type { Edition } from "../operations/Shelf.ts"
import type * as Stray from "../operations/Stray.ts"
import { StrayProcess } from "../operations/StrayProcess.ts"
import { always } from "../process/Allowance.ts"
import type { Reckon } from "../process/Due.ts"
import type { SettingsOf } from "../process/Process.ts"
import { entitledBy } from "./Entitlement.ts"
import type { Handbook } from "./Handbook.ts"

export { may } from "./Entitlement.ts"

/** The edition of a handbook. `settings` are those of processes that the brand has written itself, by their names. */
export const edition = (
  handbook: Handbook,
  holidays: Holidays,
  settings: Readonly<Record<string, unknown>> = {}
): Edition => {
  const told: Readonly<Record<string, unknown>> = {
    [PostProcess.name]: postSettings(handbook),
    [ResourceRequestProcess.name]: { resources: handbook.resources } satisfies SettingsOf<
      typeof ResourceRequestProcess
    >,
    [TakeoverProcess.name]: takeoverSettings(handbook),
    [ReceiptProcess.name]: receiptSettings(handbook),
    [StrayProcess.name]: straySettings(handbook),
    ...settings
  }
  return {
    version: handbook.version,
    // Settings stand under the name of the process that has asked for them.
    settings: (process) => told[process.name] as SettingsOf<typeof process>,
    entitled: entitledBy(handbook),
    reckon: reckonBy(handbook, holidays)
  }
}

/** What the handbook says of posts: the section on content, and the rules that positioning and the account add to it. */
export const postSettings = ({ account, content, positioning }: Handbook): Post.Settings => {
  const { bannedWords, mix: _, trademarks, ...policy } = content
  return {
    ...policy,
    rules: {
      route: account.route,
      safeDomains: account.safeDomains,
      styleCard: positioning.style,
      ...(bannedWords && { bannedWords }),
      ...(trademarks && { trademarks })
    }
  }
}

/** What the handbook says of takeovers: whoever stands in for a duty of somebody stands in for them; twelve hours unless it is said. */
export const takeoverSettings = ({ content, duties, team }: Handbook): Takeover.Settings => {
  const all = Object.values(duties)
  const owners = [...new Set(all.map(({ owner }) => owner))]
  return {
    lead: content.lead,
    most: team.takeover?.most ?? Duration.hours(12),
    standIns: Object.fromEntries(
      owners.map((owner) => [owner, all.filter((duty) => duty.owner === owner).flatMap(({ standIns }) => standIns)])
    )
  }
}

/** What the handbook says of hand-overs: they are read within an hour, unless it is said. */
export const receiptSettings = ({ content, team }: Handbook): Receipt.Settings => ({
  lead: content.lead,
  readWithin: team.handOver?.readWithin ?? always("1 hour")
})

/** What the handbook says of strays: they are told as a post is that waits for a person. */
export const straySettings = ({ content: { attention, lead } }: Handbook): Stray.Settings => ({ attention, lead })

/** Where a calendar cannot say when the time is up (its year is unknown, or it never opens), every minute counts: early, never late. */
const reckonBy = ({ calendars }: Handbook, holidays: Holidays): Reckon => {
  const timetables = Record.map(calendars, (calendar) => Timetable.make(calendar, holidays))
  return (start, { calendar, time }) => {
    const timetable = timetables[calendar]
    const everyMinute = DateTime.addDuration(start, time)
    return timetable === undefined ? everyMinute : Result.getOrElse(deadline(timetable, start, time), () => everyMinute)
  }
}
