/**
 * What a handbook says of complaints, beside its promises to whoever complains; without the section, a complaint is answered as anything else.
 *
 *     complaints:
 *       usual: solved-in-a-day
 *       fanReplies: { time: 2 days, calendar: always }
 *       silence: { time: 3 days, calendar: always }
 *       desks: [customer-service]
 *       weiboFirst: true
 *
 * @module
 */
import { Schema } from "effect"
import { Wait } from "../../calendar/TimeSpan.ts"
import { ResourceId } from "../../external-system/Resource.ts"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import { PromiseId } from "../../internal-system/interaction/ServicePromise.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"

/** The section of handbooks by which complaints are followed to their end. */
export const Complaints = HandbookSection.make("complaints", {
  title: { zh: "投诉", en: "Complaints" },
  schema: Schema.Struct({
    usual: PromiseId.annotateKey({
      description: "The promise of a solution that a complaint has until somebody says how bad it is."
    }),
    fanReplies: Allowance.annotateKey({ description: "How long a fan who was asked something is waited for." }),
    silence: Allowance.annotateKey({
      description:
        "How long the fan may object to a solution before the complaint is closed, and again before it is done with."
    }),
    desks: Schema.optionalKey(Schema.Array(ResourceId)).annotateKey({
      description: "The resources whose department has a desk at which tickets are opened; others are told."
    }),
    survey: Schema.optionalKey(
      Schema.Struct({
        question: Schema.NonEmptyString.annotateKey({
          description: "The words in which a fan is asked how it was, for a mark from 1 to 5."
        }),
        approvedBy: PersonId.annotateKey({ description: "Who has approved the words." }),
        after: Wait.annotateKey({
          description: "How long after a complaint was closed; less than silence, for after that it is done with."
        }),
        afterSilence: Schema.optionalKey(Schema.Boolean).annotateKey({
          description: "Whether fans are asked who have said nothing, too; they are, unless it is said."
        })
      })
    ).annotateKey({
      description: "What a fan is asked once a complaint is closed, at most once for each; left out, nobody is asked."
    }),
    weiboFirst: Schema.optionalKey(Schema.Boolean).annotateKey({
      description: "Whether tickets from Weibo go before all others at those desks; they do, unless it is said."
    })
  }).annotate({
    description: "Every complaint is followed until the fan was told of a solution and has nothing against it."
  })
})
/** What a handbook says of complaints. */
export type Complaints = (typeof Complaints)["schema"]["Type"]
