/**
 * What came of a campaign: counted, and nobody named.
 *
 * @module
 */
import { Effect } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type { Moment } from "../../calendar/Moment.ts"
import * as Observations from "../../observations/Observations.ts"
import * as Outreach from "./Outreach.ts"

/** How many invitations were begun, what came of them, how many were left out on purpose, and how many of the invited opted out by them. */
export type Report = Readonly<Record<Outreach.Counted, number>>

/** The report of a campaign, from one moment until before another. */
export const of = Effect.fn("OutreachReport.of")(function* (
  account: AccountId,
  campaign: string,
  from: Moment,
  until: Moment
) {
  const count = (kind: typeof Outreach.kind | typeof Outreach.resultKind, what: Outreach.Counted) =>
    Effect.map(
      Observations.count(kind, { account, tag: Outreach.countTag(campaign, what) }, [from, until]),
      ([n = 0]) => n
    )
  return {
    invited: yield* count(Outreach.kind, "invited"),
    heldOut: yield* count(Outreach.kind, "heldOut"),
    optedOut: yield* count(Outreach.kind, "optedOut"),
    sent: yield* count(Outreach.resultKind, "sent"),
    refused: yield* count(Outreach.resultKind, "refused"),
    later: yield* count(Outreach.resultKind, "later"),
    unknown: yield* count(Outreach.resultKind, "unknown")
  } satisfies Report
})
