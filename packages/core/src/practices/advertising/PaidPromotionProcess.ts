/**
 * The rules of paid promotion, as one value. Its steps stand in the files beside it.
 *
 * @module
 */
import { always } from "../../process/Allowance.ts"
import * as PaidPromotion from "./PaidPromotion.ts"
import * as Proposal from "./PaidPromotionProposal.ts"
import * as Run from "./PaidPromotionRun.ts"

const { deadline, process } = PaidPromotion.paidPromotion

/** Money for a post to be shown to more people. */
export const PaidPromotionProcess = process({
  about: ({ post, reason }) => ({ zh: `推广微博 ${post}：${reason}`, en: `promotion of post ${post}: ${reason}` }),
  steps: { ...Proposal, ...Run },
  final: ["Declined", "Settled"],
  deadlines: {
    attention: deadline({
      title: { zh: "处理期限", en: "attention" },
      while: ["Proposed", "Halted", "Closing"],
      within: ({ attention }) => attention,
      fires: "Remind"
    }),
    reserving: deadline({
      title: { zh: "预留期限", en: "reservation" },
      while: ["Reserving"],
      within: () => always("1 hour"),
      warnAt: 1,
      fires: "Remind"
    }),
    unbegun: deadline({
      title: { zh: "开始期限", en: "last moment to begin" },
      while: ["Proposed", "Ready"],
      at: ({ until }) => until,
      fires: "Lapse"
    }),
    reading: deadline({
      title: { zh: "记数据", en: "next reading" },
      while: ["Running"],
      at: ({ next }) => next,
      warnAt: 1,
      fires: "Ask",
      whenSuspended: "Halt"
    }),
    end: deadline({
      title: { zh: "结束", en: "end" },
      while: ["Running"],
      at: ({ until }) => until,
      warnAt: 1,
      fires: "Close"
    })
  },
  outcomes: { reserve: { done: "Reserved", refused: "NotReserved" } },
  separate: [["Propose", "Approve"]],
  invariants: {
    "no promotion spends more than it has": (promotion) =>
      !("read" in promotion) || promotion.read.spent <= promotion.budget,
    "nothing runs that nobody has approved": (promotion) => !("read" in promotion) || promotion.approvedBy !== undefined
  }
})
