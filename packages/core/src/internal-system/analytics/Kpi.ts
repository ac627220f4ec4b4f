/**
 * What is measured, and what for: every number leads to one of the five values, or it is vanity.
 *
 * @module
 */

import { Schema } from "effect"
import { Per } from "../../calendar/Cadence.ts"
import { Bilingual } from "../../finding/Bilingual.ts"
import * as Name from "../../finding/Name.ts"
import { PersonId } from "../../process/Actor.ts"

/** The name of a KPI. */
export const KpiId = Schema.NonEmptyString.annotate(Name.of({ zh: "指标", en: "KPI" })).pipe(Schema.brand("KpiId"))
/** The name of a KPI. */
export type KpiId = typeof KpiId.Type

/** What an account brings its company: the roots of every tree of KPIs. */
export const Value = Schema.Literals(["sales", "traffic", "exposure", "brand", "crisis resolution"])
/** What an account brings its company. */
export type Value = typeof Value.Type

const two = Schema.Tuple([KpiId, KpiId])

/** Where the number comes from: a source outside, or other KPIs. */
export const Measured = Schema.Union([
  Schema.Struct({ source: Bilingual.annotateKey({ description: "The report or the system that it is read from." }) }),
  Schema.Struct({ sum: Schema.NonEmptyArray(KpiId).annotateKey({ description: "They add up to it." }) }),
  Schema.Struct({ product: Schema.NonEmptyArray(KpiId).annotateKey({ description: "They multiply to it." }) }),
  Schema.Struct({ difference: two.annotateKey({ description: "The first less the second." }) }),
  Schema.Struct({ ratio: two.annotateKey({ description: "The first divided by the second." }) })
])
/** Where the number comes from. */
export type Measured = typeof Measured.Type

/** A number that can be counted to the last digit. */
const figure = Schema.Finite.check(
  Schema.isBetween({ minimum: -1_000_000_000_000_000, maximum: 1_000_000_000_000_000 })
)

/** What the number should be, per so much time: at least, at most, or both. */
export const Target = Schema.Struct({
  least: Schema.optionalKey(figure),
  most: Schema.optionalKey(figure),
  per: Per
})
/** What the number should be. */
export type Target = typeof Target.Type

/** A number that is watched. */
export const Kpi = Schema.Struct({
  title: Bilingual,
  unit: Bilingual.annotateKey({ description: "What is counted: yuan, visits, hours, per cent." }),
  owner: PersonId.annotate(Name.counted).annotateKey({ description: "Who answers for the number." }),
  value: Schema.optionalKey(Value).annotateKey({
    description:
      "The value that it is a measure of: this is a root. Others lead to a value through the KPIs that they are part of or drive."
  }),
  measured: Measured.annotateKey({
    description: "Its source, or the KPIs that make it: sum, product, difference, ratio."
  }),
  drivers: Schema.optionalKey(Schema.Array(KpiId)).annotateKey({
    description: "KPIs that move it without being part of its formula."
  }),
  target: Schema.optionalKey(Target)
})
/** A number that is watched. */
export type Kpi = typeof Kpi.Type
