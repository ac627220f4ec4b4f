/**
 * The figures of the KPIs that something in the house measures.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Figure } from "../analytics/Figure.ts"
import * as Figures from "../analytics/Figures.ts"
import type { KpiId } from "../analytics/Kpi.ts"
import * as Heard from "./Heard.ts"
import * as Material from "./Material.ts"
import type { Measure, Measures } from "./Measure.ts"

/** The figures of those KPIs in a span. */
export const of = (measures: Measures, material: Material.Material, span: Material.Span): ReadonlyMap<KpiId, Figure> =>
  new Map(
    // The keys are the names of KPIs.
    (Object.entries(measures) as Array<[KpiId, Measure]>).map(([id, measure]) => [
      id,
      figureOf(measure, material, span)
    ])
  )

const figureOf = (measure: Measure, material: Material.Material, span: Material.Span): Figure => {
  if ("cases" in measure) return ofCases(measure, material, span)
  if ("observations" in measure) return ofObservations(measure, material, span)
  if ("fans" in measure) return material.fans?.(span)[measure.fans] ?? Figures.unknown(unnamed, "people", notCounted)
  return material.complaints?.(span)[measure.complaints] ?? Figures.unknown(unnamed, "share", notCounted)
}

type OfCases = Extract<Measure, { readonly cases: string }>
type OfObservations = Extract<Measure, { readonly observations: string }>

/** A KPI calls its figure by its own name. */
const unnamed: Bilingual = { zh: "指标", en: "KPI" }

const ofCases = ({ cases, counts }: OfCases, material: Material.Material, span: Material.Span): Figure => {
  const those = material.worked.deeds.filter(
    ({ at, begins, ends, process }) =>
      process === cases && (counts === "begun" ? begins : ends) && Material.isIn(at, span)
  )
  return Figures.counted(unnamed, "count", those.length, [Material.casesIn(material, cases, span)])
}

const ofObservations = (
  { counts, observations, tag }: OfObservations,
  { account, heard }: Material.Material,
  { from, period, until }: Material.Span
): Figure => {
  const unit = counts === "people" ? "people" : "count"
  const trace = { observations, account, ...(tag !== undefined && { tag }), from, until }
  if (heard === undefined) return Figures.unknown(unnamed, unit, notCounted, { traces: [trace] })
  const about = tag === undefined ? observations : Heard.about(observations, tag)
  const { count, ofNobody, people } = heard.tally.between(about, period.first, period.last)
  if (unit === "count") return Figures.counted(unnamed, unit, count, [trace])
  return ofNobody === 0
    ? Figures.counted(unnamed, unit, people, [trace])
    : Figures.unknown(unnamed, unit, someOfNobody(ofNobody), {
        bounds: { low: people, high: people + ofNobody },
        traces: [trace]
      })
}

const notCounted: Bilingual = { zh: "这里没有计数。", en: "Nothing is counted here." }
const someOfNobody = (count: number): Bilingual => ({
  zh: `其中 ${count} 条不知道是谁的。`,
  en: `Of ${count} it is not known whose they are.`
})
