/**
 * What a handbook says of campaigns beside the rules of activities; without the section, campaigns are not run as cases.
 *
 *     campaigns:
 *       budget: { amount: 200000 }
 *       together: 1
 *       attention: { time: 1 day, calendar: office }
 *
 * @module
 */
import { Schema } from "effect"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import { Money } from "../../internal-system/promotion/Money.ts"
import { Allowance } from "../../process/Allowance.ts"

/** The section of handbooks by which campaigns are run. */
export const CampaignsSection = HandbookSection.make("campaigns", {
  title: { zh: "活动管理", en: "Campaigns" },
  schema: Schema.Struct({
    budget: Money.annotateKey({ description: "What all campaigns of a year may cost together." }),
    together: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 50 })).annotateKey({
      description: "How many campaigns may be live at once."
    }),
    attention: Allowance.annotateKey({
      description: "How long anything of a campaign may wait for a person before they are reminded."
    })
  }).annotate({
    description:
      "Campaigns are run from the idea to the review, within the budget of the year and the rules of activities."
  })
})
/** What a handbook says of campaigns. */
export type CampaignsSection = (typeof CampaignsSection)["schema"]["Type"]
