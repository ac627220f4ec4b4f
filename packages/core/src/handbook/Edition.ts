/**
 * What running a process needs of a handbook: its settings, who may do what, and how its calendars count.
 *
 * @module
 */
import { DateTime, Duration, Record, Result } from "effect"
import type { Holidays } from "../calendar/Holidays.ts"
import { onWall } from "../calendar/LocalTime.ts"
import * as Timetable from "../calendar/Timetable.ts"
import * as WallClock from "../calendar/WallClock.ts"
import { deadline } from "../calendar/WorkingTime.ts"
import { ResourceRequestProcess } from "../external-system/ResourceRequestProcess.ts"
import type * as Post from "../internal-system/content/Post.ts"
import { PostProcess } from "../internal-system/content/PostProcess.ts"
import type * as Answer from "../internal-system/interaction/Answer.ts"
import { AnswerProcess } from "../internal-system/interaction/AnswerProcess.ts"
import type * as HandOverReceipt from "../internal-system/team/HandOverReceipt.ts"
import { HandOverReceiptProcess } from "../internal-system/team/HandOverReceiptProcess.ts"
import { RenewalProcess } from "../internal-system/team/RenewalProcess.ts"
import type * as Takeover from "../internal-system/team/Takeover.ts"
import { TakeoverProcess } from "../internal-system/team/TakeoverProcess.ts"
import type { Edition } from "../operations/Editions.ts"
import type * as Notice from "../operations/Notice.ts"
import { NoticeProcess } from "../operations/NoticeProcess.ts"
import type * as UnclaimedOutcome from "../operations/UnclaimedOutcome.ts"
import { UnclaimedOutcomeProcess } from "../operations/UnclaimedOutcomeProcess.ts"
import type * as Warning from "../operations/Warning.ts"
import { WarningProcess } from "../operations/WarningProcess.ts"
import { PersonId } from "../process/Actor.ts"
import { always } from "../process/Allowance.ts"
import type { DueAt } from "../process/Due.ts"
import type { Any, SettingsOf } from "../process/Process.ts"
import { entitledBy, may } from "./Entitlement.ts"
import type { Handbook } from "./Handbook.ts"
import * as OwnSettings from "./OwnSettings.ts"

export { may } from "./Entitlement.ts"
export { own } from "./OwnSettings.ts"

/** The edition of a handbook, with what processes are told that the brand has written itself. */
export const edition = (
  handbook: Handbook,
  holidays: Holidays,
  ...ownSettings: ReadonlyArray<OwnSettings.OwnSettings>
): Edition => {
  const told: Readonly<Record<string, unknown>> = {
    ...Object.fromEntries(house.map(({ process, settings }) => [process.name, settings(handbook)])),
    ...OwnSettings.told(ownSettings, handbook.calendars)
  }
  return {
    version: handbook.version,
    settings: (process) =>
      // Settings stand under the name of the process that has asked for them.
      (Object.hasOwn(told, process.name) ? told[process.name] : OwnSettings.untold(process)) as SettingsOf<
        typeof process
      >,
    entitled: entitledBy(handbook),
    accounts: [handbook.account.id],
    dueAt: dueAtBy(handbook, holidays),
    timeZone: handbook.timeZone
  }
}

/** What the handbook says of posts: the section on content, and the rules that positioning and the account add to it. */
export const postSettings = ({ account, content, positioning, timeZone }: Handbook): Post.Settings => {
  const { accepted, allowedWords, bannedWords, goods, mix: _, trademarks, ...policy } = content
  const wall = WallClock.make(timeZone)
  const beginningOf = (date: string) => DateTime.makeUnsafe(wall.reaches(onWall(`${date}T00:00`)))
  return {
    ...policy,
    rules: {
      route: account.route,
      ...(account.otherRoutes && { otherRoutes: account.otherRoutes }),
      safeDomains: account.safeDomains,
      styleCard: positioning.style,
      ...(bannedWords && { bannedWords }),
      ...(allowedWords && { allowedWords }),
      ...(trademarks && { trademarks }),
      ...(goods && { goods }),
      ...(accepted && { accepted: accepted.map((one) => ({ ...one, until: beginningOf(one.until) })) })
    }
  }
}

