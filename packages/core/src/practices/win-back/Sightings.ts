/**
 * What a house has heard of its fans, as sightings: what they wrote, redeemed and entered draws with is a sign of life; what was sent to them is none. A code in
 * no post was in an advertisement or on a package: who is first seen by one came that way.
 *
 * @module
 */
import { Effect } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type { FanId } from "../../account/FanId.ts"
import type { Moment } from "../../calendar/Moment.ts"
import * as CodeRedeemed from "../../external-system/codes/CodeRedeemed.ts"
import * as Outreach from "../../external-system/members/Outreach.ts"
import * as DrawEntry from "../../external-system/prizes/DrawEntry.ts"
import type { Sighting } from "../../internal-system/fans/FanLife.ts"
import * as Heard from "../../internal-system/triage/Heard.ts"
import type { Label } from "../../internal-system/triage/Label.ts"
import type { RecordedOf } from "../../observations/Observation.ts"
import * as Observations from "../../observations/Observations.ts"

const signs = [Heard.kind, CodeRedeemed.kind, DrawEntry.kind] as const

/** The kinds of observation that tell of fans: signs of life, and what was sent to them. */
export const kinds = [...signs, Outreach.kind] as const

/**
 * Hands over each sign of life of the account's fans from a moment on, before another; who was erased is in none of it. Of what was taken back, too: who gave a
 * redemption back was there all the same.
 */
export const between = Effect.fn("Sightings.between")(function* (
  account: AccountId,
  span: { readonly from: Moment; readonly until: Moment },
  take: (fan: FanId, at: Moment) => void
) {
  const asked = { account, ...span, order: "oldest", limit: pageSize } as const
  for (const kind of signs) {
    const whole = { ...kind, takenBackBy: undefined }
    yield* Observations.each<(typeof signs)[number]>(whole, asked, ({ observations }) => {
      for (const { at, personal } of observations) if (personal !== undefined) take(personal.fan, at)
    })
  }
})

const pageSize = 1_000

/** What an observation of one of the {@link kinds} tells of a fan; nothing where it tells nothing, or whose it is is not known. */
export const of = (one: RecordedOf<(typeof kinds)[number]>, day: number): Sighting | undefined => {
  const fan = one.personal?.fan
  if (fan === undefined) return undefined
  switch (one.kind) {
    case "Heard":
      return { fan, day, is: "seen", ...did[one.facts.label] }
    case "CodeRedeemed":
      return { fan, day, is: "seen", did: "redeemed", ...(one.facts.post === undefined && { by: "advertisement" }) }
    case "DrawEntry":
      return { fan, day, is: "seen", by: "event" }
    case "Outreach":
      return one.facts.what === "invited" ? { fan, day, is: "invited" } : undefined
  }
}

const did: Partial<Record<Label, { readonly did: "asked" | "complained" }>> = {
  question: { did: "asked" },
  complaint: { did: "complained" }
}
