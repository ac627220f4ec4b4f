/**
 * What a handbook tells the processes of the house: their settings, read off its chapters.
 *
 * @module
 */
import { DateTime, Duration } from "effect"
import type * as Notice from "../attention/Notice.ts"
import { NoticeProcess } from "../attention/NoticeProcess.ts"
import type * as UnclaimedOutcome from "../attention/UnclaimedOutcome.ts"
import type * as Warning from "../attention/Warning.ts"
import { onWall } from "../calendar/LocalTime.ts"
import * as WallClock from "../calendar/WallClock.ts"
import type * as ResourceRequest from "../external-system/ResourceRequest.ts"
import type * as Post from "../internal-system/content/Post.ts"
import type * as Answer from "../internal-system/interaction/Answer.ts"
import * as Ladder from "../internal-system/interaction/Ladder.ts"
import type * as HandOverReceipt from "../internal-system/team/HandOverReceipt.ts"
import type * as Renewal from "../internal-system/team/Renewal.ts"
import type * as Takeover from "../internal-system/team/Takeover.ts"
import { always } from "../process/Allowance.ts"
import { holders } from "./Entitlement.ts"
import type { Handbook } from "./Handbook.ts"

/** What the handbook says of posts: the section on content, and the rules that positioning and the account add to it. */
export const ofPosts = (handbook: Handbook): Post.Settings => {
  const { account, content, positioning, timeZone } = handbook
  const { accepted, allowedWords, bannedWords, goods, mix: _, trademarks, ...policy } = content
  const wall = WallClock.make(timeZone)
  const beginningOf = (date: string) => DateTime.makeUnsafe(wall.reaches(onWall(`${date}T00:00`)))
  return {
    ...policy,
    ...ofWarnings(handbook),
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
 * answer holds, and each of its chain is told after the time that stands there; without one, it may wait as long as a post may wait for a decision.
 */
export const ofAnswers = (handbook: Handbook): Answer.Settings => {
  const { attention, lead, looks, others, patience, rules } = ofPosts(handbook)
  const answered = Object.values(handbook.promises ?? {}).filter(({ keptWhen }) => keptWhen === "answered")
  const ladder = Ladder.ofPromise(Ladder.shortest(answered) ?? { within: attention })
  return {
    ...ladder,
    lead: ladder.chain?.at(-1)?.to ?? lead,
    ...(others && { others }),
    attention,
    patience,
    looks,
    rules
  }
}

/** What the handbook says of takeovers: whoever stands in for a duty of somebody stands in for them; twelve hours unless it is said. */
export const ofTakeovers = ({ content, duties, team }: Handbook): Takeover.Settings => {
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
export const ofRequests = (handbook: Handbook): ResourceRequest.Settings => {
  const { lead, others = [] } = ofWarnings(handbook)
  return { resources: handbook.resources, others: [lead, ...others] }
}

/** What the handbook says of hand-overs: they are read within an hour, unless it is said. */
export const ofReceipts = (handbook: Handbook): HandOverReceipt.Settings => ({
  ...ofWarnings(handbook),
  readWithin: handbook.team.handOver?.readWithin ?? always("1 hour")
})

/** What the handbook says of notices, unclaimed outcomes and renewals: they are told as a post is that waits for a person. */
export const ofNotices = (handbook: Handbook): Notice.Settings & UnclaimedOutcome.Settings & Renewal.Settings => ({
  ...ofWarnings(handbook),
  attention: handbook.content.attention
})

/** What the handbook says of warnings: the lead is told, and after the lead whoever else may see to it that something is done. */
export const ofWarnings = (handbook: Handbook): Warning.Settings => ({
  lead: handbook.content.lead,
  others: holders(handbook, NoticeProcess.steps.Acknowledge.by).filter((id) => id !== handbook.content.lead)
})
