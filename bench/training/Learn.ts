/**
 * A model from texts of which people have said what they are.
 *
 * @module
 */
import { Features, Label, type LinearModel, Vocabulary } from "@dualops/core/triage"
import { calibrate, sureFrom } from "./Calibrate.ts"
import { type Example, type Fitted, fit, scores } from "./Fit.ts"
import type { Text } from "./Texts.ts"
import * as Words from "./Words.ts"

/**
 * How strongly weights are pulled towards zero, and how much a text counts that knows only complaint and praise (a review), and one that was
 * drawn by chance, beside one that was sought because its label is rare.
 */
export interface Settings {
  readonly toneDecay: number
  readonly labelDecay: number
  readonly reviewCounts: number
  readonly chanceCounts: number
  /** How much a text that was sought counts in calibration, where shares have to be those of what really comes. */
  readonly soughtCounts: number
}
/** Chosen on the reviews and the posts by cross-validation, and rounded. */
export const settings: Settings = { toneDecay: 8, labelDecay: 4, reviewCounts: 0.4, chanceCounts: 3, soughtCounts: 0.5 }

/** Learns a model. The same texts give the same model. */
export const learn = (texts: ReadonlyArray<Text>, edition: string, by = settings): LinearModel.LinearModel => {
  const features = texts.map(({ text }) => Features.of(text))
  const words = Words.of(features, (index) => texts[index]?.source === "written")
  const read = Vocabulary.reader(Vocabulary.compile(words))
  const rows = features.map((one) => {
    const found = read(one)
    return found.rows.slice(0, found.count)
  })
  const folds = texts.map(({ text }) => foldOf(text))

  const tones = texts.map(({ negative }, index): Example | undefined =>
    negative === undefined
      ? undefined
      : { rows: rows[index] as Int32Array, extra: 0, target: negative ? 1 : 0, counts: 1 }
  )
  const tone = fit(kept(tones), words.length, 2, by.toneDecay)
  const unseenTone = apart(tones, folds, (others) => fit(others, words.length, 2, by.toneDecay))
  const toneOf = (index: number) => difference(scores(unseenTone(index) ?? tone, rows[index] as Int32Array, 0))

  const labels = texts.map(({ byChance, label, source }, index): Example | undefined =>
    label === undefined
      ? undefined
      : {
          rows: rows[index] as Int32Array,
          extra: toneOf(index),
          target: Label.all.indexOf(label),
          counts: source === "reviews" ? by.reviewCounts : byChance ? by.chanceCounts : 1
        }
  )
  const size = Label.all.length
  const fitted = fit(kept(labels), words.length, size, by.labelDecay)
  const unseen = apart(labels, folds, (others) => fit(others, words.length, size, by.labelDecay))
  const judged = labels.flatMap((example, index) =>
    example === undefined
      ? []
      : [
          {
            ...{ target: example.target, byChance: texts[index]?.byChance === true },
            counts: example.counts === 1 ? by.soughtCounts : example.counts,
            sums: scores(unseen(index) ?? fitted, example.rows, example.extra)
          }
        ]
  )
  const calibration = calibrate(judged, size)
  return {
    edition,
    learnedFrom: counted(texts),
    tone: { bias: rounded(difference(biases(tone))), scale: 1 },
    labels: {
      bias: [...biases(fitted)].map(rounded),
      tone: [...fitted.weights.subarray(words.length * size, (words.length + 1) * size)].map(rounded),
      ...calibration,
      sureFrom: sureFrom(judged, calibration)
    },
    words: words.flatMap((word, row) => line(word, row, tone, fitted))
  }
}

/** Texts that are the same are in the same fold: nobody is examined in what was learned by heart. */
export const foldOf = (text: string, folds = 3): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return ((hash ^ (hash >>> 15)) >>> 0) % folds
}

/** For each example what was learned from those of the other folds. */
const apart = (
  examples: ReadonlyArray<Example | undefined>,
  folds: ReadonlyArray<number>,
  learned: (others: ReadonlyArray<Example>) => Fitted
): ((index: number) => Fitted | undefined) => {
  const byFold = [0, 1, 2].map((fold) => learned(kept(examples.filter((_, index) => folds[index] !== fold))))
  return (index) => (examples[index] === undefined ? undefined : byFold[folds[index] as number])
}

const kept = (examples: ReadonlyArray<Example | undefined>): ReadonlyArray<Example> =>
  examples.filter((one) => one !== undefined)

const difference = (sums: Float64Array): number => (sums[1] as number) - (sums[0] as number)
const biases = ({ classes, weights, words }: Fitted): Float64Array => weights.slice((words + 1) * classes)
const rounded = (number: number): number => Math.round(number * 1000) / 1000

/** Words whose weights are nothing are left out; of the labels' weights, those of words that have none worth a hundredth of one. */
const line = (word: string, row: number, tone: Fitted, labels: Fitted): ReadonlyArray<string> => {
  const own = Math.round(difference(tone.weights.subarray(row * 2, row * 2 + 2)) * 100)
  const others = Array.from(labels.weights.subarray(row * labels.classes, (row + 1) * labels.classes), (weight) =>
    Math.round(weight * 100)
  )
  const tells = others.some((weight) => Math.abs(weight) >= 5)
  if (!tells && Math.abs(own) < 3) return []
  return [[word, own, ...(tells ? others : [])].join("\t")]
}

const counted = (texts: ReadonlyArray<Text>): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { label, source } of texts) {
    const name = source === "posts" && label !== undefined ? "posts, labelled by hand" : source
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}
