/**
 * In what a figure counts.
 *
 * @module
 */
import { Schema } from "effect"
import type { Bilingual } from "../../finding/Bilingual.ts"

/** What a figure counts. `people` are different ones: who came on two days is one. */
export const Unit = Schema.Literals([
  "count",
  "people",
  "views",
  "visits",
  "hours",
  "minutes",
  "yuan",
  "share",
  "ratio"
])
/** What a figure counts. */
export type Unit = typeof Unit.Type

/** What people call a unit. */
export const unitNames: Readonly<Record<Unit, Bilingual>> = {
  count: { zh: "次", en: "times" },
  people: { zh: "人", en: "people" },
  views: { zh: "次阅读", en: "views" },
  visits: { zh: "次访问", en: "visits" },
  hours: { zh: "小时", en: "hours" },
  minutes: { zh: "分钟", en: "minutes" },
  yuan: { zh: "元", en: "yuan" },
  share: { zh: "占比", en: "share" },
  ratio: { zh: "比值", en: "ratio" }
}
