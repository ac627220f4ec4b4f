/**
 * The numbers of a chart as a table: what is drawn is written as well.
 *
 * @module
 */
import type { Chart } from "../internal-system/reports/Chart.ts"
import * as Shown from "../internal-system/reports/Shown.ts"
import type { Block } from "./Page.ts"

/** A row for every category. */
export const of = ({ categories, series, unit }: Chart): Block => ({
  kind: "table",
  columns: [{ zh: "项目", en: "What" }, ...series.map(({ title }) => title)],
  rows: categories.map((category, index) => [
    category,
    ...series.map(({ values }) => Shown.number(values[index], unit))
  ])
})
