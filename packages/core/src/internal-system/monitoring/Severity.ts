/**
 * How grave an alarm is, as data of the handbook: levels, the gravest first, each with what it takes, whose it is, how soon they judge it, and what they
 * do then. The first level that holds is the alarm's, and says why.
 *
 * @module
 */
import { Schema } from "effect"
import { Bilingual } from "../../finding/Bilingual.ts"
import * as Expected from "../../finding/Expected.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"

/** More people than there are, and more followers than they have, are a slip. */
const AtLeast = Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1e12 }))
const Share = Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))

/** What it takes: everything that is said has to hold. */
export const When = Schema.Struct({
  authors: Schema.optionalKey(AtLeast).annotateKey({ description: "At least so many people wrote." }),
  perHour: Schema.optionalKey(AtLeast).annotateKey({ description: "At least so many people an hour." }),
  times: Schema.optionalKey(AtLeast).annotateKey({ description: "At least so many times the usual number." }),
  reach: Schema.optionalKey(AtLeast).annotateKey({ description: "At least so many followers of those who wrote." }),
  negative: Schema.optionalKey(Share).annotateKey({
    description: "At least such a share complains or attacks: 0 to 1."
  }),
  media: Schema.optionalKey(Schema.Array(Schema.NonEmptyString)).annotateKey({
    description: "Heard in one of these media: comment, mention, repost, or whatever a source calls itself."
  })
})
/** What it takes. */
export type When = typeof When.Type

/** A level of gravity. */
export const Level = Schema.Struct({
  name: Schema.NonEmptyString,
  title: Bilingual,
  when: When,
  team: Schema.NonEmptyArray(PersonId).annotateKey({
    description: "Who judges an alarm of this level: the first of them who is there; who is told next when it waits."
  }),
  within: Allowance.annotateKey({ description: "How soon it has to be judged." }),
  steps: Schema.Array(Bilingual).annotateKey({ description: "What is to be done when it is true, in order." }),
  isCrisis: Schema.optionalKey(Schema.Boolean).annotateKey({
    description: "Whether a crisis is to be thought of when an alarm of this level is true: then somebody decides."
  }),
  declares: Schema.optionalKey(Schema.NonEmptyString).annotateKey({
    description: "The level of crisis that an alarm of this level declares by itself, before anybody has judged it."
  })
})
/** A level of gravity. */
export type Level = typeof Level.Type

/** The levels of a handbook, the gravest first; the last takes every alarm. */
export const Levels = Schema.NonEmptyArray(Level).check(
  Schema.makeFilter(
    (levels) => Object.keys(levels.at(-1)?.when ?? {}).length === 0,
    Expected.check({
      zh: "最后一级的 when 为空，使每个警报都有级别",
      en: "levels whose last has an empty `when`, so that every alarm has one"
    })
  )
)
/** The levels of a handbook. */
export type Levels = typeof Levels.Type

/** What is known of an alarm. What nobody can tell is left out, and holds for no level that asks for it. */
export const Figures = Schema.Struct({
  authors: Schema.Finite,
  perHour: Schema.Finite,
  times: Schema.Finite,
  reach: Schema.optionalKey(Schema.Finite),
  negative: Schema.optionalKey(Schema.Finite),
  media: Schema.Array(Schema.String)
})
/** What is known of an alarm. */
export type Figures = typeof Figures.Type

/** A level, and what of it held. */
export interface Verdict {
  readonly level: Level
  readonly why: ReadonlyArray<keyof When>
}

/** The first level that holds. */
export const of = (levels: Levels, figures: Figures): Verdict => {
  const level = levels.find(({ when }) => holds(when, figures)) ?? levels[levels.length - 1] ?? levels[0]
  return { level, why: asked.filter((key) => level.when[key] !== undefined) }
}

const numbers = ["authors", "perHour", "times", "reach", "negative"] as const
const asked = [...numbers, "media"] as const

const holds = (when: When, figures: Figures): boolean =>
  numbers.every((key) => when[key] === undefined || (figures[key] ?? Number.NEGATIVE_INFINITY) >= when[key]) &&
  (when.media === undefined || when.media.some((one) => figures.media.includes(one)))
