/**
 * A model that can be read: each word has weights, those of the words in a text are added up, and that is all.
 *
 * A word has one weight for tone (does it sound negative?), and perhaps one for each label. The tone of the whole text is a piece of evidence
 * for the labels, so that a word which was only ever seen in negative texts speaks for complaints as well.
 *
 * @module
 */
import { Schema } from "effect"
import * as Label from "./Label.ts"

const PerLabel = Schema.Array(Schema.Finite).check(
  Schema.isMinLength(Label.all.length),
  Schema.isMaxLength(Label.all.length)
)
const line = new RegExp(`^[^\\t]+\\t-?\\d+(?:(?:\\t-?\\d+){${Label.all.length}})?$`)

/** The file of a model. Numbers for labels stand in the order of `Label.all`. */
export const LinearModel = Schema.Struct({
  /** What judgements made with the model name. */
  edition: Schema.NonEmptyString,
  /** What the model was learned from: how many texts of which kind. */
  learnedFrom: Schema.Record(Schema.String, Schema.Int),
  tone: Schema.Struct({ bias: Schema.Finite, scale: Schema.Finite }),
  labels: Schema.Struct({
    bias: PerLabel,
    /** What the tone of the text adds to each label. */
    tone: PerLabel,
    /** Calibration: a label's sum is multiplied, and something is added, before shares are made of the sums. */
    scale: PerLabel,
    shift: PerLabel,
    /** How likely a label has to be before a judgement is sure; above 1, never. */
    sureFrom: PerLabel
  }),
  /** A line for each word, parted by tabs: the word, its weight for tone, and, where it has some, those for each label; in hundredths. */
  words: Schema.Array(Schema.String.check(Schema.isPattern(line)))
})
/** The file of a model. */
export type LinearModel = typeof LinearModel.Type

/** How many numbers a word has, and a text: tone comes first, and the labels follow. */
export const columns = 1 + Label.all.length

/** A model, ready to score: `weights` has a row of `columns` for each of the words. */
export interface Scorer {
  readonly model: LinearModel
  readonly words: ReadonlyArray<string>
  readonly weights: Float64Array
  /** What a text without a word is given. */
  readonly start: Float64Array
}

/** Makes a model ready. Calibration, and what tone adds to the labels, are worked into the weights: a word's weights are all that it does. */
export const compile = (model: LinearModel): Scorer => {
  const weights = new Float64Array(model.words.length * columns)
  const words = model.words.map((line, row) => {
    const [word = "", ...numbers] = line.split("\t")
    weights.set(worked(model, Number(numbers[0]) / 100, numbers.slice(1).map(Number), 100), row * columns)
    return word
  })
  const start = worked(model, model.tone.bias, model.labels.bias, 1).map(
    (sum, column) => sum + (column === 0 ? 0 : at(model.labels.shift, column - 1))
  )
  return { model, words, weights, start: Float64Array.from(start) }
}

const worked = ({ labels, tone }: LinearModel, own: number, others: ReadonlyArray<number>, unit: number) => [
  own * tone.scale,
  ...Label.all.map((_, label) => ((others[label] ?? 0) / unit + own * at(labels.tone, label)) * at(labels.scale, label))
]

/** What the words in these rows come to: how likely a negative tone is, and each label; the labels together are 1. */
export const score = ({ start, weights }: Scorer, rows: Int32Array, count: number): Float64Array => {
  const sums = start.slice()
  for (let one = 0; one < count; one++) {
    const row = at(rows, one) * columns
    for (let column = 0; column < columns; column++) sums[column] = at(sums, column) + at(weights, row + column)
  }
  let top = Number.NEGATIVE_INFINITY
  for (let column = 1; column < columns; column++) top = Math.max(top, at(sums, column))
  let total = 0
  for (let column = 1; column < columns; column++) {
    sums[column] = Math.exp(at(sums, column) - top)
    total += at(sums, column)
  }
  for (let column = 1; column < columns; column++) sums[column] = at(sums, column) / total
  sums[0] = 1 / (1 + Math.exp(-at(sums, 0)))
  return sums
}

/** A number of a list that is as long as it has to be. */
const at = (numbers: ArrayLike<number>, index: number): number => numbers[index] as number
