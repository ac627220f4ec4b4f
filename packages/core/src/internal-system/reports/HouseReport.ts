/**
 * The reports of a house: of a day, a week, a month, of an activity, and of people and departments; each from the same material, by chapters that it has.
 *
 * @module
 */
import { DateTime } from "effect"
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as CasesChapter from "./CasesChapter.ts"
import * as ComplaintsChapter from "./ComplaintsChapter.ts"
import * as HeardChapter from "./HeardChapter.ts"
import * as KpiChapter from "./KpiChapter.ts"
import * as Material from "./Material.ts"
import * as PeopleChapter from "./PeopleChapter.ts"
import * as Period from "./Period.ts"
import * as PromisesChapter from "./PromisesChapter.ts"
import type { Chapter, Report } from "./Report.ts"
import { type Kind, kindNames } from "./ReportKind.ts"

/** What else a report is told. */
export interface More {
  /** What an activity is called. */
  readonly about?: Bilingual | undefined
  /** Chapters of chapters of the house that build on reports. */
  readonly chapters?: ReadonlyArray<Chapter>
}

/** The report of a kind. */
export const of = (kind: Kind, material: Material.Material, { about, chapters: more = [] }: More = {}): Report => {
  const { account, asOf, brand, period, timeZone } = material
  const { before } = Material.spans(material)
  const [name, when] = [kindNames[kind], Period.name(period)]
  const what = about === undefined ? { zh: "", en: "" } : { zh: `「${about.zh}」`, en: ` “${about.en}”` }
  return {
    kind,
    title: { zh: `${name.zh}${what.zh} ${when.zh}`, en: `${name.en}${what.en}, ${when.en}` },
    brand,
    account,
    timeZone,
    period,
    ...(before !== undefined && { before: before.period }),
    asOf,
    chapters: [...notes(material), ...chapters[kind](material), ...more]
  }
}

const chapters: Readonly<Record<Kind, (material: Material.Material) => ReadonlyArray<Chapter>>> = {
  daily: (one) => [CasesChapter.of(one), PromisesChapter.of(one), ...HeardChapter.of(one)],
  weekly: (one) => all(one),
  monthly: (one) => all(one),
  activity: (one) => [CasesChapter.of(one), PromisesChapter.of(one), ...HeardChapter.of(one)],
  people: (one) => [PeopleChapter.of(one), PromisesChapter.of(one)]
}

const all = (one: Material.Material): ReadonlyArray<Chapter> => [
  ...KpiChapter.of(one),
  CasesChapter.of(one),
  PromisesChapter.of(one),
  ...ComplaintsChapter.of(one),
  ...HeardChapter.of(one),
  PeopleChapter.of(one)
]

/** What whoever reads it has to know first: that the period is not over, or that something could not be read. */
const notes = (material: Material.Material): ReadonlyArray<Chapter> => {
  const { asOf, isAlone = false, period, timeZone, worked } = material
  const isOver = !DateTime.isLessThan(asOf, Period.span(timeZone, period).until)
  const isFirst = isOver && !isAlone && Material.spans(material).before === undefined
  const lost = worked.unreadable.length
  const says: ReadonlyArray<Bilingual> = [
    ...(isOver
      ? []
      : [
          {
            zh: "本期还没有结束：数字会变，与上期不作比较。",
            en: "The period is not over: numbers will change, and are compared with nothing."
          }
        ]),
    ...(isFirst
      ? [
          {
            zh: "上期开始时还没有记录：与上期不作比较。",
            en: "Nothing was kept yet when the period before began: numbers are compared with nothing."
          }
        ]
      : []),
    ...(lost === 0
      ? []
      : [
          {
            zh: `日志中有 ${lost} 条读不懂，没有计入。`,
            en: `${lost} entries of the log could not be read, and are not counted.`
          }
        ])
  ]
  const title = { zh: "请先读", en: "To be read first" }
  return says.length === 0 ? [] : [{ id: "notes", title, says, lines: [], charts: [], tables: [] }]
}
