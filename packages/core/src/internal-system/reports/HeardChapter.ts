/**
 * What was heard and counted outside, by kind: how often, of how many people, and what it was about.
 *
 * @module
 */
import { type Bilingual, same } from "../../finding/Bilingual.ts"
import type { AnyKind } from "../../observations/Observation.ts"
import type { Figure } from "../analytics/Figure.ts"
import * as Figures from "../analytics/Figures.ts"
import type { Total } from "../analytics/Tally.ts"
import * as Change from "./Change.ts"
import * as Heard from "./Heard.ts"
import * as Material from "./Material.ts"
import * as Parts from "./Parts.ts"
import * as Period from "./Period.ts"
import type { Chapter, Line } from "./Report.ts"

/** The chapter; nothing where nothing is counted. */
export const of = (material: Material.Material): ReadonlyArray<Chapter> => {
  const { heard } = material
  if (heard === undefined) return []
  const spans = Material.spans(material)
  const about = heard.tally.about((spans.before ?? spans.now).period.first, spans.now.period.last)
  const kinds = heard.kinds.filter(({ name }) => about.includes(name))
  return [
    {
      id: "heard",
      title: { zh: "听到与数到的", en: "Heard and counted" },
      says: kinds.flatMap((kind) => said(material, heard, spans, about, kind)),
      lines: kinds.flatMap((kind) => linesOf(material, heard, spans, kind)),
      charts: [],
      tables: []
    }
  ]
}

type Counted = NonNullable<Material.Material["heard"]>

const totalOf = ({ tally }: Counted, about: string, { period }: Material.Span): Total =>
  tally.between(about, period.first, period.last)

const said = (
  { titleOf }: Material.Material,
  heard: Counted,
  { before, now }: Material.Spans,
  about: ReadonlyArray<string>,
  { name, title }: AnyKind
): ReadonlyArray<Bilingual> => {
  if (before === undefined) return []
  const count = (about: string) => ({
    now: totalOf(heard, about, now).count,
    before: totalOf(heard, about, before).count
  })
  const tags = about.flatMap((one) => Heard.tagOf(name, one) ?? [])
  const divisions = Parts.byKind(tags).map(([kind, tags]) =>
    tags.map((tag) => ({
      title: titleOf?.(tag) ?? same(tag.slice(kind.length + 1)),
      ...count(Heard.about(name, tag))
    }))
  )
  const days = { now: Period.days(now.period), before: Period.days(before.period) }
  return Change.said(title, { ...count(name), days }, Parts.most(divisions))
}

const linesOf = (
  material: Material.Material,
  heard: Counted,
  { before, now }: Material.Spans,
  { name, personal, title }: AnyKind
): ReadonlyArray<Line> => {
  const figures = (span: Material.Span): ReadonlyArray<Figure> => {
    const { count, ofNobody, people } = totalOf(heard, name, span)
    const traces = [{ observations: name, account: material.account, from: span.from, until: span.until }]
    const who = { zh: `${title.zh}：人数`, en: `${title.en}: people` }
    const counted = Figures.counted(title, "count", count, traces)
    if (personal === undefined) return [counted]
    return [
      counted,
      ofNobody === 0
        ? Figures.counted(who, "people", people, traces)
        : Figures.unknown(who, "people", someOfNobody(ofNobody), {
            bounds: { low: people, high: people + ofNobody },
            traces
          })
    ]
  }
  const those = before && figures(before)
  return figures(now).map((figure, index) => {
    const was = those?.[index]
    return { key: `${name}.${figure.unit}`, figure, ...(was && { before: was }) }
  })
}

const someOfNobody = (count: number): Bilingual => ({
  zh: `其中 ${count} 条不知道是谁的。`,
  en: `Of ${count} it is not known whose they are.`
})
