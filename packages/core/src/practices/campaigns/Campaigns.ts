/**
 * Campaigns, from the idea to the review, as a practice: each is a case, and all of a year share one budget.
 *
 * @module
 */
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Settings from "../../handbook/Settings.ts"
import { money } from "../../page/HandbookWords.ts"
import { factsOf } from "../../page/Sections.ts"
import { make, run } from "../../practice/Practice.ts"
import { type Agenda, opening } from "../../process/Agenda.ts"
import { CodesSection } from "../codes/CodesSection.ts"
import { PrizesSection } from "../prizes/PrizesSection.ts"
import { ReportsSection } from "../reports/ReportsSection.ts"
import { budgetYears } from "./BudgetYears.ts"
import type * as Campaign from "./Campaign.ts"
import * as CampaignBudget from "./CampaignBudget.ts"
import { CampaignBudgetProcess } from "./CampaignBudgetProcess.ts"
import { CampaignProcess } from "./CampaignProcess.ts"
import { rules } from "./CampaignRules.ts"
import { CampaignsSection } from "./CampaignsSection.ts"

/** Campaigns of an account, and what they may spend. */
export const campaigns = make({
  name: "campaigns",
  title: { zh: "活动管理", en: "campaigns" },
  sections: [CampaignsSection],
  runs: [run(CampaignBudgetProcess, ofBudget), run(CampaignProcess, ofCampaigns)],
  rules,
  agenda: (handbook) => agendaOf(handbook),
  pages: (handbook, { words }) => {
    const { attention, budget, together } = CampaignsSection.of(handbook)
    return [
      {
        id: "campaigns",
        title: CampaignsSection.title,
        blocks: factsOf([
          [{ zh: "年度预算", en: "Budget of a year" }, money(budget)],
          [
            { zh: "同时进行", en: "Live at once" },
            { zh: `${together} 个`, en: String(together) }
          ],
          [{ zh: "处理期限", en: "Waits for a person" }, words.allowance(attention)]
        ])
      }
    ]
  }
})

/** A handbook without rules of activities is found to lack them; until then its lead decides, and one campaign may cost what the year does. */
function ofCampaigns(handbook: Handbook): Campaign.Settings {
  const { activities, content, resources, timeZone } = handbook
  const { attention, budget } = CampaignsSection.of(handbook)
  const draws = PrizesSection.find(handbook)
  const codes = CodesSection.find(handbook)
  const reported = ReportsSection.find(handbook)?.activities
  return {
    ...Settings.ofWarnings(handbook),
    approver: activities?.approver ?? content.lead,
    attention,
    report: activities?.report ?? attention,
    ...(reported !== undefined && { reported }),
    ...(draws !== undefined && { draws: { settlesWithin: draws.settlesWithin } }),
    ...(codes !== undefined && { codes: { longest: codes.longest, most: codes.most } }),
    notice: activities?.notice ?? attention,
    most: activities?.budget.amount ?? budget.amount,
    ...(activities?.prizes && { prizesMost: activities.prizes.most.amount }),
    // The keys of the resources are their ids.
    resources: Object.keys(resources) as Array<keyof typeof resources>,
    timeZone
  }
}

function ofBudget(handbook: Handbook): CampaignBudget.Settings {
  const { budget, together } = CampaignsSection.of(handbook)
  const frequency = handbook.activities?.frequency ?? { times: 1000, per: "year" }
  return { timeZone: handbook.timeZone, budget: budget.amount, together, frequency }
}

/** The budget of every year. */
const agendaOf =
  ({ account, timeZone }: Handbook): Agenda =>
  (from, until) =>
    budgetYears(timeZone, from, until).map(({ ends, opens, year }) =>
      opening(CampaignBudgetProcess, "Open", {
        case: CampaignBudget.caseOf(account.id, year),
        input: { account: account.id, year, until: ends },
        series: `campaign budget ${year}`,
        from: opens,
        until: ends
      })
    )
