/**
 * Taking part in a draw, as an observation: who did what, and when. A million of them are no cases.
 *
 * @module
 */
import { Schema } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import { FanId } from "../../account/FanId.ts"
import * as Tag from "../../account/Tag.ts"
import type { Moment } from "../../calendar/Moment.ts"
import * as Observation from "../../observations/Observation.ts"

/** What a draw is called: the same as its case. */
export const DrawId = Schema.NonEmptyString.annotate(Tag.as("draw")).pipe(Schema.brand("DrawId"))
/** What a draw is called. */
export type DrawId = typeof DrawId.Type

/** One thing that somebody did to take part. */
export const kind = Observation.define("DrawEntry", {
  title: { zh: "抽奖参与", en: "entry of a draw" },
  facts: {
    draw: DrawId,
    /** What it was, in the words of the draw: `repost`, `follow`. */
    did: Schema.NonEmptyString
  },
  personal: { fan: FanId }
})

/** An entry, to be recorded: whoever does the same thing again is recorded once, with the first time. */
export const of = (entry: {
  readonly account: AccountId
  readonly draw: DrawId
  readonly fan: FanId
  readonly did: string
  readonly at: Moment
  readonly source: string
}): Observation.ObservationOf<typeof kind> => {
  const { account, at, did, draw, fan, source } = entry
  return { account, at, source, key: JSON.stringify([draw, did, fan]), facts: { draw, did }, personal: { fan } }
}
