/**
 * Content planning: what asks for posts, and the day's posts on the planner's desk.
 *
 * @module
 */
import { factsOf } from "../../page/Sections.ts"
import { make } from "../../practice/Practice.ts"
import { openingOf } from "../rounds/PlannedRound.ts"
import { Rounds } from "../rounds/RoundSection.ts"
import { ContentPlanSection } from "./ContentPlanSection.ts"
import { ofQuotas } from "./QuotaRounds.ts"

/** What asks for posts, and the day's posts on the planner's desk. */
export const contentPlanning = make({
  name: "content-plan",
  title: { zh: "内容计划", en: "content plan" },
  sections: [ContentPlanSection],
  // Rounds are cases where the handbook has the section on rounds.
  agenda: (handbook) => {
    const section = ContentPlanSection.find(handbook)
    if (section === undefined || Rounds.find(handbook) === undefined) return () => []
    const rounds = ofQuotas(handbook, section)
    return (from, until) => rounds(from, until).map(openingOf)
  },
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
