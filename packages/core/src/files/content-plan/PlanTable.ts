/**
 * A content plan as a table that people keep in a spreadsheet: a row for every post, with the names that the brief has for things.
 *
 *     日期,时间,类别,节点,状态,原因,交稿
 *     2026-09-25,09:30,活动,中秋节,计划,节点,2026-09-24 14:00
 *
 * What leaves here is text: `PlanCsv` and `PlanXlsx` write it, `PlanTableReader` reads it back.
 *
 * @module
 */
import { DateTime } from "effect"
import * as WallClock from "../../calendar/WallClock.ts"
import type { Bilingual, Language } from "../../finding/Bilingual.ts"
import type { Brief, Entry, Firmness } from "../../internal-system/content-plan/Brief.ts"
import type { ContentPlan } from "../../internal-system/content-plan/ContentPlan.ts"

/** The columns: the first three are needed when a table is read, and the last two are for people. */
export const columns = ["date", "time", "category", "occasion", "status", "reason", "draftBy"] as const
/** The name of a column. */
export type Column = (typeof columns)[number]

/** What the columns are called. */
export const titles: Readonly<Record<Column, Bilingual>> = {
  date: { zh: "日期", en: "date" },
  time: { zh: "时间", en: "time" },
  category: { zh: "类别", en: "category" },
  occasion: { zh: "节点", en: "occasion" },
  status: { zh: "状态", en: "status" },
  reason: { zh: "原因", en: "reason" },
  draftBy: { zh: "交稿", en: "draft by" }
}

/** How firm an entry is, for people. */
export const firmness: Readonly<Record<Firmness, Bilingual>> = {
  planned: { zh: "计划", en: "planned" },
  pinned: { zh: "锁定", en: "pinned" },
  published: { zh: "已发布", en: "published" }
}

/** What a plan and its brief call things. */
export type Named = Pick<Brief, "mix" | "occasions" | "timeZone">

/** The header and the rows of a plan. */
export const rows = (
  plan: Pick<ContentPlan, "entries">,
  named: Named,
  language: Language
): ReadonlyArray<ReadonlyArray<string>> => {
  const wall = WallClock.make(named.timeZone)
  const categories = called(named.mix.categories, language)
  const occasions = called(named.occasions, language)
  return [
    columns.map((column) => titles[column][language]),
    ...plan.entries.map((entry) => [
      entry.date,
      entry.time,
      categories(entry.category),
      entry.occasion === undefined ? "" : occasions(entry.occasion),
      firmness[entry.firm][language],
      reason(entry)[language],
      entry.draftBy === undefined
        ? ""
        : new Date(wall.wallAt(DateTime.toEpochMillis(entry.draftBy))).toISOString().slice(0, 16).replace("T", " ")
    ])
  ]
}

/** What things are called; by their ids where two have one name. */
export const called = (
  all: Readonly<Record<string, { readonly title: Bilingual }>>,
  language: Language
): ((id: string) => string) => {
  const names = Object.values(all).map(({ title }) => title[language])
  return (id) => {
    const name = all[id]?.title[language]
    return name === undefined || names.indexOf(name) !== names.lastIndexOf(name) ? id : name
  }
}

/** Why an entry stands where it does, for people. */
export const reason = ({ reason }: Pick<Entry, "reason">): Bilingual => {
  switch (reason._tag) {
    case "Occasion":
      return { zh: "节点", en: "occasion" }
    case "Slot":
      return { zh: "固定时段", en: "kept slot" }
    case "Share":
      return { zh: `占比 ${reason.share}%`, en: `share of ${reason.share} %` }
    case "Given":
      return reason.firm === "published" ? { zh: "已发布", en: "is out" } : { zh: "人工锁定", en: "pinned by hand" }
  }
}
