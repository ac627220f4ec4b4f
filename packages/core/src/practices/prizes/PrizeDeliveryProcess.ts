/**
 * The rules of a delivery, as one value: each of its waits has an end, and a prize is delivered or comes back, never both.
 *
 * @module
 */
import { Result } from "effect"
import * as Remark from "../../finding/Remark.ts"
import { PersonId } from "../../process/Actor.ts"
import { leadNow } from "../../process/Presence.ts"
import type { Reading } from "../../process/Reader.ts"
import * as PrizeDelivery from "./PrizeDelivery.ts"

const { deadline, process, start, stay, step } = PrizeDelivery.delivery

const tell = {
  notify: (
    state: PrizeDelivery.State,
    { facts: { lead } }: { readonly facts: { readonly lead: PersonId } },
    reading: Reading
  ) => ({ to: lead, message: PrizeDelivery.waits(state, reading.state) })
}

const Award = start({
  title: { zh: "登记中奖", en: "award" },
  to: ["Won"],
  by: "world",
  input: PrizeDelivery.award,
  facts: { ...PrizeDelivery.award, lead: PersonId },
  decide: (input, circumstances) => Result.succeed({ ...input, lead: leadNow(circumstances) }),
  performs: tell
})

const Tell = step({
  title: { zh: "登记已通知", en: "say that the winner is told" },
  from: ["Won"],
  to: ["Told"],
  by: "promotion.deliver"
})

const Claim = step({
  title: { zh: "登记领取", en: "take the claim" },
  from: ["Told"],
  to: ["Claimed"],
  by: "promotion.deliver",
  input: PrizeDelivery.address
})

const Send = step({
  title: { zh: "登记寄出", en: "say that it is sent" },
  from: ["Claimed"],
  to: ["Sent"],
  by: "promotion.deliver",
  input: PrizeDelivery.parcel
})

const Arrive = step({
  title: { zh: "登记送达", en: "say that it has arrived" },
  from: ["Sent"],
  to: ["Delivered"],
  by: "promotion.deliver"
})

const Return = step({
  title: { zh: "登记退回", en: "say that it came back" },
  from: ["Sent"],
  to: ["Returned"],
  by: "promotion.deliver",
  input: { reason: Remark.Reason }
})

const Decline = step({
  title: { zh: "登记放弃", en: "say that the winner declines" },
  from: ["Won", "Told", "Claimed"],
  to: ["Declined"],
  by: "promotion.deliver",
  input: { reason: Remark.Reason },
  evolve: ({ account, draw, fan, lead, named, prize }, { facts: { reason } }) => ({
    _tag: "Declined",
    account,
    draw,
    fan,
    lead,
    named,
    prize,
    reason
  })
})

const Lapse = step({
  title: { zh: "逾期", en: "lapse" },
  from: ["Told"],
  to: ["Unclaimed"],
  by: "clock"
})

const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["Won", "Claimed", "Sent"],
  by: "clock",
  facts: { lead: PersonId },
  decide: (_state, _input, circumstances) => Result.succeed({ lead: leadNow(circumstances) }),
  evolve: (state, { facts }) => ({ ...state, ...facts }),
  performs: tell
})

/** A prize on its way to whoever has won it. */
export const PrizeDeliveryProcess = process({
  about: PrizeDelivery.about,
  promised: ({ fan, named }) => ({ zh: `应把「${named}」送到粉丝 ${fan} 手中`, en: `fan ${fan} is owed “${named}”` }),
  steps: { Award, Tell, Claim, Send, Arrive, Return, Decline, Lapse, Remind },
  final: ["Delivered", "Returned", "Unclaimed", "Declined"],
  deadlines: {
    telling: deadline({
      title: { zh: "通知期限", en: "telling" },
      while: ["Won"],
      within: ({ tellWithin }) => tellWithin,
      fires: "Remind"
    }),
    claim: deadline({
      title: { zh: "领取期限", en: "claim" },
      while: ["Told"],
      within: ({ claimWithin }) => claimWithin,
      warnAt: 1,
      fires: "Lapse"
    }),
    sending: deadline({
      title: { zh: "寄出期限", en: "sending" },
      while: ["Claimed"],
      within: ({ sendWithin }) => sendWithin,
      fires: "Remind"
    }),
    arrival: deadline({
      title: { zh: "送达期限", en: "arrival" },
      while: ["Sent"],
      within: ({ arriveWithin }) => arriveWithin,
      fires: "Remind"
    })
  }
})
