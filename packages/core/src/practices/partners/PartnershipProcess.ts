/**
 * The rules of partnerships, as one value: nobody's text goes out that both sides have not approved, none without the mark 广告, and money is settled with a clock.
 *
 * @module
 */
import { DateTime, Result } from "effect"
import * as Remark from "../../finding/Remark.ts"
import * as AdvertisingMark from "../../internal-system/content/AdvertisingMark.ts"
import { PostProcess } from "../../internal-system/content/PostProcess.ts"
import { PersonId } from "../../process/Actor.ts"
import { leadNow } from "../../process/Presence.ts"
import * as Standing from "../../process/Standing.ts"
import * as Partnership from "./Partnership.ts"
import * as Text from "./PartnershipText.ts"

const { deadline, process, start, stay, step } = Partnership.partnership
const { agreedOf, ...writing } = Text

const Offer = start({
  title: { zh: "提出合作", en: "offer" },
  to: ["Offered"],
  by: "partner.manage",
  input: Partnership.offering,
  evolve: ({ by, facts }) => ({ _tag: "Offered", ...facts, offeredBy: by })
})

const Agree = step({
  title: { zh: "谈妥", en: "agree" },
  from: ["Offered"],
  to: ["Agreed"],
  by: "partner.approve",
  input: Partnership.agreeing
})

const Refuse = step({
  title: { zh: "不合作", en: "refuse" },
  from: ["Offered"],
  to: ["Refused"],
  by: "partner.approve",
  input: { reason: Remark.Reason }
})

/** Nothing has gone out, and nothing will. */
const End = step({
  title: { zh: "中止", en: "end" },
  from: ["Agreed", "Written"],
  to: ["Ended"],
  by: "partner.manage",
  input: { reason: Remark.Reason },
  evolve: (partnership, { facts }) => ({ ...agreedOf(partnership), _tag: "Ended", ...facts })
})

/** The time of the partnership is over: it is to be paid. */
const Close = step({ title: { zh: "到期结算", en: "close" }, from: ["Out"], to: ["Settling"], by: "clock" })

const Invoice = step({
  title: { zh: "记发票", en: "invoice" },
  from: ["Out", "Settling"],
  to: ["Invoiced"],
  by: "partner.manage",
  input: Partnership.invoicing
})

const Pay = step({
  title: { zh: "记付款", en: "pay" },
  from: ["Invoiced"],
  to: ["Settled"],
  by: "partner.approve",
  input: Partnership.paying,
  opensWith: ({ invoiced: paid }) => ({ paid }),
  decide: ({ amount }, input) =>
    input.paid === amount || input.difference !== undefined
      ? Result.succeed(input)
      : Result.fail(new Partnership.Unexplained({ amount, paid: input.paid }))
})

const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["Offered", "Agreed", "Written", "Settling", "Invoiced"],
  by: "clock",
  facts: { to: PersonId },
  decide: (_, __, under) => Result.succeed({ to: leadNow(under) }),
  performs: {
    notify: ({ partner }, { facts: { to } }, { state }) => ({
      to,
      message: { zh: `与「${partner}」的合作${state.zh}`, en: `The partnership with ${partner} waits: ${state.en}` }
    })
  }
})

const isOut = (
  partnership: Partnership.State
): partnership is Partnership.In<"Out" | "Settling" | "Invoiced" | "Settled"> => "post" in partnership

/** Business with a partner. */
export const PartnershipProcess = process({
  about: ({ offer, partner }) => ({ zh: `与「${partner}」合作：${offer}`, en: `with ${partner}: ${offer}` }),
  steps: { Offer, Agree, Refuse, ...writing, End, Close, Invoice, Pay, Remind },
  final: ["Refused", "Settled", "Ended"],
  deadlines: {
    answer: deadline({
      title: { zh: "答复期限", en: "answer" },
      while: ["Offered"],
      within: ({ attention }) => attention,
      fires: "Remind"
    }),
    approval: deadline({
      title: { zh: "双方确认期限", en: "approval by both" },
      while: ["Agreed", "Written"],
      within: ({ attention }) => attention,
      fires: "Remind"
    }),
    invoice: deadline({
      title: { zh: "开票期限", en: "invoice" },
      while: ["Settling"],
      within: ({ attention }) => attention,
      fires: "Remind"
    }),
    end: deadline({
      title: { zh: "合作到期", en: "end" },
      while: ["Out"],
      at: ({ slot, until }) => DateTime.max(slot, until),
      warnAt: 1,
      fires: "Close"
    }),
    payment: deadline({
      title: { zh: "付款期限", en: "payment" },
      while: ["Invoiced"],
      within: ({ pays }) => pays,
      fires: "Remind"
    })
  },
  outcomes: { post: { refused: "NotWritten" } },
  children: {
    post: { ends: { Archived: null, TakenDown: null, Withdrawn: "PostLeft" }, whenOver: "goOn" }
  },
  // What both have approved is what is reviewed and published.
  standing: {
    Out: [{ suspends: Standing.steps(PostProcess, "Edit"), of: ({ post }) => Standing.ofCase(post) }],
    Settling: [{ suspends: Standing.steps(PostProcess, "Edit"), of: ({ post }) => Standing.ofCase(post) }],
    Invoiced: [{ suspends: Standing.steps(PostProcess, "Edit"), of: ({ post }) => Standing.ofCase(post) }]
  },
  separate: [["Write", "Approve"]],
  invariants: {
    "nothing goes out that both sides have not approved": (partnership) =>
      !isOut(partnership) || (partnership.ours !== undefined && partnership.theirs !== undefined),
    "nothing goes out without the mark 广告": (partnership) =>
      !isOut(partnership) || AdvertisingMark.ofPaid(partnership.content).length === 0,
    "what is not paid as agreed has a reason": (partnership) =>
      partnership._tag !== "Settled" || partnership.paid === partnership.amount || partnership.difference !== undefined
  }
})
