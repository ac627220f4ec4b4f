/**
 * The figure of each KPI, made of those that were measured as the handbook says; and whether its target is met. What nothing measures is said to be so,
 * and what is made of it lies between the bounds that the rest leaves.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Figure, Unit } from "./Figure.ts"
import { boundsOf, high, low, ratio, sum, unknown } from "./Figures.ts"
import type { Kpi, KpiId, Target } from "./Kpi.ts"

/** A KPI with what it came to. */
export interface Measurement {
  readonly kpi: Kpi
  readonly figure: Figure
  /** Whether the target is met; nothing where there is none. `open` where the bounds leave both. */
  readonly target?: "met" | "missed" | "open"
}

/** The KPIs of a handbook, by their names. */
export type Kpis = Readonly<Record<KpiId, Kpi>>

/** What every KPI came to, of what was measured in the span of its target: the figures of sources, by the KPI that has the source. */
export const of = (kpis: Kpis, measured: ReadonlyMap<KpiId, Figure>): ReadonlyMap<KpiId, Measurement> => {
  const found = new Map<KpiId, Figure>()
  const figureOf = (id: KpiId, above: ReadonlyArray<KpiId>): Figure => {
    const known = found.get(id)
    if (known !== undefined) return known
    const kpi = kpis[id]
    if (kpi === undefined) return unknown({ zh: id, en: id }, "ratio", noKpi)
    if (above.includes(id)) return unknown(kpi.title, "ratio", circle)
    const figure = made(kpi, measured.get(id), (one) => figureOf(one, [...above, id]))
    found.set(id, figure)
    return figure
  }
  // The keys are the names of KPIs.
  return new Map((Object.keys(kpis) as Array<KpiId>).map((id) => [id, judged(kpis[id] as Kpi, figureOf(id, []))]))
}

/** Whether a target is met by a figure, or might be. */
export const met = ({ least, most }: Target, figure: Figure): Measurement["target"] => {
  if (least === undefined && most === undefined) return undefined
  const [lowest, highest] = [low(figure), high(figure)]
  if (lowest >= (least ?? Number.NEGATIVE_INFINITY) && highest <= (most ?? Number.POSITIVE_INFINITY)) return "met"
  return highest < (least ?? Number.NEGATIVE_INFINITY) || lowest > (most ?? Number.POSITIVE_INFINITY)
    ? "missed"
    : "open"
}

const judged = (kpi: Kpi, figure: Figure): Measurement => {
  const target = kpi.target && met(kpi.target, figure)
  return { kpi, figure, ...(target !== undefined && { target }) }
}

const made = ({ measured, title }: Kpi, source: Figure | undefined, of: (id: KpiId) => Figure): Figure => {
  if ("source" in measured)
    return source === undefined ? unknown(title, "count", unmeasured(measured.source)) : { ...source, title }
  if ("sum" in measured) return sum(title, measured.sum.map(of))
  if ("ratio" in measured) return ratio(title, of(measured.ratio[0]), of(measured.ratio[1]))
  if ("difference" in measured) return less(title, of(measured.difference[0]), of(measured.difference[1]))
  return times(title, measured.product.map(of))
}

/** One less the other, of one unit. */
const less = (title: Bilingual, one: Figure, other: Figure): Figure => {
  const rest = {
    title,
    unit: one.unit,
    missing: [...one.missing, ...other.missing],
    traces: [...one.traces, ...other.traces]
  }
  if (one.unit !== other.unit || one.unit === "people") return { ...rest, missing: [...rest.missing, unlike] }
  if (one.value !== undefined && other.value !== undefined) return { ...rest, value: one.value - other.value }
  return { ...rest, bounds: boundsOf(low(one) - high(other), high(one) - low(other)) }
}

/** Figures multiplied: orders by yuan for each are yuan. */
const times = (title: Bilingual, figures: ReadonlyArray<Figure>): Figure => {
  const rest = {
    title,
    unit: unitOf(figures.map(({ unit }) => unit)),
    missing: figures.flatMap((one) => one.missing),
    traces: figures.flatMap((one) => one.traces)
  }
  const values = figures.flatMap(({ value }) => value ?? [])
  return values.length < figures.length ? rest : { ...rest, value: values.reduce((so, one) => so * one, 1) }
}

/** Yuan where one of them is, else the unit of the first that is no share and no ratio. */
const unitOf = (units: ReadonlyArray<Unit>): Unit =>
  units.find((one) => one === "yuan") ?? units.find((one) => one !== "share" && one !== "ratio") ?? units[0] ?? "count"

const unmeasured = ({ en, zh }: Bilingual): Bilingual => ({
  zh: `这里没有测量它；数值在：${zh}。`,
  en: `Nothing here measures it; the number is in: ${en}.`
})
const noKpi: Bilingual = { zh: "手册里没有这个指标。", en: "The handbook has no such KPI." }
const circle: Bilingual = { zh: "它由自身算出。", en: "It is made of itself." }
const unlike: Bilingual = {
  zh: "单位不同或人数有重复，不能相减。",
  en: "What differs in unit, and people who may be the same, cannot be taken off."
}
