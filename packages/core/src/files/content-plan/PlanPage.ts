/**
 * A content plan as a page: what it cannot do and why, its figures, and a table for every month.
 *
 * @module
 */
import { DateTime } from "effect"
import { toNumber, weekdayOf, weekdays } from "../../calendar/CalendarDate.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import { type Bilingual, same } from "../../finding/Bilingual.ts"
import type { Entry } from "../../internal-system/content-plan/Brief.ts"
import type { ContentPlan } from "../../internal-system/content-plan/ContentPlan.ts"
import type { Page, Section, Text } from "../../page/Page.ts"
import { tableSection } from "../../page/Sections.ts"
import { firmness, type Named, reason } from "./PlanTable.ts"

/** The page of a plan. */
export const of = (plan: ContentPlan, named: Named, brand: Bilingual): Page => {
  const months = Map.groupBy(plan.entries, ({ date }) => date.slice(0, 7))
  return {
    title: { zh: "内容计划", en: "Content plan" },
    eyebrow: brand,
    under: [
      {
        zh: `${plan.from} 至 ${plan.until}（不含），共 ${plan.entries.length} 条。`,
        en: `From ${plan.from} until before ${plan.until}: ${plan.entries.length} posts.`
      }
    ],
    sections: [
      tableSection(
        "findings",
        { zh: "做不到的和要知道的", en: "What cannot be met, and what to know" },
        [
          { zh: "问题", en: "What" },
          { zh: "办法", en: "What would do" }
        ],
        plan.findings.map(({ fix, message, severity }) => [
          severity === "error" ? { badge: message, tone: "bad" } : message,
          fix
        ])
      ),
      shares(plan, named),
      ...[...months].map(([month, entries]) => monthOf(month, entries, named)),
      free(plan, named)
    ]
  }
}

const shares = ({ entries }: ContentPlan, { mix }: Named): Section =>
  tableSection(
    "shares",
    { zh: "占比", en: "Shares" },
    [
      { zh: "类别", en: "Category" },
      { zh: "应占", en: "Asked for" },
      { zh: "条数", en: "Posts" },
      { zh: "实占", en: "Share" }
    ],
    Object.entries(mix.categories).map(([id, { share, title }]) => {
      const count = entries.filter(({ category }) => category === id).length
      return [
        { strong: title },
        `${share}%`,
        String(count),
        `${entries.length === 0 ? 0 : Math.round((count * 1000) / entries.length) / 10}%`
      ]
    })
  )

const monthOf = (month: string, entries: ReadonlyArray<Entry>, { mix, occasions }: Named): Section =>
  tableSection(
    `month-${month}`,
    same(month),
    [
      { zh: "时段", en: "Slot" },
      { zh: "类别", en: "Category" },
      { zh: "节点", en: "Occasion" },
      { zh: "为什么", en: "Why" }
    ],
    entries.map(
      ({ category, date, firm, occasion, reason: why, time }): ReadonlyArray<Text> => [
        [`${date} `, dayName(date), ` ${time}`],
        mix.categories[category]?.title ?? category,
        occasion === undefined ? "" : (occasions[occasion]?.title ?? occasion),
        firm === "planned"
          ? reason({ reason: why })
          : [{ badge: firmness[firm], tone: "plain" }, reason({ reason: why })]
      ]
    )
  )

const free = ({ free }: ContentPlan, { timeZone }: Named): Section => {
  const wall = WallClock.make(timeZone)
  return tableSection(
    "free",
    { zh: "留给临时内容的时段", en: "Slots for the unforeseen" },
    [{ zh: "时段", en: "Slot" }],
    free.map((slot) => [
      new Date(wall.wallAt(DateTime.toEpochMillis(slot))).toISOString().slice(0, 16).replace("T", " ")
    ])
  )
}

const dayName = (date: string): Bilingual => {
  const index = weekdays.indexOf(weekdayOf(toNumber(date)))
  return { zh: `周${"一二三四五六日"[index]}`, en: (weekdays[index] ?? "").slice(0, 3) }
}
