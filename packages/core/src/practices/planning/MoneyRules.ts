/**
 * The sums of a handbook, held against each other: they are of one kind of money, for nobody here converts any.
 *
 * @module
 */
import { Record } from "effect"
import { hit, type Rule } from "../../practice/Rule.ts"

/** The rules of sums. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "plan/currencies-mixed",
    severity: "error",
    demands: {
      zh: "计划各条目、奖品和活动预算是同一货币。",
      en: "The sums of the plan, of prizes and of activities are in one currency."
    },
    fix: { zh: "换算成同一货币。", en: "Convert them into the same one." },
    find: ({ handbook: { activities, plan } }) => {
      if (activities === undefined) return []
      const { currency } = activities.budget
      const sums = [
        { path: ["activities", "prizes", "most"], sum: activities.prizes?.most },
        ...Record.toEntries(plan?.entries ?? {}).flatMap(([id, { budget, prizes }]) => [
          { path: ["plan", "entries", id, "budget"], sum: budget },
          { path: ["plan", "entries", id, "prizes"], sum: prizes }
        ])
      ]
      return sums.flatMap(({ path, sum }) =>
        sum === undefined || sum.currency === currency
          ? []
          : [
              hit(
                path,
                `这里是 ${sum.currency}，活动预算是 ${currency}。`,
                `This sum is in ${sum.currency}, and the budget of activities in ${currency}.`,
                sum.currency
              )
            ]
      )
    }
  }
]
