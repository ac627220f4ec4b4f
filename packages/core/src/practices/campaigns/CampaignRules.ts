/**
 * Campaigns as a handbook plans them: somebody may decide, somebody may order their draws and codes, money is of one kind, and a year holds as many as the rules of activities ask for.
 *
 * @module
 */
import { holders, may } from "../../handbook/Entitlement.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import { added } from "../../internal-system/promotion/Money.ts"
import { hit, type Rule } from "../../practice/Rule.ts"
import { length } from "../../practice/Workload.ts"
import { CodeSeriesProcess } from "../codes/CodeSeriesProcess.ts"
import { CodesSection } from "../codes/CodesSection.ts"
import { PrizeDrawProcess } from "../prizes/PrizeDrawProcess.ts"
import { PrizesSection } from "../prizes/PrizesSection.ts"
import { CampaignProcess } from "./CampaignProcess.ts"
import { CampaignsSection } from "./CampaignsSection.ts"

/** The rules of campaigns. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "campaign/no-activities",
    severity: "error",
    demands: {
      zh: "有活动管理的手册写明活动规则。",
      en: "A handbook that runs campaigns has the rules of activities."
    },
    fix: {
      zh: "写下 activities：多久一次、每次预算、批准人、通知期、报告期限。",
      en: "Write activities: how often, the budget of one, the approver, the notice and the report."
    },
    find: ({ handbook }) =>
      CampaignsSection.find(handbook) === undefined || handbook.activities !== undefined
        ? []
        : [hit(["campaigns"], "没有活动规则。", "There are no rules of activities; nobody could approve a campaign.")]
  },
  {
    code: "campaign/approver-not-permitted",
    severity: "error",
    demands: { zh: "活动批准人有批准活动的权限。", en: "Whoever approves activities has the permission to." },
    fix: { zh: "给其角色加上 campaign.approve。", en: "Grant campaign.approve to a role of theirs." },
    find: ({ cover, handbook }) => {
      const approver = CampaignsSection.find(handbook) === undefined ? undefined : handbook.activities?.approver
      return approver === undefined || cover.may(approver).has(CampaignProcess.steps.Approve.by)
        ? []
        : [
            hit(
              ["activities", "approver"],
              `${approver} 是活动批准人，但没有 campaign.approve。`,
              `${approver} approves activities, and has no campaign.approve.`,
              approver
            )
          ]
    }
  },
  {
    code: "campaign/currencies-mixed",
    severity: "error",
    demands: {
      zh: "年度预算和单次预算是同一货币。",
      en: "The year's budget and that of one activity are in one currency."
    },
    fix: { zh: "写成同一货币。", en: "Write both in the same one." },
    find: ({ handbook }) => {
      const year = CampaignsSection.find(handbook)?.budget
      const one = handbook.activities?.budget
      return year === undefined || one === undefined || year.currency === one.currency
        ? []
        : [
            hit(
              ["campaigns", "budget", "currency"],
              `年度预算是 ${year.currency}，单次预算是 ${one.currency}。`,
              `The year's budget is in ${year.currency}, that of one activity in ${one.currency}.`,
              year.currency
            )
          ]
    }
  },
  {
    code: "campaign/year-below-one",
    severity: "error",
    demands: { zh: "年度预算够办一次活动。", en: "The year's budget pays for one activity at least." },
    fix: { zh: "提高年度预算，或降低单次预算。", en: "Raise the year's budget, or lower that of one activity." },
    find: ({ handbook }) => {
      const year = CampaignsSection.find(handbook)?.budget
      const one = handbook.activities?.budget
      return year === undefined || one === undefined || year.amount >= one.amount
        ? []
        : [
            hit(
              ["campaigns", "budget", "amount"],
              `年度预算 ${year.amount}，单次可到 ${one.amount}。`,
              `${year.amount} for the year, and one may cost ${one.amount}.`,
              String(year.amount)
            )
          ]
    }
  },
  {
    code: "campaign/plan-beyond-year",
    severity: "warning",
    demands: { zh: "计划里各条目的预算合计不超过年度预算。", en: "What the plan budgets fits into the year's budget." },
    fix: { zh: "削减条目的预算，或提高年度预算。", en: "Cut the budgets of entries, or raise the year's." },
    find: ({ handbook }) => {
      const year = CampaignsSection.find(handbook)?.budget
      const { plan } = handbook
      if (year === undefined || plan === undefined) return []
      const days = (Date.parse(plan.horizon.until) - Date.parse(plan.horizon.from)) / 86_400_000
      const allowed = year.amount * Math.max(1, days / length.year)
      const planned = added(...Object.values(plan.entries).map(({ budget }) => budget?.amount ?? 0))
      return planned <= allowed
        ? []
        : [
            hit(
              ["plan", "entries"],
              `计划合计 ${planned}，年度预算 ${year.amount}。`,
              `${planned} is planned, and ${year.amount} a year is there.`,
              String(planned)
            )
          ]
    }
  },
  {
    code: "campaign/nobody-orders",
    severity: "error",
    demands: {
      zh: "写活动方案的人里，有人可以登记其中的抽奖和兑换码。",
      en: "Of those who run campaigns, somebody may announce their draws and plan their codes."
    },
    fix: {
      zh: "给一个有 planning.ask 的角色加上这项权限。",
      en: "Grant the permission to a role that has planning.ask."
    },
    find: ({ handbook }) =>
      CampaignsSection.find(handbook) === undefined
        ? []
        : children
            .filter(({ isThere }) => isThere(handbook))
            .filter(({ by }) => !runners(handbook).some((person) => may(handbook, person).has(by)))
            .map(({ at, by, title }) =>
              hit(
                [at],
                `写活动方案的人都没有 ${by}：方案里的${title.zh}无人可登记，活动不能开始。`,
                `Nobody who runs campaigns has ${by}: ${title.en} of a brief could not be ordered, and it would not begin.`,
                by
              )
            )
  }
]

/** Whoever writes a brief, or orders again what was lost. */
const runners = (handbook: Handbook) =>
  holders(handbook, CampaignProcess.steps.WriteBrief.by, CampaignProcess.steps.OrderAgain.by)

/** What a campaign orders of others, by the section without which there is none. */
const children = [
  {
    at: PrizesSection.key,
    isThere: (handbook: Handbook) => PrizesSection.find(handbook) !== undefined,
    by: PrizeDrawProcess.steps.Announce.by,
    title: { zh: "抽奖", en: "a draw" }
  },
  {
    at: CodesSection.key,
    isThere: (handbook: Handbook) => CodesSection.find(handbook) !== undefined,
    by: CodeSeriesProcess.steps.Draft.by,
    title: { zh: "兑换码", en: "codes" }
  }
] as const
