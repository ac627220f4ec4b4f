/**
 * How a fan found it: what they are asked once a complaint is closed, and what they say to that.
 *
 * @module
 */
import { Schema } from "effect"
import { Wait } from "../../calendar/TimeSpan.ts"
import { InteractionId } from "../interaction/Interaction.ts"

/** What a handbook says of the question. */
export const Survey = Schema.Struct({
  /** Its words, as somebody has approved them. They ask for a mark from 1 to 5, or in words. */
  question: Schema.NonEmptyString,
  /** How long after the complaint was closed it is asked: a fan who writes on is not interrupted. */
  after: Wait,
  /** Whether it is asked where the fan has said nothing, too; it is, unless it is said. */
  afterSilence: Schema.optionalKey(Schema.Boolean)
})
/** What a handbook says of the question. */
export type Survey = typeof Survey.Type

const said = { score: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 5 })), interaction: InteractionId }
/** What a fan has said: a mark from 1, the worst, to 5, and in which of their words. */
export interface Rating extends Schema.Struct.Type<typeof said> {}
/** The same as it is written. */
export interface RatingWritten extends Schema.Struct.Encoded<typeof said> {}
/** What a fan has said. */
export const Rating: Schema.Codec<Rating, RatingWritten> = Schema.Struct(said)

/** The mark that these words give and nothing else; nothing, where they say more than that: then somebody reads them. */
export const scoreOf = (text: string): number | undefined => {
  const bare = text
    .normalize("NFKC")
    .replace(/^(?:\/\/|回复)?@[^\s:]+:?/u, "")
    .replaceAll(/[\s.!~,。！，～]/gu, "")
  const digit = /^([1-5])(?:分|星|颗星)?$/u.exec(bare)?.[1]
  return digit === undefined ? byWord.get(bare) : Number(digit)
}

const byWord: ReadonlyMap<string, number> = new Map([
  ["非常满意", 5],
  ["很满意", 5],
  ["满意", 4],
  ["一般", 3],
  ["不满意", 2],
  ["很不满意", 1],
  ["非常不满意", 1]
])

/** Whoever gives so few is not content: the complaint is open again. */
export const isObjection = (score: number): boolean => score <= 2
