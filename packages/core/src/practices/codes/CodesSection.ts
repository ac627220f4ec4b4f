/**
 * What a handbook says of codes; without the section, no series is given out.
 *
 *     codes:
 *       approvers: [he, zhou]
 *       most: 50000
 *       longest: 60 days
 *       words: [PEPSI]
 *
 * @module
 */
import { Schema } from "effect"
import { TimeSpan } from "../../calendar/TimeSpan.ts"
import * as CodeTerms from "../../external-system/codes/CodeTerms.ts"
import * as Name from "../../finding/Name.ts"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import { PersonId } from "../../process/Actor.ts"

/** The section of handbooks by which codes are given out. */
export const CodesSection = HandbookSection.make("codes", {
  title: { zh: "暗号与兑换码", en: "Codes" },
  schema: Schema.Struct({
    approvers: Schema.NonEmptyArray(PersonId.annotate(Name.counted)).annotateKey({
      description: "Who approves a series; nobody approves what they have drafted."
    }),
    most: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: CodeTerms.most })).annotateKey({
      description: "How many discounts are granted for one series: it has no more codes."
    }),
    longest: TimeSpan.annotateKey({ description: "How long one series may run." }),
    words: Schema.optionalKey(
      Schema.Array(Schema.NonEmptyString.check(Schema.isMaxLength(20))).check(Schema.isMaxLength(200))
    ).annotateKey({
      description:
        "Words that no code may read as, beside those of the house: competitors, names, what means something here."
    })
  }).annotate({
    description:
      "Codes hidden in advertisements, on packaging and in posts, each of which gives a discount once. The secret by which they are made stands in no handbook."
  })
})
/** What a handbook says of codes. */
export type CodesSection = (typeof CodesSection)["schema"]["Type"]
