/**
 * What a handbook says of winning fans back; without the section, no wave goes out. How often one member has a letter, and when none, stands under `members`, for
 * all letters together.
 *
 *     winBack:
 *       holdout: 0.1
 *       looksBack: 14 days
 *       approvers: [he, zhou]
 *
 * @module
 */
import { Duration, Schema } from "effect"
import { TimeSpan, Wait } from "../../calendar/TimeSpan.ts"
import * as Name from "../../finding/Name.ts"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import { Stages } from "../../internal-system/fans/LifeCycle.ts"
import { PersonId } from "../../process/Actor.ts"

/** The section of handbooks by which fans who have gone quiet are won back. */
export const WinBackSection = HandbookSection.make("winBack", {
  title: { zh: "粉丝召回", en: "Winning fans back" },
  schema: Schema.Struct({
    holdout: Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 0.9 })).annotateKey({
      description: "Which share of an audience is left out by lot, so that it is known what would have come by itself."
    }),
    looksBack: Wait.annotateKey({ description: "How long after a wave it is watched who comes back." }),
    approvers: Schema.NonEmptyArray(PersonId.annotate(Name.counted)).annotateKey({
      description: "Who approves what is sent; nobody approves what they have proposed."
    }),
    stages: Schema.optionalKey(Stages),
    most: Schema.optionalKey(TimeSpan).annotateKey({
      description: "How long one wave may last at most; 14 days unless it is said."
    })
  }).annotate({
    description:
      "Fans who have gone quiet have a letter, by their consent and within the cap of all invitations, but for some who are left out by lot."
  })
})

/** How long a wave may last where the handbook does not say it. */
export const usualMost = Duration.days(14)

/** How often a fan has a letter where the handbook says nothing of members. */
export const usualCap = { cap: 1, within: Duration.days(90) } as const
