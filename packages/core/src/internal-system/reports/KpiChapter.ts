/**
 * The KPIs of the handbook: what they came to, whether their targets are met, and what nothing here measures.
 *
 * @module
 */
import type { Per } from "../../calendar/Cadence.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Kpi, Target } from "../analytics/Kpi.ts"
import * as KpiFigures from "../analytics/KpiFigures.ts"
import * as Material from "./Material.ts"
import * as Period from "./Period.ts"
import type { Chapter, Line } from "./Report.ts"
import * as Shown from "./Shown.ts"

/** The chapter; nothing where the handbook has no KPIs. A target is judged over its own stretch: a week does not meet what is asked of a month, nor miss it. */
export const of = (material: Material.Material): ReadonlyArray<Chapter> => {
  const { called, kpis, period } = material
  if (kpis === undefined || Object.keys(kpis.kpis).length === 0) return []
  const spans = Material.spans(material)
  const now = KpiFigures.of(kpis.kpis, kpis.measured(spans.now))
  const before = spans.before && KpiFigures.of(kpis.kpis, kpis.measured(spans.before))
  const lines = Array.from(now, ([id, { figure, kpi, target }]): Line => {
    const was = before?.get(id)?.figure
    const isJudged = kpi.target !== undefined && target !== undefined && isWhole(kpi.target.per, period)
    return {
      key: `kpi.${id}`,
      figure,
      ...(was?.value !== undefined && { before: was }),
      ...(isJudged && kpi.target && { target: { said: targetName(kpi.target), met: target } }),
      source: sourceOf(kpi),
      owner: called(kpi.owner)
    }
  })
  const unmeasured = lines.filter(
    ({ figure }) => figure.value === undefined && figure.bounds?.high === undefined && (figure.bounds?.low ?? 0) <= 0
  ).length
  return [
    {
      id: "kpis",
      title: { zh: "指标", en: "KPIs" },
      says: [
        ...lines.flatMap(({ figure, target }) => (target?.met === "missed" ? [missed(figure.title, target.said)] : [])),
        ...(unmeasured === 0 ? [] : [notMeasured(unmeasured, lines.length)])
      ],
      lines,
      charts: [],
      tables: []
    }
  ]
}

const isWhole = (per: Per, period: Period.Period): boolean => {
  const whole = Period.around(per, period.first)
  return whole.first === period.first && whole.last === period.last
}

const sourceOf = ({ measured }: Kpi): Bilingual =>
  "source" in measured ? measured.source : { zh: "由其他指标算出", en: "made of other KPIs" }

const targetName = ({ least, most }: Target): Bilingual => {
  const [low, high] = [least === undefined ? "" : Shown.plain(least), most === undefined ? "" : Shown.plain(most)]
  if (low === "") return { zh: `至多 ${high}`, en: `at most ${high}` }
  return high === "" ? { zh: `至少 ${low}`, en: `at least ${low}` } : { zh: `${low}–${high}`, en: `${low} to ${high}` }
}

const missed = (title: Bilingual, target: Bilingual): Bilingual => ({
  zh: `${title.zh}没有达到目标（${target.zh}）。`,
  en: `${title.en} has missed its target (${target.en}).`
})

const notMeasured = (count: number, all: number): Bilingual => ({
  zh: `${all} 个指标中有 ${count} 个这里没有测量，因此没有数值。`,
  en: `Of ${all} KPIs, nothing here measures ${count}: these have no value.`
})
