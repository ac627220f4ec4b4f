/**
 * The plan, and the rules of activities.
 *
 * @module
 */
import { make } from "../../practice/Practice.ts"
import * as Activity from "./ActivityRules.ts"
import * as Money from "./MoneyRules.ts"
import { sections } from "./PlanPages.ts"
import * as Plan from "./PlanRules.ts"

/** The plan, and the rules of activities. */
export const planning = make({
  name: "planning",
  title: { zh: "计划与活动", en: "planning" },
  rules: [...Plan.rules, ...Activity.rules, ...Money.rules],
  pages: (handbook, { words }) => sections(handbook, words)
})
