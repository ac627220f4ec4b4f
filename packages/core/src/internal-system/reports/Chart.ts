/**
 * A chart as data: what is drawn, and nothing of how it looks.
 *
 * @module
 */
import { Schema } from "effect"
import { Bilingual } from "../../finding/Bilingual.ts"
import { Unit } from "../analytics/Unit.ts"

/** A number, or nothing where it is not known: never 0 in its place. */
const Known = Schema.NullOr(Schema.Finite)

/** A chart as data: so many values in each series as there are categories. */
export const Chart = Schema.Struct({
  form: Schema.Literals(["bars", "lines"]),
  title: Bilingual,
  unit: Unit,
  categories: Schema.Array(Bilingual),
  series: Schema.NonEmptyArray(Schema.Struct({ title: Bilingual, values: Schema.Array(Known) }))
}).check(
  Schema.makeFilter(({ categories, series }) => series.every(({ values }) => values.length === categories.length), {
    expected: "as many values in each series as there are categories"
  })
)
/** A chart as data. */
export type Chart = typeof Chart.Type
