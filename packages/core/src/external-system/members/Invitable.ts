/**
 * Whether a member may be invited now: the rules, without the world.
 *
 * @module
 */
import { DateTime, Duration } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import type { TimeSpan } from "../../calendar/TimeSpan.ts"
import type { Consent, Member } from "./Member.ts"
import type { Result } from "./Outreach.ts"

/** One entry of what went between the brand and a member. */
export interface Entry {
  readonly number: number
  readonly what: "invited" | "heldOut" | "optedOut"
  readonly at: Moment
  readonly campaign?: string | undefined
  /** Left out where nobody knows yet. */
  readonly result?: Result | undefined
}

/** What holds for invitations. */
export interface Terms {
  readonly campaign: string
  /** The groups that are invited: a member is in one of them; every member may be, where none are named. */
  readonly segments?: ReadonlyArray<string>
  /** So many invitations to one member at most, of all campaigns together, … */
  readonly cap: number
  /** … in any stretch of time of that length. */
  readonly within: TimeSpan
  /** Which share of those who may be invited is left out all the same, to be compared with; nobody, unless it is said. */
  readonly holdout?: number
}

/** Why a member is not invited. */
export type Why = "noMember" | "noConsent" | "optedOut" | "otherSegment" | "invitedAlready" | "heldOut" | "cap"

/** Why a member, of whom all this is known, is not invited now; nothing where they may be. */
export const whyNot = (
  member: Member | undefined,
  history: ReadonlyArray<Entry>,
  { campaign, cap, segments, within }: Terms,
  now: Moment
): Why | undefined => {
  if (member === undefined) return "noMember"
  if (member.consent?.given !== true) return "noConsent"
  if (isOut(history, member.consent)) return "optedOut"
  if (segments !== undefined && !member.segments.some((segment) => segments.includes(segment))) return "otherSegment"
  if (history.some((one) => one.what === "heldOut" && one.campaign === campaign)) return "heldOut"
  const invited = history.filter(({ what }) => what === "invited")
  if (invited.some((one) => one.campaign === campaign && one.result !== "later")) return "invitedAlready"
  // One that was begun may have arrived a little later.
  const since = DateTime.subtractDuration(now, Duration.sum(within, flight))
  const recent = invited.filter((one) => mayHaveArrived(one) && DateTime.isGreaterThan(one.at, since))
  return recent.length < cap ? undefined : "cap"
}

/** Whether the member has opted out, and has not said since then that they want to hear again. In doubt they are out. */
export const isOut = (history: ReadonlyArray<Entry>, consent: Consent | undefined): boolean =>
  history.some(
    ({ at, what }) => what === "optedOut" && !(consent?.given === true && DateTime.isGreaterThan(consent.at, at))
  )

/** Whether an invitation counts for the cap: all do, but those of which it is certain that they did not go out. */
const mayHaveArrived = ({ result }: Entry): boolean => result !== "refused" && result !== "later"

/** An invitation that has not gone out by then does not go out any more, and one that was begun is given up. */
export const flight: TimeSpan = Duration.minutes(1)

/** Whether an invitation may be on its way at that moment. */
export const isInFlight = ({ at, result, what }: Entry, now: Moment): boolean =>
  what === "invited" && result === undefined && DateTime.isLessThan(now, DateTime.addDuration(at, flight))
