/**
 * What came in, what was settled and what is open, by process; and what has changed against the period before.
 *
 * @module
 */
import { DateTime } from "effect"
import { type Bilingual, same } from "../../finding/Bilingual.ts"
import type { Any } from "../../process/Process.ts"
import * as Figures from "../analytics/Figures.ts"
import * as Change from "./Change.ts"
import type { Chart } from "./Chart.ts"
import * as Material from "./Material.ts"
import * as Parts from "./Parts.ts"
import * as Period from "./Period.ts"
import type { Chapter, Line } from "./Report.ts"
import type { Deed } from "./Worked.ts"

/** The chapter. */
export const of = (material: Material.Material): Chapter => {
  const processes = Material.processesAtWork(material)
  const spans = Material.spans(material)
  return {
    id: "cases",
    title: { zh: "事项", en: "Cases" },
    says: processes.flatMap((process) => said(material, spans, process)),
    lines: processes.flatMap((process) => linesOf(material, spans, process)),
    charts: chartOf(material, spans.now, processes),
    tables: []
  }
}

const begun = ({ worked }: Material.Material, { name }: Any, span: Material.Span): ReadonlyArray<Deed> =>
  worked.deeds.filter(({ at, begins, process }) => begins && process === name && Material.isIn(at, span))

const ended = ({ worked }: Material.Material, { name }: Any, span: Material.Span): ReadonlyArray<Deed> =>
  worked.deeds.filter(({ at, ends, process }) => ends && process === name && Material.isIn(at, span))

const said = (material: Material.Material, { before, now }: Material.Spans, process: Any): ReadonlyArray<Bilingual> => {
  if (before === undefined) return []
  const [these, those] = [begun(material, process, now), begun(material, process, before)]
  const days = { now: Period.days(now.period), before: Period.days(before.period) }
  const parts = Parts.of(
    [...these.map(({ tags }) => ({ tags, isNow: true })), ...those.map(({ tags }) => ({ tags, isNow: false }))],
    material.titleOf
  )
  return Change.said(process.title, { now: these.length, before: those.length, days }, parts)
}

const linesOf = (material: Material.Material, { before, now }: Material.Spans, process: Any): ReadonlyArray<Line> => {
  const { title } = process
  const count = (what: Bilingual, span: Material.Span, of: typeof begun) =>
    Figures.counted(what, "count", of(material, process, span).length, [Material.casesIn(material, process.name, span)])
  const line = (key: string, what: Bilingual, of: typeof begun): Line => ({
    key: `${process.name}.${key}`,
    figure: count(what, now, of),
    ...(before !== undefined && { before: count(what, before, of) })
  })
  const open = material.worked.open.filter((one) => one.process === process.name)
  const lines = [
    line("begun", { zh: `${title.zh}：开始`, en: `${title.en}: begun` }, begun),
    line("ended", { zh: `${title.zh}：了结`, en: `${title.en}: settled` }, ended),
    {
      key: `${process.name}.open`,
      figure: Figures.counted(
        { zh: `${title.zh}：期末未了结`, en: `${title.en}: open at the end` },
        "count",
        open.length,
        [Material.casesIn(material, process.name, now)]
      )
    }
  ]
  // Of what neither came nor went nor is open there is nothing to be said.
  return lines.some(({ before, figure }: Line) => figure.value !== 0 || (before?.value ?? 0) !== 0) ? lines : []
}

/** What began on each date: of the processes with most, for more lines than these nobody tells apart. */
const chartOf = (
  material: Material.Material,
  span: Material.Span,
  processes: ReadonlyArray<Any>
): ReadonlyArray<Chart> => {
  const dates = Period.dates(span.period)
  if (dates.length < 2 || dates.length > longest) return []
  const edges = dates.map((first) => Period.span(material.timeZone, { first, last: first }))
  const series = processes
    .map((process) => {
      const its = begun(material, process, span)
      const values = edges.map(
        ({ from, until }) =>
          its.filter(({ at }) => DateTime.isGreaterThanOrEqualTo(at, from) && DateTime.isLessThan(at, until)).length
      )
      return { title: process.title, values, all: its.length }
    })
    .filter(({ all }) => all > 0)
    .toSorted((one, other) => other.all - one.all)
    .slice(0, most)
    .map(({ title, values }) => ({ title, values }))
  const [first, ...others] = series
  if (first === undefined) return []
  return [
    {
      form: dates.length > 10 ? "lines" : "bars",
      title: { zh: "每天开始的事项", en: "Cases begun, by day" },
      unit: "count",
      categories: dates.map((date) => same(date.slice(5))),
      series: [first, ...others]
    }
  ]
}

const most = 4
const longest = 100
