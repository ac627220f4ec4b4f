/**
 * The classifier that comes along: it needs no network, says why, and knows when it does not know.
 *
 * @module
 */
import { Effect, Layer, Schema } from "effect"
import type { Bilingual } from "../../finding/Bilingual.ts"
import { rangeOf } from "../content/FoldedText.ts"
import { Classifier } from "./Classifier.ts"
import * as Features from "./Features.ts"
import type { Judgement, Probabilities, Reason } from "./Judgement.ts"
import * as Label from "./Label.ts"
import * as LinearModel from "./LinearModel.ts"
import file from "./model.json" with { type: "json" }
import { strongest } from "./Reasons.ts"
import * as Vocabulary from "./Vocabulary.ts"

/** The model that comes along. `MODEL-CARD.md` beside it says what it was learned from, and what it is not good for. */
export const model: LinearModel.LinearModel = /* @__PURE__ */ Schema.decodeUnknownSync(LinearModel.LinearModel)(file)

/** How text is judged by a model: one text at a time, always the same. */
export const judge = (model: LinearModel.LinearModel): ((text: string) => Judgement) => {
  const scorer = LinearModel.compile(model)
  const read = Vocabulary.reader(Vocabulary.compile(scorer.words))
  return (text) => {
    const features = Features.of(text)
    const note = features.isCut ? { note: cut } : {}
    const found = read(features)
    const isBlank = features.folded.text.trim() === ""
    const shares = isBlank ? blank : LinearModel.score(scorer, found.rows, found.count)
    let best = 0
    Label.all.forEach((_, label) => {
      if (share(shares, label) > share(shares, best)) best = label
    })
    return {
      label: Label.all[best] as Label.Label,
      sure: isBlank || (found.share >= leastKnown && share(shares, best) >= (model.labels.sureFrom[best] as number)),
      probabilities: probabilities(shares),
      negative: shares[0] as number,
      reasons: isBlank ? [] : reasons(scorer, text, features, found, shares, best),
      by: `built-in ${model.edition}`,
      ...note
    }
  }
}

/** The classifier by a model: the one that comes along, or one that a house has trained itself. */
export const layer = (by: LinearModel.LinearModel = model): Layer.Layer<Classifier> =>
  Layer.sync(Classifier, () => {
    const one = judge(by)
    return { judge: (texts) => Effect.sync(() => texts.map(one)) }
  })

/** A text of which less is known is in words that the model has never seen, whatever the rest says. */
const leastKnown = 0.4

/** In a text without a sign nobody says anything. */
const blank = Float64Array.from([0.5, ...Label.all.map((label) => (label === "noise" ? 1 : 0))])

const cut: Bilingual = {
  zh: `文字太长，只看了前 ${Features.most} 个字符。`,
  en: `The text is too long: only its first ${Features.most} characters were read.`
}

/** By name, in the order of `Label.all`: written out, for a speed that a list of pairs has not. */
const probabilities = (shares: Float64Array): Probabilities => ({
  complaint: share(shares, 0),
  question: share(shares, 1),
  praise: share(shares, 2),
  lead: share(shares, 3),
  spam: share(shares, 4),
  attack: share(shares, 5),
  noise: share(shares, 6)
})

/** The share of a label. */
const share = (shares: Float64Array, label: number): number => shares[1 + label] as number

/** The weight of a word for a label, beside what the others would get of it by their shares. */
const reasons = (
  { weights }: LinearModel.Scorer,
  text: string,
  { folded }: Features.Features,
  { count, ends, rows, starts }: Vocabulary.Read,
  shares: Float64Array,
  best: number
): ReadonlyArray<Reason> => {
  const others = 1 - share(shares, best) + Number.EPSILON
  const spoken = Array.from({ length: count }, (_, one) => {
    const row = (rows[one] as number) * LinearModel.columns + 1
    let against = 0
    for (let label = 0; label < Label.all.length; label++)
      if (label !== best) against += (share(shares, label) / others) * (weights[row + label] as number)
    return {
      start: starts[one] as number,
      end: ends[one] as number,
      weight: (weights[row + best] as number) - against
    }
  })
  return strongest(spoken).map(({ end, start, weight }) => {
    const range = rangeOf(folded, start, end)
    return { range, piece: text.slice(range.start, range.end), weight }
  })
}
