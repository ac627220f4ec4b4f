/**
 * The observation that a code was redeemed, and what is counted of it: by series, by placement and by post. Of whom, where the till knew that, stands
 * apart and can be erased. A redemption that was given back is taken back by another observation, of the same key and moment.
 *
 * @module
 */
import { Schema } from "effect"
import { FanId } from "../../account/FanId.ts"
import { PostId } from "../../account/PostId.ts"
import * as Tag from "../../account/Tag.ts"
import { Moment } from "../../calendar/Moment.ts"
import * as Observation from "../../observations/Observation.ts"
import { CaseId } from "../../process/CaseId.ts"
import { placementOf, type Terms } from "./CodeTerms.ts"
import type { Taken } from "./Redemption.ts"

const [ofSeries, ofPlacement, ofPost] = ["codes", "placement", "post"]

const facts = {
  series: CaseId.annotate(Tag.as(ofSeries)),
  /** The placement, by its name in all series. */
  placement: Schema.NonEmptyString.annotate(Tag.as(ofPlacement)),
  post: Schema.optionalKey(PostId.annotate(Tag.as(ofPost)))
}

/** A redemption was given back. Its moment is that of the redemption, which is not counted then any more; when it was given back stands in the facts. */
export const back = Observation.define("CodeGivenBack", {
  title: { zh: "退回的兑换", en: "Redemption given back" },
  facts: { ...facts, givenBack: Moment }
})

/** A code was redeemed. */
export const kind = Observation.define("CodeRedeemed", {
  title: { zh: "兑换", en: "Redemption of a code" },
  facts,
  personal: { fan: FanId },
  takenBackBy: back
})

/** The name of a placement in all series. */
export const placementName = (series: CaseId, placement: string): string => `${series}/${placement}`

/** The tags by which redemptions are found and counted. */
export const tags = {
  /** Of a series. */
  series: (series: CaseId) => Tag.of(ofSeries, series),
  /** Of a placement. */
  placement: (series: CaseId, placement: string) => Tag.of(ofPlacement, placementName(series, placement)),
  /** Of the codes in a post. */
  post: (post: PostId) => Tag.of(ofPost, post)
}

/** A redemption, to be recorded: of one number there is one each turn. */
export const of = (
  terms: Terms,
  { at, fan, number, till, turn }: Redeemed & { readonly fan?: FanId | undefined }
): Observation.ObservationOf<typeof kind> => {
  const placement = placementOf(terms, number)
  if (placement === undefined) throw new Error(`Number ${number} of series ${terms.series} was given to no placement`)
  return {
    account: terms.account,
    key: turn === 1 ? `${terms.series}/${number}` : `${terms.series}/${number}/${turn}`,
    at,
    source: till,
    facts: {
      series: terms.series,
      placement: placementName(terms.series, placement.id),
      ...(placement.post !== undefined && { post: placement.post })
    },
    ...(fan !== undefined && { personal: { fan } })
  }
}

/** The giving back of a redemption, to be recorded. */
export const backOf = (
  terms: Terms,
  taken: Redeemed & { readonly back: NonNullable<Taken["back"]> }
): Observation.ObservationOf<typeof back> => {
  const { personal: _, ...redeemed } = of(terms, taken)
  return { ...redeemed, facts: { ...redeemed.facts, givenBack: taken.back.at } }
}

type Redeemed = Pick<Taken, "at" | "number" | "till" | "turn">
