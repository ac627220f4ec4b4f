/**
 * A promotion while it runs on the platform, where people begin it, read its figures and stop it: until its time is over, or an embargo is in force.
 *
 * @module
 */
import { Result } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import { PersonId } from "../../process/Actor.ts"
import { dueAt, everyMinute } from "../../process/Calendars.ts"
import type { CaseId } from "../../process/CaseId.ts"
import type { Circumstances } from "../../process/Declaration.ts"
import { leadNow } from "../../process/Presence.ts"
import { caseOf } from "./AdvertisingBudget.ts"
import * as PaidPromotion from "./PaidPromotion.ts"
import * as Reading from "./Reading.ts"

const { stay, step } = PaidPromotion.paidPromotion

const nextReading = ({ at, calendars = everyMinute, settings }: Circumstances<PaidPromotion.Settings>) =>
  dueAt(calendars, at, settings.every)

/** Somebody has set it up on the platform. */
export const Begin = step({
  title: { zh: "已在平台开始", en: "begin" },
  from: ["Ready"],
  to: ["Running"],
  by: "advertising.run",
  facts: { next: Moment },
  decide: (_, __, under) => Result.succeed({ next: nextReading(under) }),
  evolve: (promotion, { facts }) => ({ ...promotion, _tag: "Running", ...facts, read: Reading.none })
})

/** What the platform shows now. */
export const Read = stay({
  title: { zh: "记数据", en: "read its figures" },
  from: ["Running", "Halted"],
  by: "advertising.run",
  input: Reading.reading,
  opensWith: ({ read }) => read,
  decide: (promotion, input) => checked(promotion, input),
  evolve: (promotion, { facts }) => ({ ...promotion, read: facts })
})

const checked = ({ budget, read }: PaidPromotion.In<"Running" | "Halted" | "Closing">, input: Reading.Reading) => {
  const findings = Reading.against(input, read, budget)
  return findings.length === 0 ? Result.succeed(input) : Result.fail(new PaidPromotion.Wrong({ findings }))
}

const telling = (zh: string, en: string, urgent = false) => ({
  notify: (promotion: PaidPromotion.State) => ({
    to: promotion.proposedBy,
    message: PaidPromotion.says(promotion, { zh, en }),
    ...(urgent && { urgent })
  })
})

/** It is time to read its figures. An embargo suspends this, and has it halted instead. */
export const Ask = stay({
  title: { zh: "到时记数据", en: "ask for its figures" },
  from: ["Running"],
  by: "clock",
  facts: { next: Moment },
  decide: (_, __, under) => Result.succeed({ next: nextReading(under) }),
  evolve: (promotion, { facts }) => ({ ...promotion, ...facts }),
  performs: telling("该记数据了", "has figures to be read")
})

/** Nothing goes out now, and nothing that is paid for either. */
export const Halt = step({
  title: { zh: "停更叫停", en: "halt" },
  from: ["Running"],
  to: ["Halted"],
  by: "clock",
  performs: telling("须立即在平台停止：账号停更", "has to be stopped on the platform now: an embargo is in force", true)
})

/** Its time is over. */
export const Close = step({
  title: { zh: "到期", en: "close" },
  from: ["Running"],
  to: ["Closing"],
  by: "clock",
  performs: telling("已到期，请结算", "is over; please settle it")
})

/** It was never begun. */
export const Lapse = step({
  title: { zh: "未开始，作废", en: "lapse" },
  from: ["Proposed", "Ready"],
  to: ["Declined", "Settled"],
  by: "clock",
  evolve: (promotion) =>
    promotion._tag === "Ready"
      ? { ...promotion, _tag: "Settled", read: Reading.none }
      : { ...promotion, _tag: "Declined", why: "过期未批 / not approved in time" },
  performs: {
    settle: (promotion, event) => settling(promotion, event),
    ...telling("没有开始，已作废", "was never begun, and is over")
  }
})

/** It stands still on the platform, at its end or before, and these are its last figures. */
export const Settle = step({
  title: { zh: "停止并结算", en: "stop and settle" },
  from: ["Running", "Halted", "Closing"],
  to: ["Settled"],
  by: "advertising.run",
  input: Reading.reading,
  opensWith: ({ read }) => read,
  decide: (promotion, input) => checked(promotion, input),
  evolve: ({ next: _, ...promotion }, { facts: read }) => ({ ...promotion, _tag: "Settled", read }),
  performs: { settle: (promotion, event) => settling(promotion, event) }
})

/** It is not begun after all. */
export const Cancel = step({
  title: { zh: "取消", en: "cancel" },
  from: ["Ready"],
  to: ["Settled"],
  by: "advertising.run",
  evolve: (promotion) => ({ ...promotion, _tag: "Settled", read: Reading.none }),
  performs: { settle: (promotion, event) => settling(promotion, event) }
})

const settling = (promotion: PaidPromotion.State, { case: id }: { readonly case: CaseId }) =>
  promotion._tag === "Settled"
    ? { case: caseOf(promotion.account, promotion.year), input: { promotion: id, spent: promotion.read.spent } }
    : undefined

/** What waits for a person is told again. */
export const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["Proposed", "Reserving", "Halted", "Closing"],
  by: "clock",
  facts: { to: PersonId },
  decide: (_, __, under) => Result.succeed({ to: leadNow(under) }),
  performs: {
    notify: (promotion, { facts: { to } }, { state }) => ({
      to,
      message: PaidPromotion.says(promotion, { zh: `${state.zh}，等待处理`, en: `waits: ${state.en}` })
    })
  }
})
