/**
 * What the built-in classifier gets right in texts it has not learned from, beside a word list and the most frequent class, and how fast it is.
 *
 * Five times a model is learned from four fifths of the texts and judges the last fifth. Then one is learned from reviews alone and asked for
 * the tone of posts, and the other way round: that is how a model does on a kind of text that nobody showed it.
 *
 * @module
 */
import { BuiltIn, type Judgement, Label } from "@dualops/core/triage"
import * as Bench from "./Bench.ts"
import { foldOf, learn } from "./training/Learn.ts"
import * as Texts from "./training/Texts.ts"
import * as WordList from "./training/WordList.ts"

interface Judged {
  readonly text: Texts.Text
  readonly judgement: Judgement.Judgement
}

const part = (numerator: number, denominator: number) => Number((numerator / denominator).toFixed(3))
const share = <A>(all: ReadonlyArray<A>, is: (one: A) => boolean) => part(all.filter(is).length, all.length)

/** How often a label was found, and how often it was right. */
const found = (judged: ReadonlyArray<Judged>, label: Label.Label) => {
  const meant = judged.filter(({ text }) => text.label === label)
  const said = judged.filter(({ judgement }) => judgement.label === label)
  const right = meant.filter(({ judgement }) => judgement.label === label)
  return { recall: part(right.length, meant.length), precision: part(right.length, said.length), texts: meant.length }
}

/** How far what is said to be likely is from how often it was right: ten steps of likelihood, weighted by how many are in each. */
const calibrationError = (judged: ReadonlyArray<Judged>) => {
  let off = 0
  for (let step = 0; step < 10; step++) {
    const here = judged.filter(
      ({ judgement: { label, probabilities } }) => Math.min(9, Math.floor(probabilities[label] * 10)) === step
    )
    const said = here.reduce((sum, { judgement: { label, probabilities } }) => sum + probabilities[label], 0)
    off += Math.abs(said - here.filter(({ judgement, text }) => judgement.label === text.label).length)
  }
  return part(off, judged.length)
}

const isToneRight = ({ judgement, text }: Judged) => judgement.negative > 0.5 === text.negative
const judgedBy = (texts: ReadonlyArray<Texts.Text>, judged: ReadonlyArray<Texts.Text>): ReadonlyArray<Judged> => {
  const judge = BuiltIn.judge(learn(texts, "of the benchmark"))
  return judged.map((text) => ({ text, judgement: judge(text.text) }))
}

const folder = Texts.folder()
if (folder === undefined)
  console.log("Skipped: there are no texts to learn from (DUALOPS_SHARED names the folder that has data/).")
