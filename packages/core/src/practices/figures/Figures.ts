/**
 * The numbers that the account is measured by.
 *
 * @module
 */
import * as AccountReading from "../../internal-system/fans/AccountReading.ts"
import * as FanLook from "../../internal-system/fans/FanLook.ts"
import { make } from "../../practice/Practice.ts"
import { numbers } from "./KpiPages.ts"
import * as Kpi from "./KpiRules.ts"

/** The numbers that the account is measured by. */
export const figures = make({
  name: "figures",
  title: { zh: "数据指标", en: "figures" },
  hears: [AccountReading.kind, FanLook.kind],
  rules: [...Kpi.rules],
  pages: (handbook, { words }) => [numbers(handbook, words)]
})
