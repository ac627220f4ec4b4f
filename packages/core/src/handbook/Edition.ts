/**
 * What running a process needs of a handbook: its settings, who may do what, and how its calendars count.
 *
 * @module
 */
import { DateTime, Duration, Record, Result } from "effect"
import type { Holidays } from "../calendar/Holidays.ts"
import * as Timetable from "../calendar/Timetable.ts"
import { deadline } from "../calendar/WorkingTime.ts"
import type * as ResourceRequest from "../external-system/ResourceRequest.ts"
import { ResourceRequestProcess } from "../external-system/ResourceRequestProcess.ts"
import type * as Post from "../internal-system/content/Post.ts"
import { PostProcess } from "../internal-system/content/PostProcess.ts"
import type * as Answer from "../internal-system/interaction/Answer.ts"
import { AnswerProcess } from "../internal-system/interaction/AnswerProcess.ts"
import type * as HandOverReceipt from "../internal-system/team/HandOverReceipt.ts"
import { HandOverReceiptProcess } from "../internal-system/team/HandOverReceiptProcess.ts"
import type * as Renewal from "../internal-system/team/Renewal.ts"
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
import { calledBy } from "./Called.ts"
import { entitledBy, may } from "./Entitlement.ts"
import type { Handbook } from "./Handbook.ts"
import * as OwnSettings from "./OwnSettings.ts"
import { presenceBy } from "./Presence.ts"

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
    presence: presenceBy(handbook, holidays),
    called: calledBy(handbook),
    timeZone: handbook.timeZone
  }
}

/** What the handbook says of posts: the section on content, and the rules that positioning and the account add to it. */
export const postSettings = (handbook: Handbook): Post.Settings => {
  const { account, content, positioning } = handbook
  const { allowedWords, bannedWords, mix: _, trademarks, ...policy } = content
  return {
    ...policy,
    ...leadOf(handbook),
    rules: {
      route: account.route,
      ...(account.otherRoutes && { otherRoutes: account.otherRoutes }),
      safeDomains: account.safeDomains,
      styleCard: positioning.style,
      ...(bannedWords && { bannedWords }),
      ...(allowedWords && { allowedWords }),
      ...(trademarks && { trademarks })
    }
  }
}

/**
 * What the handbook says of answers. Before it is read nobody knows whether it is a question or a complaint, so the shortest promise of an
 * answer holds, and its chain is told in turn; without one, it may wait as long as a post may wait for a decision.
 */
export const answerSettings = (handbook: Handbook): Answer.Settings => {
  const { attention, lead, looks, others, patience, rules } = postSettings(handbook)
  const promised = Object.values(handbook.promises ?? {})
    .filter(({ keptWhen }) => keptWhen === "answered")
    .sort((one, other) => Duration.Order(one.within.time, other.within.time))[0]
  return {
    within: promised?.within ?? attention,
    ...(promised?.warnAt !== undefined && { warnAt: promised.warnAt }),
    lead: promised?.escalation?.at(-1)?.to ?? lead,
    ...(others && { others }),
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

/** What the handbook says of requests: where a sponsor is not there, the lead is told. */
export const requestSettings = (handbook: Handbook): ResourceRequest.Settings => {
  const { lead, others = [] } = leadOf(handbook)
  return { resources: handbook.resources, others: [lead, ...others] }
}

/** What the handbook says of hand-overs: they are read within an hour, unless it is said. */
export const receiptSettings = (handbook: Handbook): HandOverReceipt.Settings => ({
  ...leadOf(handbook),
  readWithin: handbook.team.handOver?.readWithin ?? always("1 hour")
})

/** What the handbook says of unclaimed outcomes, renewals and notices: they are told as a post is that waits for a person. */
export const noticeSettings = (handbook: Handbook): Notice.Settings & UnclaimedOutcome.Settings & Renewal.Settings => ({
  ...leadOf(handbook),
  attention: handbook.content.attention
})

/** Who is told where nobody in particular is waited for: the lead, and after the lead whoever else may see to it that something is done. */
export const leadOf = (handbook: Handbook): Warning.Settings => ({
  lead: handbook.content.lead,
  others: Object.keys(handbook.team.people)
    .filter((id) => id !== handbook.content.lead && may(handbook, id).has(NoticeProcess.steps.Acknowledge.by))
    .map((id) => PersonId.make(id))
})

const ofHouse = <P extends Any>(process: P, settings: (handbook: Handbook) => SettingsOf<P>) => ({ process, settings })

/** Every process of the house, with what a handbook says of it. A new one is written down here, and nowhere else. */
const house = [
  ofHouse(PostProcess, postSettings),
  ofHouse(AnswerProcess, answerSettings),
  ofHouse(ResourceRequestProcess, requestSettings),
  ofHouse(TakeoverProcess, takeoverSettings),
  ofHouse(HandOverReceiptProcess, receiptSettings),
  ofHouse(RenewalProcess, noticeSettings),
  ofHouse(UnclaimedOutcomeProcess, noticeSettings),
  ofHouse(NoticeProcess, noticeSettings),
  ofHouse(WarningProcess, leadOf)
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
