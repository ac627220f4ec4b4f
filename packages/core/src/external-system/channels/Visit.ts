/**
 * The observation that somebody came by a tracked link, and what is counted of it: by placement, and by campaign. Who came is nobody's business.
 *
 * @module
 */
import { Effect, Option, Schema } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import * as Tag from "../../account/Tag.ts"
import type { Moment } from "../../calendar/Moment.ts"
import * as Observation from "../../observations/Observation.ts"
import * as Observations from "../../observations/Observations.ts"
import { CaseId, textUpTo } from "../../process/CaseId.ts"
import * as TrackedLink from "./TrackedLink.ts"

const [ofPlacement, ofCampaign] = ["link", "utm-campaign"]

/** Somebody came by a tracked link. */
export const kind = Observation.define("Visit", {
  title: { zh: "访问", en: "Visit by a tracked link" },
  facts: {
    placement: CaseId.annotate(Tag.as(ofPlacement)),
    channel: Schema.NonEmptyString,
    campaign: Schema.NonEmptyString.annotate(Tag.as(ofCampaign))
  }
})

/** The tags by which visits are found and counted. */
export const tags = {
  /** Visits by the link of a placement. */
  placement: (placement: CaseId) => Tag.of(ofPlacement, TrackedLink.spelled(placement)),
  /** Visits by the links of a campaign, however its name is spelled. */
  campaign: (campaign: string) => Tag.of(ofCampaign, TrackedLink.spelled(campaign))
}

/** The longest address that is looked at: what strangers ask a server for has no end. */
const longest = 4_000
/** And the longest name of a campaign in it. */
const longestCampaign = 200

/**
 * The visit of an address that a web server has logged, to be recorded; nothing where it came by no tracked link. `key` is the line of the log, and names
 * nobody.
 */
export const of = (
  visited: string,
  { account, at, key, source }: Omit<Observation.ObservationOf<typeof kind>, "facts">
): Option.Option<Observation.ObservationOf<typeof kind>> =>
  Option.flatMap(
    visited.length > longest ? Option.none() : TrackedLink.utmOf(visited),
    ({ campaign, content, source: channel }) =>
      Option.map(
        namesOf({
          placement: TrackedLink.spelled(content),
          channel: TrackedLink.spelled(channel),
          campaign: TrackedLink.spelled(campaign)
        }),
        (facts) => ({ account, at, key, source, facts })
      )
  )

/** What a stranger writes into an address may be no name of anything. */
const namesOf = Schema.decodeOption(
  Schema.Struct({ placement: CaseId, channel: Schema.NonEmptyString, campaign: textUpTo(longestCampaign) })
)

/** How many came by each of these placements, in their order, from one moment until before another. */
export const byPlacement = Effect.fn("Visit.byPlacement")(function* (
  account: AccountId,
  placements: ReadonlyArray<CaseId>,
  from: Moment,
  until: Moment
) {
  return yield* Effect.forEach(placements, (placement) =>
    Effect.map(
      Observations.count(kind, { account, tag: tags.placement(placement) }, [from, until]),
      ([visits = 0]) => ({ placement, visits })
    )
  )
})