/**
 * What the handbook says of answers. Before it is read nobody knows whether it is a question or a complaint, so the shortest promise of an
 * answer holds, and its chain is told in turn; without one, it may wait as long as a post may wait for a decision.
 */
export const answerSettings = (handbook: Handbook): Answer.Settings => {
  const { attention, lead, looks, patience, rules } = postSettings(handbook)
  const promised = Object.values(handbook.promises ?? {})
    .filter(({ keptWhen }) => keptWhen === "answered")
    .sort((one, other) => Duration.Order(one.within.time, other.within.time))[0]
  return {
    within: promised?.within ?? attention,
    lead: promised?.escalation?.at(-1)?.to ?? lead,
    ...(promised?.escalation && { chain: promised.escalation.map(({ to }) => to) }),
    attention,
    patience,
    looks,
    rules
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
export const receiptSettings = ({ content, team }: Handbook): HandOverReceipt.Settings => ({
  lead: content.lead,
  readWithin: team.handOver?.readWithin ?? always("1 hour")
})

/** What the handbook says of unclaimed outcomes and of renewals: they are told as a post is that waits for a person. */
export const unclaimedOutcomeSettings = ({ content: { attention, lead } }: Handbook): UnclaimedOutcome.Settings => ({
  attention,
  lead
})

/** What the handbook says of notices: the lead is told, and after the lead whoever else may see to it that something is done. */
export const noticeSettings = (handbook: Handbook): Notice.Settings => ({
  ...unclaimedOutcomeSettings(handbook),
  others: Object.keys(handbook.team.people)
    .filter((id) => id !== handbook.content.lead && may(handbook, id).has(NoticeProcess.steps.Acknowledge.by))
    .map((id) => PersonId.make(id))
})

/** What the handbook says of warnings: where nobody in particular is waited for, the people of the notices are told. */
export const warningSettings = (handbook: Handbook): Warning.Settings => {
  const { lead, others = [] } = noticeSettings(handbook)
  return { lead, others }
}

const ofHouse = <P extends Any>(process: P, settings: (handbook: Handbook) => SettingsOf<P>) => ({ process, settings })

/** Every process of the house, with what a handbook says of it. A new one is written down here, and nowhere else. */
const house = [
  ofHouse(PostProcess, postSettings),
  ofHouse(AnswerProcess, answerSettings),
  ofHouse(ResourceRequestProcess, ({ resources }) => ({ resources })),
  ofHouse(TakeoverProcess, takeoverSettings),
  ofHouse(HandOverReceiptProcess, receiptSettings),
  ofHouse(RenewalProcess, unclaimedOutcomeSettings),
  ofHouse(UnclaimedOutcomeProcess, unclaimedOutcomeSettings),
  ofHouse(NoticeProcess, noticeSettings),
  ofHouse(WarningProcess, warningSettings)
]

/** The processes of the house: those that every handbook has settings for, and is checked with. */
export const processes: ReadonlyArray<Any> = house.map(({ process }) => process)

/** Where a calendar cannot say when the time is up (its year is unknown, or it never opens), every minute counts: early, never late. */
const dueAtBy = ({ calendars }: Handbook, holidays: Holidays): DueAt => {
  const timetables = Record.map(calendars, (calendar) => Timetable.make(calendar, holidays))
  return (start, { calendar, time }) => {
    const timetable = timetables[calendar]
    const everyMinute = DateTime.addDuration(start, time)
    return timetable === undefined ? everyMinute : Result.getOrElse(deadline(timetable, start, time), () => everyMinute)
  }
}
