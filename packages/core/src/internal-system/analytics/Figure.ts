/**
 * A figure that says what it is: its unit, of how many, what is missing and what follows from that, and where its rows are. What cannot be said
 * has no value; never is one made up, nor 0 put for it.
 *
 * @module
 */
import { Schema } from "effect"
import { Bilingual } from "../../finding/Bilingual.ts"
import { Interval } from "./Interval.ts"
import { Trace } from "./Trace.ts"
import { Unit } from "./Unit.ts"

export { Unit, unitNames } from "./Unit.ts"

/** One side of a division, with its name. */
export const Side = Schema.Struct({ title: Bilingual, value: Schema.Finite, unit: Unit })
/** One side of a division, with its name. */
export type Side = typeof Side.Type

/** Between which numbers the figure lies for certain; what is absent has no bound to that side. */
export const Bounds = Schema.Struct({ low: Schema.optionalKey(Schema.Finite), high: Schema.optionalKey(Schema.Finite) })
/** Between which numbers the figure lies for certain. */
export type Bounds = typeof Bounds.Type

/** A figure. */
export const Figure = Schema.Struct({
  title: Bilingual,
  unit: Unit,
  value: Schema.optionalKey(Schema.Finite).annotateKey({ description: "Absent where it cannot be said." }),
  of: Schema.optionalKey(Schema.Struct({ numerator: Side, denominator: Side })),
  interval: Schema.optionalKey(Interval).annotateKey({ description: "Where it was seen in a sample." }),
  bounds: Schema.optionalKey(Bounds).annotateKey({ description: "Where something is missing." }),
  missing: Schema.Array(Bilingual).annotateKey({ description: "What it lacks, and why." }),
  traces: Schema.Array(Trace).annotateKey({ description: "Where its rows are." })
})
/** A figure. */
export type Figure = typeof Figure.Type
