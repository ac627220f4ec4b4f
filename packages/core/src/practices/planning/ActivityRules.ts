/**
 * The rules of activities, held against each other: told in time to ask for prizes, and paid for.
 *
 * @module
 */
import { inWords } from "../../calendar/TimeSpan.ts"
import { hit, type Rule } from "../../practice/Rule.ts"

/** The rules of activities. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "activity/notice-too-short",
    severity: "error",
    demands: {
      zh: "通知期不短于申请奖品所需的时间。",
      en: "The account is told long enough before to ask for prizes in time."
    },
    fix: { zh: "延长通知期，或缩短奖品申请。", en: "Ask for longer notice, or for prizes later." },
    find: ({ cover, due, from, handbook: { activities } }) => {
      const prizes = activities?.prizes
      if (activities === undefined || prizes === undefined) return []
      const start = cover.hours(activities.notice.calendar)[0] ?? from
      return (due(start, activities.notice) ?? 0) >= (due(start, prizes.ahead) ?? 0)
        ? []
        : [
            hit(
              ["activities", "notice"],
              `提前 ${inWords(activities.notice.time)} 通知，奖品却要提前 ${inWords(prizes.ahead.time)} 申请。`,
              `Told ${inWords(activities.notice.time)} ahead, and prizes are asked for ${inWords(prizes.ahead.time)} ahead.`,
              inWords(activities.notice.time)
            )
          ]
    }
  },
  {
    code: "activity/review-longer-than-notice",
    severity: "error",
    demands: { zh: "通知期够写稿、审稿。", en: "Notice is longer than the review of one post." },
    fix: { zh: "延长通知期。", en: "Ask for longer notice." },
    find: ({ cover, due, from, handbook: { activities, content } }) => {
      if (activities === undefined) return []
      const start = cover.hours(activities.notice.calendar)[0] ?? from
      return (due(start, activities.notice) ?? 0) > (due(start, content.review.within) ?? 0)
        ? []
        : [
            hit(
              ["activities", "notice"],
              `通知期不长于一次审核（${inWords(content.review.within.time)}）。`,
              `A review alone may take ${inWords(content.review.within.time)}.`,
              inWords(activities.notice.time)
            )
          ]
    }
  },
  {
    code: "activity/prizes-beyond-budget",
    severity: "error",
    demands: { zh: "奖品上限不超过活动预算。", en: "Prizes may cost no more than the whole activity." },
    fix: { zh: "提高预算，或降低奖品上限。", en: "Raise the budget, or lower the worth of prizes." },
    find: ({ handbook: { activities } }) =>
      activities?.prizes === undefined || activities.prizes.most.amount <= activities.budget.amount
        ? []
        : [
            hit(
              ["activities", "prizes", "most"],
              `奖品可到 ${activities.prizes.most.amount}，预算只有 ${activities.budget.amount}。`,
              `Prizes up to ${activities.prizes.most.amount}, of a budget of ${activities.budget.amount}.`,
              String(activities.prizes.most.amount)
            )
          ]
  },
  {
    code: "activity/prizes-from-elsewhere",
    severity: "error",
    demands: { zh: "奖品来自奖品或赞助类资源。", en: "Prizes come from a resource that has some." },
    fix: { zh: "写上奖品或赞助资源。", en: "Name a resource of prizes or sponsorship." },
    find: ({ handbook: { activities, resources } }) => {
      const from = activities?.prizes?.from
      const kind = from && resources[from]?.kind
      return kind === undefined || kind === "prizes" || kind === "sponsorship"
        ? []
        : [
            hit(
              ["activities", "prizes", "from"],
              `「${from}」不是奖品资源。`,
              `${from} is of the kind ${kind} and gives no prizes.`,
              kind
            )
          ]
    }
  }
]
