/**
 * The observation that a code was redeemed, and what is counted of it: by series, by placement and by post. Of whom, where the till knew that, stands
 * apart and can be erased.
 *
 * @module
 */
import { Schema } from "effect"
import { FanId } from "../../account/FanId.ts"
import { PostId } from "../../account/PostId.ts"
import * as Tag from "../../account/Tag.ts"
import * as Observation from "../../observations/Observation.ts"
import { CaseId } from "../../process/CaseId.ts"
import { placementOf, type Terms } from "./CodeTerms.ts"

const [ofSeries, ofPlacement, ofPost] = ["codes", "placement", "post"]

/** A code was redeemed. */
export const kind = Observation.define("CodeRedeemed", {
  title: { zh: "兑换", en: "Redemption of a code" },
  facts: {
    series: CaseId.annotate(Tag.as(ofSeries)),
    /** The placement, by its name in all series. */
    placement: Schema.NonEmptyString.annotate(Tag.as(ofPlacement)),
    post: Schema.optionalKey(PostId.annotate(Tag.as(ofPost)))
  },
  personal: { fan: FanId }
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

/** The redemption of a number, to be recorded: of one number there is one. */
export const of = (
  terms: Terms,
  {
    at,
    fan,
    number,
    till
  }: Pick<Observation.ObservationOf<typeof kind>, "at"> & {
    readonly number: number
    readonly till: string
    readonly fan?: FanId | undefined
  }
): Observation.ObservationOf<typeof kind> => {
  const placement = placementOf(terms, number)
  if (placement === undefined) throw new Error(`Number ${number} of series ${terms.series} was given to no placement`)
  return {
    account: terms.account,
    key: `${terms.series}/${number}`,
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
