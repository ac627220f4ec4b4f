/**
 * The fans, in a report: who came, stayed and went, as far as anybody can know. A sentence stands only where chance does not explain the difference.
 *
 * @module
 */
import { type Bilingual, same } from "../../finding/Bilingual.ts"
import type { Figure } from "../../internal-system/analytics/Figure.ts"
import * as Figures from "../../internal-system/analytics/Figures.ts"
import * as Interval from "../../internal-system/analytics/Interval.ts"
import * as DeadFans from "../../internal-system/fans/DeadFans.ts"
import type { FanFigures } from "../../internal-system/fans/FanFigures.ts"
import { type Source, sourceNames } from "../../internal-system/fans/FanLife.ts"
import * as LifeCycle from "../../internal-system/fans/LifeCycle.ts"
import * as Change from "../../internal-system/reports/Change.ts"
import type { Chart } from "../../internal-system/reports/Chart.ts"
import type * as Material from "../../internal-system/reports/Material.ts"
import { FanMeasure } from "../../internal-system/reports/Measure.ts"
import * as Period from "../../internal-system/reports/Period.ts"
import type { Chapter, Line, Table } from "../../internal-system/reports/Report.ts"
import type { FansOf } from "./FanReading.ts"

/** The chapter. */
export const of = (fansOf: FansOf, { before, now }: Material.Spans): Chapter => {
  const these = fansOf(now)
  const those = before && fansOf(before)
  return {
    id: "fans",
    title: { zh: "粉丝", en: "Fans" },
    says:
      those === undefined || before === undefined
        ? []
        : [
            ...saidOfFirsts(these, those, { now: Period.days(now.period), before: Period.days(before.period) }),
            ...saidOfShare(these.figures.retained, those.figures.retained),
            ...[...these.retained].flatMap(([source, figure]) =>
              saidOfShare(from(source, figure), those.retained.get(source))
            ),
            ...saidOfShare(these.figures.dead, those.figures.dead)
          ],
    lines: linesOf(these, those),
    charts: [...stagesChart(these), ...curvesChart(these)],
    tables: these.cohorts.length === 0 ? [] : [cohortsTable(these)]
  }
}

/** Said only where there are more or fewer than chance explains: both were counted to the last. */
const saidOfFirsts = (these: FanFigures, those: FanFigures, days: Change.Counted["days"]): ReadonlyArray<Bilingual> => {
  const [now, before] = [these.figures.first, those.figures.first]
  if (now.value === undefined || before.value === undefined) return []
  const counted = { now: now.value, before: before.value, days }
  const sources = [...new Set([...these.firsts.keys(), ...those.firsts.keys()])]
  const parts = sources.map((source) => ({
    title: sourceNames[source],
    now: these.firsts.get(source) ?? 0,
    before: those.firsts.get(source) ?? 0
  }))
  return Change.verdict(counted) === "open" ? [] : Change.said(now.title, counted, parts)
}

/** Said only where the interval of the difference has no 0 in it. */
const saidOfShare = (now: Figure, before: Figure | undefined): ReadonlyArray<Bilingual> => {
  if (now.of === undefined || before?.of === undefined || now.interval === undefined) return []
  const seen = ({ denominator, numerator }: NonNullable<Figure["of"]>) => ({
    successes: numerator.value,
    trials: denominator.value
  })
  const [one, other] = [seen(now.of), seen(before.of)]
  const { high, low } = Interval.difference(one, other)
  if (other.trials === 0 || (low <= 0 && high >= 0)) return []
  return Change.share(
    now.title,
    { part: one.successes, whole: one.trials },
    { part: other.successes, whole: other.trials }
  )
}

/** A figure of those who came from one source. */
const from = (source: Source, figure: Figure): Figure => {
  const { en, zh } = sourceNames[source]
  return { ...figure, title: { zh: `${figure.title.zh}（${zh}）`, en: `${figure.title.en} (${en})` } }
}

