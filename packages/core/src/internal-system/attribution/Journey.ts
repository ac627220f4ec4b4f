/**
 * What people came past before they bought or did not: codes, links and posts, in their order. Journeys that are the same stand together.
 *
 * @module
 */
import { Schema } from "effect"

const many = Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0))

/** A way that was gone so many times. */
export const Journey = Schema.Struct({
  touches: Schema.Array(Schema.NonEmptyString).annotateKey({
    description: "The codes, links and posts on the way, the first first; nothing where none was seen."
  }),
  converted: many.annotateKey({ description: "How many ended as was wished, or what that was worth." }),
  lost: many.annotateKey({ description: "How many did not." }),
  hours: Schema.optionalKey(Schema.Array(many)).annotateKey({
    description: "How many hours before the end each touch was; only decay asks for them."
  })
})
/** A way that was gone so many times. */
export type Journey = typeof Journey.Type

/** How many converted, all in all. */
export const converted = (journeys: ReadonlyArray<Journey>): number =>
  journeys.reduce((so, one) => so + one.converted, 0)

/** Everything that was touched, in the order in which it is first met. */
export const channels = (journeys: ReadonlyArray<Journey>): ReadonlyArray<string> => [
  ...new Set(journeys.flatMap(({ touches }) => touches))
]
