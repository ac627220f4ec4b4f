/**
 * What a text was taken for, how likely that is, and what spoke for it: something a person can look at and correct.
 *
 * @module
 */
import { Schema } from "effect"
import { Bilingual } from "../../finding/Bilingual.ts"
import { Range } from "../../finding/Finding.ts"
import * as Label from "./Label.ts"

/** A piece of the text that spoke for the label. The piece is the fan's own words: escape it before it is printed. */
export const Reason = Schema.Struct({
  /** Where the piece stands in the text, so that a page can mark it. */
  range: Range,
  /** What stands there. */
  piece: Schema.String,
  /** How much the piece spoke for the label, beside the other labels; above zero. Comparable within one judgement only. */
  weight: Schema.Finite
})
/** A piece of the text that spoke for the label. */
export type Reason = typeof Reason.Type

/** How likely each label is; together they are 1. */
export const Probabilities = Schema.Struct({
  complaint: Schema.Finite,
  question: Schema.Finite,
  praise: Schema.Finite,
  lead: Schema.Finite,
  spam: Schema.Finite,
  attack: Schema.Finite,
  noise: Schema.Finite
} satisfies Record<Label.Label, unknown>)
/** How likely each label is. */
export type Probabilities = typeof Probabilities.Type

/** What a text was taken for. */
export const Judgement = Schema.Struct({
  /** The likeliest label, also where the judgement is not sure. */
  label: Label.Label,
  /** Whether the label may be acted on; where not, a person looks. */
  sure: Schema.Boolean,
  probabilities: Probabilities,
  /** How likely the tone is negative rather than positive, whatever the label. */
  negative: Schema.Finite,
  /** What spoke for the label, the strongest first; empty where nothing in the text did. */
  reasons: Schema.Array(Reason),
  /** Which classifier judged, with its edition: `built-in 1`. */
  by: Schema.NonEmptyString,
  /** What people should know of how it came about: another classifier failed, the text was cut. */
  note: Schema.optionalKey(Bilingual)
})
/** What a text was taken for. */
export type Judgement = typeof Judgement.Type

/** What is said of a text that nothing could judge. */
export const unsure: Judgement = {
  label: "noise",
  sure: false,
  probabilities: {
    complaint: 1 / 7,
    question: 1 / 7,
    praise: 1 / 7,
    lead: 1 / 7,
    spam: 1 / 7,
    attack: 1 / 7,
    noise: 1 / 7
  },
  negative: 0.5,
  reasons: [],
  by: "nobody"
}

/** The judgement as one line for people, without the fan's words: `投诉 93%` or `可能是投诉 48%，请人工确认`. */
export const line = ({ label, probabilities, sure }: Judgement): Bilingual => {
  const { en, zh } = Label.faces[label].title
  // Nobody is told that a judgement is certain.
  const share = `${Math.min(99, Math.round(probabilities[label] * 100))}%`
  return sure
    ? { zh: `${zh} ${share}`, en: `${en} ${share}` }
    : { zh: `可能是${zh} ${share}，请人工确认`, en: `Perhaps ${en.toLowerCase()} ${share}: a person has to look` }
}
