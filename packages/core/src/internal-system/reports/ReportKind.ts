/**
 * What kinds of reports there are.
 *
 * @module
 */
import { Schema } from "effect"
import type { Bilingual } from "../../finding/Bilingual.ts"

/** A kind of report. */
export const Kind = Schema.Literals(["daily", "weekly", "monthly", "activity", "people"])
/** A kind of report. */
export type Kind = typeof Kind.Type

/** What people call a kind. */
export const kindNames: Readonly<Record<Kind, Bilingual>> = {
  daily: { zh: "日报", en: "Daily report" },
  weekly: { zh: "周报", en: "Weekly report" },
  monthly: { zh: "月报", en: "Monthly report" },
  activity: { zh: "活动报告", en: "Report of an activity" },
  people: { zh: "人员与部门报告", en: "People and departments" }
}