else {
  const texts = Texts.read(folder)
  // Before anything is learned, as in a house: one classifier is in use, and the engine has seen no other.
  const judge = BuiltIn.judge(BuiltIn.model)
  const contender = (name: string, some: ReadonlyArray<string>, once: (text: string) => number): Bench.Contender => ({
    name: `${name}, ${Math.round(some.reduce((sum, text) => sum + text.length, 0) / some.length)} characters each`,
    units: some.length,
    once: () => some.reduce((sum, text) => sum + once(text), 0)
  })
  const judging = (text: string) => judge(text).negative
  const some = (source: string) => texts.flatMap((text) => (text.source === source ? [text.text] : [])).slice(0, 2000)
  const outcomes = Bench.race([
    contender("built-in, reviews", some("reviews"), judging),
    contender("built-in, comments", some("comments"), judging),
    contender("built-in, posts", some("posts"), judging),
    contender("word list, reviews", some("reviews"), (text) => (WordList.isNegative(text) ? 1 : 0))
  ])
  const foldIn = (text: Texts.Text) => foldOf(`${text.text} `, 5)
  const judged = [0, 1, 2, 3, 4].flatMap((fold) =>
    judgedBy(
      texts.filter((text) => foldIn(text) !== fold),
      texts.filter((text) => foldIn(text) === fold)
    )
  )
  const of = (is: (text: Texts.Text) => boolean) => judged.filter(({ text }) => is(text))
  const reviews = of(({ source }) => source === "reviews")
  const posts = of(({ source }) => source === "posts")
  const hand = of(({ label, source }) => label !== undefined && (source === "comments" || source === "posts"))
  const chance = of(({ byChance }) => byChance === true)
  const complaints = found(reviews, "complaint")

  const listed = (all: ReadonlyArray<Judged>) => {
    const said = all.filter(({ text }) => WordList.isNegative(text.text))
    const right = said.filter(({ text }) => text.negative)
    return {
      recall: part(right.length, all.filter(({ text }) => text.negative).length),
      precision: part(right.length, said.length),
      accuracy: share(all, ({ text }) => WordList.isNegative(text.text) === text.negative)
    }
  }
  const most = (all: ReadonlyArray<Judged>) => {
    const negative = share(all, ({ text }) => text.negative === true)
    return Math.max(negative, 1 - negative)
  }
  const reviewTexts = texts.filter(({ source }) => source === "reviews")
  const postTexts = texts.filter(({ source }) => source === "posts")
  const reviewsByPosts = judgedBy(postTexts, reviewTexts)
  const postsByReviews = judgedBy(reviewTexts, postTexts)

  const row = (...cells: ReadonlyArray<string | number>) => `| ${cells.join(" | ")} |`
  const ofReviews = listed(reviews)
  const tables = [
    "Every figure is of texts that the model had not learned from (five-fold cross-validation).",
    "",
    "| complaints among reviews | recall | precision |",
    "|---|--:|--:|",
    row("built-in, seven labels to choose from", complaints.recall, complaints.precision),
    row("word list", ofReviews.recall, ofReviews.precision),
    row(
      "most frequent class",
      1,
      share(reviews, ({ text }) => text.label === "complaint")
    ),
    "",
    "| tone, accuracy | reviews | Weibo posts |",
    "|---|--:|--:|",
    row("built-in", share(reviews, isToneRight), share(posts, isToneRight)),
    row(
      "learned from the other kind of text only",
      share(reviewsByPosts, isToneRight),
      share(postsByReviews, isToneRight)
    ),
    row("word list", ofReviews.accuracy, listed(posts).accuracy),
    row("most frequent class", part(most(reviews), 1), part(most(posts), 1)),
    "",
    "| label, of comments and posts labelled by hand | texts | recall | precision |",
    "|---|--:|--:|--:|",
    ...Label.all.map((label) => {
      const { precision, recall, texts } = found(hand, label)
      return row(label, texts, recall, precision)
    }),
    "",
    "| all seven labels | texts | right | most frequent class | sure | right where sure | calibration error |",
    "|---|--:|--:|--:|--:|--:|--:|",
    ...(
      [
        ["reviews", reviews],
        ["labelled by hand, most of them sought", hand],
        ["labelled by hand, drawn by chance", chance]
      ] as const
    ).map(([name, all]) =>
      row(
        name,
        all.length,
        share(all, ({ judgement, text }) => judgement.label === text.label),
        Math.max(...Label.all.map((label) => share(all, ({ text }) => text.label === label))),
        share(all, ({ judgement }) => judgement.sure),
        share(
          all.filter(({ judgement }) => judgement.sure),
          ({ judgement, text }) => judgement.label === text.label
        ),
        calibrationError(all)
      )
    )
  ]

  Bench.report({
    name: "classifier",
    unit: "texts",
    about: tables.join("\n"),
    outcomes,
    packages: ["effect"],
    figures: {
      reviewComplaintRecall: complaints.recall,
      reviewComplaintPrecision: complaints.precision,
      sentimentAccuracy: share(posts, isToneRight),
      expectedCalibrationError: calibrationError(judged.filter(({ text }) => text.label !== undefined)),
      reviewTextsPerSecond: Math.round(outcomes[0]?.perSecond ?? 0),
      commentTextsPerSecond: Math.round(outcomes[1]?.perSecond ?? 0)
    }
  })
}
