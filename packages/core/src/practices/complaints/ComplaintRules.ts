/**
 * Complaints: what a brand follows to its end, it has promised to end.
 *
 * @module
 */
import { Record } from "effect"
import { hit, type Rule } from "../../practice/Rule.ts"
import { solutions } from "./ComplaintSettings.ts"
import { Complaints } from "./ComplaintsSection.ts"
import * as SurveyRules from "./SurveyRules.ts"

/** The rules of complaints. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "complaints/no-promise-of-a-solution",
    severity: "error",
    demands: {
      zh: "通常的承诺是对投诉「已解决」的承诺。",
      en: "The usual promise is one to complaints, kept when they are solved."
    },
    fix: {
      zh: "写下对投诉的承诺，keptWhen: solved，并在 usual 中引用。",
      en: "Write a promise to complaints with keptWhen: solved, and name it in usual."
    },
    find: ({ handbook }) => {
      const { usual } = Complaints.of(handbook)
      return Record.has(solutions(handbook), usual)
        ? []
        : [
            hit(
              ["complaints", "usual"],
              `「${usual}」不是对投诉的解决承诺。`,
              `${usual} promises no solution to whoever complains.`,
              usual
            )
          ]
    }
  },
  {
    code: "complaints/desk-behind-no-promise",
    severity: "warning",
    demands: {
      zh: "设有工单台的部门，在解决承诺里有自己的时限。",
      en: "A department with a desk has a time of its own behind a promise of a solution."
    },
    fix: { zh: "在承诺的 behind 中写下该部门的时限。", en: "Write its time in the behind of the promise." },
    find: ({ handbook }) =>
      (Complaints.of(handbook).desks ?? []).flatMap((desk, index) =>
        Object.values(solutions(handbook)).some(({ behind = [] }) => behind.some(({ by }) => by === desk))
          ? []
          : [
              hit(
                ["complaints", "desks", index],
                `「${desk}」没有答应多久解决投诉。`,
                `${desk} has not promised how soon it sees to a complaint.`,
                desk
              )
            ]
      )
  },
  ...SurveyRules.rules
]
