/**
 * What a handbook tells the processes of the house: their settings, read off its chapters.
 *
 * @module
 */
import { Duration } from "effect"
import type * as Post from "../internal-system/content/Post.ts"
import type * as Answer from "../internal-system/interaction/Answer.ts"
import type * as HandOverReceipt from "../internal-system/team/HandOverReceipt.ts"
import type * as Takeover from "../internal-system/team/Takeover.ts"
import type * as Notice from "../operations/Notice.ts"
import { NoticeProcess } from "../operations/NoticeProcess.ts"
import type * as UnclaimedOutcome from "../operations/UnclaimedOutcome.ts"
import type * as Warning from "../operations/Warning.ts"
import { PersonId } from "../process/Actor.ts"
import { always } from "../process/Allowance.ts"
import { may } from "./Entitlement.ts"
import type { Handbook } from "./Handbook.ts"

/** What the handbook says of posts: the section on content, and the rules that positioning and the account add to it. */
export const ofPosts = ({ account, content, positioning }: Handbook): Post.Settings => {
  const { allowedWords, bannedWords, mix: _, trademarks, ...policy } = content
  return {
    ...policy,
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
export const ofAnswers = (handbook: Handbook): Answer.Settings => {
  const { attention, lead, looks, patience, rules } = ofPosts(handbook)
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

/** What the handbook says of hand-overs: they are read within an hour, unless it is said. */
export const ofReceipts = ({ content, team }: Handbook): HandOverReceipt.Settings => ({
  lead: content.lead,
  readWithin: team.handOver?.readWithin ?? always("1 hour")
})

/** What the handbook says of unclaimed outcomes and of renewals: they are told as a post is that waits for a person. */
export const ofUnclaimedOutcomes = ({ content: { attention, lead } }: Handbook): UnclaimedOutcome.Settings => ({
  attention,
  lead
})

/** What the handbook says of notices: the lead is told, and after the lead whoever else may see to it that something is done. */
export const ofNotices = (handbook: Handbook): Notice.Settings => ({
  ...ofUnclaimedOutcomes(handbook),
  others: Object.keys(handbook.team.people)
    .filter((id) => id !== handbook.content.lead && may(handbook, id).has(NoticeProcess.steps.Acknowledge.by))
    .map((id) => PersonId.make(id))
})

/** What the handbook says of warnings: where nobody in particular is waited for, the people of the notices are told. */
export const ofWarnings = (handbook: Handbook): Warning.Settings => {
  const { lead, others = [] } = ofNotices(handbook)
  return { lead, others }
}