const linesOf = (these: FanFigures, those: FanFigures | undefined): ReadonlyArray<Line> => {
  const line = (key: string, figure: Figure, before: Figure | undefined): Line => ({
    key: `fans.${key}`,
    figure,
    ...(before !== undefined && { before })
  })
  const word = (name: string) => name.replaceAll(/[ ,]+/g, "-")
  return [
    ...FanMeasure.literals.map((key) => line(key, these.figures[key], those?.figures[key])),
    ...Array.from(these.retained, ([source, figure]) =>
      line(
        `retained.${word(source)}`,
        from(source, figure),
        those?.retained.has(source) ? from(source, those.retained.get(source) ?? figure) : undefined
      )
    ),
    ...Array.from(these.curves, ([source, curve]) =>
      curve.map((figure, index) => line(`curve.${word(source)}.${index + 1}`, from(source, figure), undefined))
    ).flat(),
    ...Array.from(these.reasons, ([reason, count]) =>
      line(
        `dead.${word(reason)}`,
        Figures.counted(DeadFans.reasonNames[reason], "people", count, these.figures.dead.traces),
        undefined
      )
    )
  ]
}

const stagesChart = ({ figures }: FanFigures): ReadonlyArray<Chart> => {
  const stages = (["new", "active", "loyal", "quiet", "asleep"] as const).map((stage) => ({
    title: LifeCycle.stageNames[stage],
    value: figures[stage].value ?? null
  }))
  if (stages.every(({ value }) => value === null)) return []
  const title = { zh: "见到过的粉丝，按阶段", en: "Fans who were ever seen, by stage" }
  return [
    {
      form: "bars",
      title,
      unit: "share",
      categories: stages.map((stage) => stage.title),
      series: [{ title, values: stages.map(({ value }) => value) }]
    }
  ]
}

const curvesChart = ({ curves, per }: FanFigures): ReadonlyArray<Chart> => {
  const longest = Math.max(0, ...[...curves.values()].map(({ length }) => length))
  const [first, ...others] = [...curves].filter(([, { length }]) => length > 0)
  if (longest < 2 || first === undefined) return []
  const series = ([source, curve]: typeof first) => ({
    title: sourceNames[source],
    values: Array.from({ length: longest }, (_, index) => curve[index]?.value ?? null)
  })
  return [
    {
      form: "lines",
      title:
        per === "week"
          ? { zh: "再次见到的占比，按首次见到后的周数", en: "Share seen again, by weeks after the first" }
          : { zh: "再次见到的占比，按首次见到后的月数", en: "Share seen again, by months after the first" },
      unit: "share",
      categories: Array.from({ length: longest }, (_, index) => same(`+${index + 1}`)),
      series: [series(first), ...others.map(series)]
    }
  ]
}

/** The newest cohorts, each in its own row: what has not ended has no share. */
const cohortsTable = ({ cohorts, per }: FanFigures): Table => {
  const some = cohorts.slice(-mostCohorts)
  const longest = Math.min(mostAfter, Math.max(0, ...some.map(({ cells }) => cells.length - 1)))
  const after = Array.from({ length: longest }, (_, index) => index + 1)
  return {
    title:
      per === "week"
        ? {
            zh: "按首次见到的周：之后各周再次见到的占比",
            en: "By the week of the first sight: share seen again in weeks after"
          }
        : {
            zh: "按首次见到的月：之后各月再次见到的占比",
            en: "By the month of the first sight: share seen again in months after"
          },
    columns: [
      { title: { zh: "首次见到", en: "First seen" } },
      { title: { zh: "来源", en: "Source" } },
      { title: { zh: "粉丝", en: "Fans" }, unit: "people" as const },
      ...after.map((one) => ({ title: same(`+${one}`), unit: "share" as const }))
    ],
    rows: some.map(({ begins, cells, fans, source }) => [
      same(begins),
      sourceNames[source as Source],
      fans,
      ...after.map((one) => cells[one]?.share ?? null)
    ])
  }
}

const mostCohorts = 24
const mostAfter = 8
