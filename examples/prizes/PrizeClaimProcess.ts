/** The rules of a prize claim, as one value. */
import { Action } from "@dualops/core"
import { Result } from "effect"
import * as PrizeClaim from "./PrizeClaim.ts"

const { deadline, process, start, stay, step } = PrizeClaim.claim

const telling = { performs: { notify: PrizeClaim.lies } }

export const PrizeClaimProcess = process({
  about: ({ prize, winner }) => ({ zh: `${winner} 的${prize.zh}`, en: `${prize.en} for ${winner}` }),
  awaits: (state) => (state._tag === "Escalated" ? [state.owner] : []),
  steps: {
    Ask: start({
      title: { zh: "登记兑奖", en: "take the claim" },
      to: ["Asked"],
      by: "interaction.answer",
      input: PrizeClaim.asked,
      facts: PrizeClaim.claimed,
      decide: (input, { settings: { owner } }) => Result.succeed({ ...input, owner })
    }),
    Confirm: step({
      title: { zh: "确认资格", en: "confirm" },
      from: ["Asked"],
      to: ["Eligible"],
      by: "interaction.answer"
    }),
    Grant: step({
      title: { zh: "批准寄送", en: "grant" },
      from: ["Eligible"],
      to: ["Granted"],
      by: "resource.answer",
      performs: { ship: ({ prize, winner }) => ({ prize, winner }) }
    }),
    Refuse: step({
      title: { zh: "不予兑奖", en: "refuse" },
      from: ["Asked", "Eligible"],
      to: ["Refused"],
      by: "resource.answer",
      input: { why: PrizeClaim.why }
    }),
    // What was lost sight of may arrive after all; nothing leads back to shipping.
    Arrive: step({
      title: { zh: "获知已寄出", en: "hear that it was shipped" },
      from: ["Granted", "Escalated"],
      to: ["Shipped"],
      by: "world",
      input: { parcel: PrizeClaim.parcel }
    }),
    Bounce: step({
      ...telling,
      title: { zh: "获知寄送被拒", en: "hear that it was refused" },
      from: ["Granted"],
      to: ["Escalated"],
      by: "world",
      input: Action.refused
    }),
    LoseSight: step({
      ...telling,
      title: { zh: "获知结果不明", en: "lose sight of it" },
      from: ["Granted"],
      to: ["Escalated"],
      by: "world",
      input: Action.unknown
    }),
    Escalate: step({
      ...telling,
      title: { zh: "上报", en: "escalate" },
      from: ["Asked", "Eligible", "Granted"],
      to: ["Escalated"],
      by: "clock"
    }),
    Remind: stay({ ...telling, title: { zh: "提醒", en: "remind" }, from: ["Escalated"], by: "clock" }),
    Settle: step({
      title: { zh: "人工了结", en: "settle" },
      from: ["Escalated"],
      to: ["Shipped"],
      by: "resource.answer",
      input: { parcel: PrizeClaim.parcel }
    })
  },
  separate: [["Confirm", "Grant"]],
  final: ["Shipped", "Refused"],
  deadlines: {
    answer: deadline({
      title: { zh: "答复期限", en: "answer" },
      while: ["Asked", "Eligible", "Granted"],
      within: ({ answers }) => answers,
      fires: "Escalate"
    }),
    attention: deadline({
      title: { zh: "处理期限", en: "attention" },
      while: ["Escalated"],
      within: ({ answers }) => answers,
      fires: "Remind"
    })
  },
  outcomes: { ship: { done: "Arrive", refused: "Bounce", unknown: "LoseSight" } }
})
