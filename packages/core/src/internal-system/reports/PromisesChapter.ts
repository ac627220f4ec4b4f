/**
 * Whether promises were kept: how many in time, and by how much working time the others were late.
 *
 * @module
 */
import { DateTime } from "effect"
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as Face from "../../process/Face.ts"
import type { Figure } from "../analytics/Figure.ts"
import * as Figures from "../analytics/Figures.ts"
import * as Change from "./Change.ts"
import * as Material from "./Material.ts"
import type { Chapter, Line } from "./Report.ts"
import type { Ran } from "./Worked.ts"

/** The chapter. */
export const of = (material: Material.Material): Chapter => {
  const spans = Material.spans(material)
  const promises = promisesIn(material)
  return {
    id: "promises",
    title: { zh: "承诺与时限", en: "Promises and deadlines" },
    says: promises.flatMap((one) => said(spans, one)),
    lines: promises.flatMap((one) => linesOf(material, spans, one)),
    charts: [],
    tables: []
  }
}

/** Promises whose clocks stopped in a span: each was kept or not. */
export const settledIn = (ran: ReadonlyArray<Ran>, span: Material.Span): ReadonlyArray<Ran> =>
  ran.filter(({ ended }) => ended !== undefined && Material.isIn(ended, span))

/** Promises that run at the end of a span, and are late already. */
export const lateAt = (ran: ReadonlyArray<Ran>, { until }: Material.Span): ReadonlyArray<Ran> =>
  ran.filter(({ ended, from, isInTime }) => ended === undefined && !isInTime && DateTime.isLessThan(from, until))

/** How many of these were in time. */
export const inTime = (title: Bilingual, ran: ReadonlyArray<Ran>, traces: Figure["traces"]): Figure =>
  Figures.share(title, {
    numerator: { title: { zh: "按时", en: "in time" }, value: ran.filter(({ isInTime }) => isInTime).length },
    denominator: { title: { zh: "到期或办结的", en: "settled or run out" }, value: ran.length },
    traces
  })

/** By how many minutes of working time all of these were late. */
export const lateness = (title: Bilingual, ran: ReadonlyArray<Ran>, traces: Figure["traces"]): Figure =>
  Figures.counted(title, "minutes", rounded(ran.reduce((sum, { lateMinutes }) => sum + lateMinutes, 0)), traces)

const rounded = (minutes: number): number => Math.round(minutes * 100) / 100

interface Promise {
  readonly process: string
  readonly deadline: string
  readonly title: Bilingual
  readonly ran: ReadonlyArray<Ran>
}

const promisesIn = ({ processes, worked }: Material.Material): ReadonlyArray<Promise> =>
  processes.flatMap((process) =>
    Object.keys(process.deadlines).flatMap((deadline) => {
      const ran = worked.ran.filter((one) => one.process === process.name && one.deadline === deadline)
      const { en, zh } = Face.deadline(process, deadline)
      const title = { zh: `${process.title.zh}：${zh}`, en: `${process.title.en}: ${en}` }
      return ran.length === 0 ? [] : [{ process: process.name, deadline, title, ran }]
    })
  )

const said = ({ before, now }: Material.Spans, { ran, title }: Promise): ReadonlyArray<Bilingual> => {
  const late = lateAt(ran, now)
  const open: ReadonlyArray<Bilingual> =
    late.length === 0
      ? []
      : [
          {
            zh: `${title.zh}：期末有 ${late.length} 件已超时仍未办结。`,
            en: `${title.en}: ${late.length} over time and not settled at the end.`
          }
        ]
  if (before === undefined) return open
  const of = (span: Material.Span) => {
    const these = settledIn(ran, span)
    return { part: these.filter(({ isInTime }) => isInTime).length, whole: these.length }
  }
  const what = { zh: `${title.zh}的按时率`, en: `Share in time of ${title.en}` }
  return [...Change.share(what, of(now), of(before)), ...open]
}

const linesOf = (
  material: Material.Material,
  { before, now }: Material.Spans,
  { deadline, process, ran, title }: Promise
): ReadonlyArray<Line> => {
  const figures = (span: Material.Span) => {
    const [these, traces] = [settledIn(ran, span), [Material.casesIn(material, process, span)]]
    return [
      inTime({ zh: `${title.zh}，按时`, en: `${title.en}, in time` }, these, traces),
      lateness({ zh: `${title.zh}，超时合计`, en: `${title.en}, late in all` }, these, traces)
    ] as const
  }
  const [these, those] = [figures(now), before && figures(before)]
  // Of promises that were not to be kept in either period there is nothing to be said.
  if ([these, those].every((of) => (of?.[0].of?.denominator.value ?? 0) === 0)) return []
  return (["inTime", "late"] as const).map((key, index) => {
    const was = those?.[index]
    // There are as many figures as keys.
    return { key: `${process}.${deadline}.${key}`, figure: these[index] as Figure, ...(was && { before: was }) }
  })
}
