/**
 * How a promotion is proposed and approved: by somebody else, and with money that is there.
 *
 * @module
 */
import { DateTime, Result, Schema } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import type { Finding } from "../../finding/Finding.ts"
import * as Remark from "../../finding/Remark.ts"
import * as Action from "../../process/Action.ts"
import { authority, PersonId } from "../../process/Actor.ts"
import { leadNow } from "../../process/Presence.ts"
import { caseOf } from "./AdvertisingBudget.ts"
import * as PaidPromotion from "./PaidPromotion.ts"

const { start, step } = PaidPromotion.paidPromotion

export const Propose = start({
  title: { zh: "提议推广", en: "propose" },
  to: ["Proposed"],
  by: "planning.ask",
  input: PaidPromotion.proposing,
  facts: { ...PaidPromotion.proposing, to: PersonId },
  advises: (input, { at }) => against(input, at),
  decide: (input, under) => {
    const findings = against(input, under.at)
    return findings.length === 0
      ? Result.succeed({ ...input, to: leadNow(under) })
      : Result.fail(new PaidPromotion.Wrong({ findings }))
  },
  evolve: ({ by, facts: { to: _, ...facts } }) => ({ _tag: "Proposed", ...facts, proposedBy: by.person }),
  performs: {
    notify: (promotion, { facts: { to } }) => ({
      to,
      message: PaidPromotion.says(promotion, { zh: "等待批准", en: "waits for approval" })
    })
  }
})

export const Approve = step({
  title: { zh: "批准", en: "approve" },
  from: ["Proposed"],
  to: ["Reserving"],
  by: "advertising.approve",
  facts: { approvedBy: PersonId, year: Schema.Int },
  decide: (promotion, _, { at, by, settings }) => {
    // Time has passed since it was proposed.
    const findings = against(promotion, at)
    if (findings.length > 0) return Result.fail(new PaidPromotion.Wrong({ findings }))
    const { year } = DateTime.toParts(DateTime.makeZonedUnsafe(promotion.from, settings))
    return Result.succeed({ approvedBy: authority(by), year })
  },
  performs: {
    reserve: ({ account, budget: amount, year }, { case: promotion }) => ({
      case: caseOf(account, year),
      input: { promotion, amount }
    })
  }
})

export const Decline = step({
  title: { zh: "不批准", en: "decline" },
  from: ["Proposed"],
  to: ["Declined"],
  by: "advertising.approve",
  input: { reason: Remark.Reason },
  evolve: (promotion, { facts }) => ({ ...promotion, _tag: "Declined", why: facts.reason }),
  performs: { notify: (promotion) => tellingDeclined(promotion) }
})

/** Its sum is its own. */
export const Reserved = step({
  title: { zh: "得知预算已留", en: "hear that its budget is reserved" },
  from: ["Reserving"],
  to: ["Ready"],
  by: "world",
  performs: {
    notify: (promotion) => ({
      to: promotion.proposedBy,
      message: PaidPromotion.says(promotion, {
        zh: "已批准，请在平台上设置",
        en: "is approved; please set it up on the platform"
      })
    })
  }
})

/** The year's money is taken. */
export const NotReserved = step({
  title: { zh: "得知没有预算", en: "hear that there is no budget" },
  from: ["Reserving"],
  to: ["Declined"],
  by: "world",
  input: Action.refused,
  evolve: ({ approvedBy: _, year: __, ...promotion }, { facts }) => ({
    ...promotion,
    _tag: "Declined",
    why: facts.detail
  }),
  performs: { notify: (promotion) => tellingDeclined(promotion) }
})

const tellingDeclined = (promotion: PaidPromotion.In<"Declined">) => ({
  to: promotion.proposedBy,
  message: PaidPromotion.says(promotion, { zh: `不做：${promotion.why}`, en: `is declined: ${promotion.why}` })
})

/** Everything that is wrong with a proposal, as far as it is written. */
const against = ({ budget, from, until }: Partial<PaidPromotion.Proposing>, at: Moment): ReadonlyArray<Finding> => {
  const isBackwards = from !== undefined && until !== undefined && !DateTime.isLessThan(from, until)
  const isPast = until !== undefined && !DateTime.isGreaterThan(until, at)
  return [
    ...(budget === 0 ? [hit("no-money", "budget", "预算是零。", "The budget is nothing.")] : []),
    ...(isBackwards ? [hit("ends-before-it-begins", "until", "结束不晚于开始。", "It ends before it begins.")] : []),
    ...(isPast ? [hit("over-already", "until", "结束时间已经过去。", "Its time is over already.")] : [])
  ]
}

const hit = (code: string, path: string, zh: string, en: string): Finding => ({
  code: `promotion/${code}`,
  severity: "error",
  where: { path },
  message: { zh, en },
  evidence: path,
  fix: { zh: "修改后再提。", en: "Change it, and propose it again." }
})
