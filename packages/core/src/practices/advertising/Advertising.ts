/**
 * Advertising, as a practice: posts that are shown to more people for money, all of a year from one budget.
 *
 *     advertising:
 *       budget: { amount: 60000 }
 *       every: { time: 1 day, calendar: always }
 *       attention: { time: 9 hours, calendar: office }
 *
 * @module
 */
import { Schema } from "effect"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import * as Settings from "../../handbook/Settings.ts"
import { Money } from "../../internal-system/promotion/Money.ts"
import { money } from "../../page/HandbookWords.ts"
import { factsOf } from "../../page/Sections.ts"
import { make, run } from "../../practice/Practice.ts"
import { opening } from "../../process/Agenda.ts"
import { Allowance } from "../../process/Allowance.ts"
import { budgetYears } from "../campaigns/BudgetYears.ts"
import { caseOf } from "./AdvertisingBudget.ts"
import { AdvertisingBudgetProcess } from "./AdvertisingBudgetProcess.ts"
import type * as PaidPromotion from "./PaidPromotion.ts"
import { PaidPromotionProcess } from "./PaidPromotionProcess.ts"

/** The section of handbooks by which posts are promoted for money. */
export const AdvertisingSection = HandbookSection.make("advertising", {
  title: { zh: "付费推广", en: "Advertising" },
  schema: Schema.Struct({
    budget: Money.annotateKey({ description: "What all paid promotions of a year may cost together." }),
    every: Allowance.annotateKey({
      description:
        "How often the figures of a running promotion are read; an embargo has it stopped at the next reading."
    }),
    attention: Allowance.annotateKey({ description: "How long anything of a promotion may wait for a person." })
  }).annotate({
    description:
      "Paid promotion of posts. Weibo has no interface for it: people set it up and read it, and report it here."
  })
})

/** Posts that are shown to more people for money. */
export const advertising = make({
  name: "advertising",
  title: { zh: "付费推广", en: "advertising" },
  sections: [AdvertisingSection],
  runs: [
    run(AdvertisingBudgetProcess, (handbook) => ({ budget: AdvertisingSection.of(handbook).budget.amount })),
    run(PaidPromotionProcess, settingsOf)
  ],
  agenda:
    ({ account, timeZone }) =>
    (from, until) =>
      budgetYears(timeZone, from, until).map(({ ends, opens, year }) =>
        opening(AdvertisingBudgetProcess, "Open", {
          case: caseOf(account.id, year),
          input: { account: account.id, year, until: ends },
          series: `advertising budget ${year}`,
          from: opens,
          until: ends
        })
      ),
  pages: (handbook, { words }) => {
    const { attention, budget, every } = AdvertisingSection.of(handbook)
    return [
      {
        id: "advertising",
        title: AdvertisingSection.title,
        blocks: factsOf([
          [{ zh: "年度预算", en: "Budget of a year" }, money(budget)],
          [{ zh: "多久记一次数据", en: "Figures are read every" }, words.allowance(every)],
          [{ zh: "处理期限", en: "Waits for a person" }, words.allowance(attention)]
        ])
      }
    ]
  }
})

function settingsOf(handbook: Handbook): PaidPromotion.Settings {
  const { attention, every } = AdvertisingSection.of(handbook)
  return { ...Settings.ofWarnings(handbook), attention, every, timeZone: handbook.timeZone }
}
