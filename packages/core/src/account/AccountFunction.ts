/**
 * The nine functions of the internal system.
 *
 * @module
 */
import { Schema } from "effect"
import type { Bilingual } from "../finding/Bilingual.ts"

/** The functions, in the order in which a handbook tells of them. */
export const functions = [
  "positioning",
  "content",
  "planning",
  "fans",
  "interaction",
  "monitoring",
  "team",
  "analytics",
  "promotion"
] as const

/** A function of the internal system. */
export const AccountFunction = Schema.Literals(functions)
/** A function of the internal system. */
export type AccountFunction = typeof AccountFunction.Type

/** What people call the functions. */
export const titles: Readonly<Record<AccountFunction, Bilingual>> = {
  positioning: { zh: "账号定位", en: "Positioning" },
  content: { zh: "内容建设", en: "Content" },
  planning: { zh: "活动策划", en: "Planning" },
  fans: { zh: "粉丝运营", en: "Fans" },
  interaction: { zh: "互动管理", en: "Interaction" },
  monitoring: { zh: "舆情监测", en: "Monitoring" },
  team: { zh: "团队管理", en: "Team" },
  analytics: { zh: "数据分析", en: "Analytics" },
  promotion: { zh: "推广与商务合作", en: "Promotion and partnerships" }
}
