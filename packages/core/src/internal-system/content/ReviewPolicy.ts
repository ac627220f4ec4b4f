/**
 * Who reviews a post, and the review of one text.
 *
 * @module
 */

import { Schema } from "effect"
import { Finding } from "../../finding/Finding.ts"
import * as Name from "../../finding/Name.ts"
import { Person, PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"

/** How many of the approvers must agree. */
export const Needs = Schema.Union([
  Schema.Literals(["any", "all"]),
  Schema.Struct({ quorum: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 100 })) })
])
/** How many of the approvers must agree. */
export type Needs = typeof Needs.Type

/** Who reviews a post. An empty list is not a way to say "nobody has to": there is none. */
export const ReviewPolicy = Schema.Struct({
  approvers: Schema.NonEmptyArray(PersonId.annotate(Name.urgent)),
  needs: Needs,
  within: Allowance
})
/** Who reviews a post. */
export type ReviewPolicy = typeof ReviewPolicy.Type

/** The review of one text: who may approve it, how many must, and who has, for themselves or in whose place. */
export const Review = Schema.Struct({
  approvers: Schema.Array(PersonId),
  needed: Schema.Int,
  given: Schema.Array(Person),
  findings: Schema.Array(Finding)
})
/** The review of one text. */
export type Review = typeof Review.Type
