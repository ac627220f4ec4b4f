/**
 * What the handbook says of the numbers that the account is measured by.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Names from "../../handbook/Names.ts"
import type { Kpi, Target, Value } from "../../internal-system/analytics/Kpi.ts"
import type { HandbookWords } from "../../page/HandbookWords.ts"
import type { Section } from "../../page/Page.ts"
import { tableSection } from "../../page/Sections.ts"

/** Every number: where it comes from, its target, and who answers for it. */
export const numbers = ({ kpis = {} }: Handbook, words: HandbookWords): Section =>
  tableSection(
    "kpis",
    { zh: "指标", en: "Numbers" },
    [
      { zh: "指标", en: "Number" },
      { zh: "怎么得来", en: "Where it comes from" },
      { zh: "目标", en: "Target" },
      { zh: "单位", en: "Unit" },
      { zh: "负责人", en: "Owner" },
      { zh: "受什么推动", en: "Driven by" }
    ],
    Object.values(kpis).map(({ drivers = [], measured, owner, target, title, unit, value }) => [
      [{ strong: title }, ...(value === undefined ? [] : [{ badge: values[value], tone: "good" as const }])],
      measuredName(measured, kpis),
      target === undefined ? "—" : targetName(target),
      unit,
      words.person(owner),
      words.titles(kpis, drivers)
    ])
  )

/** What people call what an account brings its company. */
export const values: Readonly<Record<Value, Bilingual>> = {
  sales: { zh: "销售", en: "sales" },
  traffic: { zh: "流量", en: "traffic" },
  exposure: { zh: "曝光", en: "exposure" },
  brand: { zh: "品牌", en: "brand" },
  "crisis resolution": { zh: "化解危机", en: "crisis resolution" }
}

const measuredName = (measured: Kpi["measured"], kpis: NonNullable<Handbook["kpis"]>): Bilingual => {
  if ("source" in measured) return measured.source
  const [parts, sign] =
    "sum" in measured
      ? ([measured.sum, " + "] as const)
      : "product" in measured
        ? ([measured.product, " × "] as const)
        : "difference" in measured
          ? ([measured.difference, " − "] as const)
          : ([measured.ratio, " ÷ "] as const)
  const titles = parts.map((id) => kpis[id]?.title ?? { zh: id, en: id })
  return { zh: titles.map(({ zh }) => zh).join(sign), en: titles.map(({ en }) => en).join(sign) }
}

/** What a number should be, as people write it. */
export const targetName = ({ least, most, per }: Target): Bilingual => {
  const { en, zh } = Names.per[per]
  return {
    zh: [
      zh,
      least === undefined ? "" : `至少 ${Names.countName(least)}`,
      most === undefined ? "" : `至多 ${Names.countName(most)}`
    ]
      .filter((part) => part !== "")
      .join(" "),
    en: [
      least === undefined ? "" : `at least ${Names.countName(least)}`,
      most === undefined ? "" : `at most ${Names.countName(most)}`,
      en
    ]
      .filter((part) => part !== "")
      .join(" ")
  }
}
