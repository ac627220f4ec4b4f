/**
 * What is watched for: words of which all, or any, have to be said, words that rule a text out, and words that have to stand near one another.
 *
 *     { name: "leaks", any: ["漏水", "渗水"], all: ["小茶壶"], near: [{ words: ["壶盖", "裂"], within: 8 }], none: ["招聘"], notIn: ["小茶壶博物馆"] }
 *
 * The words stand here; `Watching` reads texts by them.
 *
 * @module
 */
import { Schema } from "effect"
import * as Expected from "../../finding/Expected.ts"

const Words = Schema.Array(Schema.NonEmptyString)
const WordsOrNone = Schema.optionalKey(Words)

/** Words that stand near one another, in whatever order, with so many characters at most between each and the next. */
export const Near = Schema.Struct({
  words: Words.check(Schema.isMinLength(2)),
  within: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 200 }))
})
/** Words that stand near one another. */
export type Near = typeof Near.Type

/** What is watched for. */
export const WatchTerm = Schema.Struct({
  // An alarm is a case that is named after it.
  name: Schema.NonEmptyString.check(Schema.isMaxLength(60)).annotateKey({
    description: "What people call it, in 60 characters; alarms bear the name."
  }),
  all: WordsOrNone.annotateKey({ description: "Every one of these has to be said." }),
  any: WordsOrNone.annotateKey({ description: "One of these has to be said." }),
  near: Schema.optionalKey(Schema.Array(Near)).annotateKey({
    description: "The words of each have to stand near one another, with so many characters at most between them."
  }),
  none: WordsOrNone.annotateKey({ description: "A text in which one of these is said is left out." }),
  notIn: WordsOrNone.annotateKey({
    description:
      "Longer phrases in which a word does not count: 小米粥 for 小米. The same word elsewhere in the text does."
  })
}).check(
  Schema.makeFilter(
    ({ all = [], any = [], near = [] }) => all.length + any.length + near.length > 0,
    Expected.check({
      zh: "至少有一个要出现的词（all、any 或 near）",
      en: "a term with at least one word to be said (all, any or near)"
    })
  )
)
/** What is watched for. */
export type WatchTerm = typeof WatchTerm.Type
