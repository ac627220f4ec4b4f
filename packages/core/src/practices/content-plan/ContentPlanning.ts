/**
 * Content planning: what asks for posts, and the posts that are missing on the planner's desk.
 *
 * @module
 */

import * as Settings from "../../handbook/Settings.ts"
import { factsOf } from "../../page/Sections.ts"
import { make, run } from "../../practice/Practice.ts"
import { always } from "../../process/Allowance.ts"
import { rules } from "./ContentPlanRules.ts"
import { ContentPlanSection } from "./ContentPlanSection.ts"
import { PostQuotaProcess } from "./PostQuotaProcess.ts"
import { quotasOf } from "./QuotaAgenda.ts"

/** What asks for posts, and the posts that are missing on the planner's desk. */
export const contentPlanning = make({
  name: "content-plan",
  title: { zh: "内容计划", en: "content plan" },
  sections: [ContentPlanSection],
  runs: [
    run(PostQuotaProcess, (handbook) => ({
      ...Settings.ofWarnings(handbook),
      looks: ContentPlanSection.of(handbook).looks ?? always("30 minutes"),
      attention: handbook.content.attention
    }))
  ],
  agenda: (handbook, holidays) => {
    const section = ContentPlanSection.find(handbook)
    return section === undefined ? () => [] : quotasOf(handbook, section, holidays)
  },
  rules,
  pages: (handbook, { words }) => {
    const { checkAt, free, frozenDays = 7, planner } = ContentPlanSection.of(handbook)
    return [
      {
        id: "contentPlan",
        title: ContentPlanSection.title,
        blocks: factsOf([
          [{ zh: "计划人", en: "Planner" }, words.person(planner)],
          [{ zh: "每天核对", en: "Looked at every day" }, checkAt],
          [
            { zh: "不再改动", en: "Frozen" },
            { zh: `${frozenDays} 天内`, en: `${frozenDays} days ahead` }
          ],
          ...(free === undefined
            ? []
            : [
                [
                  { zh: "留空时段", en: "Slots left free" },
                  { zh: `每${free.per === "day" ? "天" : "周"} ${free.slots} 个`, en: `${free.slots} a ${free.per}` }
                ] as const
              ])
        ])
      }
    ]
  }
})
