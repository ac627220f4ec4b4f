/**
 * The rules of activities: how often there are some, what they may cost, and how long before somebody must know.
 *
 * @module
 */

import { Schema } from "effect"
import { Frequency } from "../../calendar/Cadence.ts"
import { ResourceId } from "../../external-system/Resource.ts"
import { Bilingual } from "../../finding/Bilingual.ts"
import * as Name from "../../finding/Name.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import { Money } from "../promotion/Money.ts"

/** How prizes come to an activity. */
export const PrizeRules = Schema.Struct({
  from: ResourceId.annotateKey({ description: "The resource that gives them." }),
  most: Money.annotateKey({ description: "The worth of the prizes of one activity." }),
  ahead: Allowance.annotateKey({ description: "How long before the activity they are asked for." }),
  sentWithin: Allowance.annotateKey({ description: "How soon after the draw the winners have them." })
})
/** How prizes come to an activity. */
export type PrizeRules = typeof PrizeRules.Type

/** The rules of activities. */
export const ActivityRules = Schema.Struct({
  frequency: Frequency,
  budget: Money.annotateKey({ description: "What one activity may cost, prizes included." }),
  approver: PersonId.annotate(Name.urgent).annotateKey({ description: "Who says yes to an activity." }),
  notice: Allowance.annotateKey({
    description: "How long before it begins the account is told of a launch or a campaign."
  }),
  report: Allowance.annotateKey({ description: "How soon after its end its report is written." }),
  prizes: Schema.optionalKey(PrizeRules),
  rules: Schema.optionalKey(Schema.Array(Bilingual)).annotateKey({ description: "What else holds for every activity." })
})
/** The rules of activities. */
export type ActivityRules = typeof ActivityRules.Type
