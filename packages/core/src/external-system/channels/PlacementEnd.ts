/**
 * How a placement ends: the account needs it no more, its channel has it no more, or its time is over. What waits meanwhile is told again.
 *
 * @module
 */
import { type Bilingual, same } from "../../finding/Bilingual.ts"
import * as Remark from "../../finding/Remark.ts"
import { authority } from "../../process/Actor.ts"
import * as Placement from "./Placement.ts"
import { bare, notTheirs } from "./PlacementWatch.ts"

const { stay, step } = Placement.placement

const over = (
  placement: Placement.In<"Granted" | "Placed" | "Missing">,
  reason: Bilingual
): Placement.In<"Removed"> => ({
  ...bare(placement),
  _tag: "Removed",
  reason
})

/** The account needs it no more. */
export const TakeDown = step({
  title: { zh: "请求撤下", en: "take down" },
  from: ["Granted", "Placed", "Missing"],
  to: ["Removed"],
  by: "planning.ask",
  input: { reason: Remark.Reason },
  evolve: (placement, { facts }) => over(placement, same(facts.reason)),
  performs: {
    notify: (placement) => ({
      to: placement.owner,
      message: Placement.says(placement, { zh: "请撤下", en: "is to be taken down" })
    })
  }
})

/** Whoever has the channel has taken it down. */
export const Remove = step({
  title: { zh: "撤下", en: "remove" },
  from: ["Granted", "Placed", "Missing"],
  to: ["Removed"],
  by: "resource.answer",
  input: { reason: Remark.Reason },
  unless: (placement, { by }) => notTheirs(placement, authority(by)),
  evolve: (placement, { facts }) => over(placement, same(facts.reason)),
  performs: {
    notify: (placement) => ({
      to: placement.askedBy.person,
      message: Placement.says(placement, {
        zh: `已撤下（${placement.reason.zh}）`,
        en: `was taken down (${placement.reason.en})`
      })
    })
  }
})

/** The time that was agreed is over. */
export const Expire = step({
  title: { zh: "到期", en: "expire" },
  from: ["Granted", "Placed", "Missing"],
  to: ["Removed"],
  by: "clock",
  evolve: (placement) => over(placement, { zh: "已到期", en: "its time is over" }),
  performs: {
    notify: (placement) => ({
      to: placement.owner,
      message: Placement.says(placement, { zh: "到期，请撤下", en: "is over; please take it down" })
    })
  }
})

/** What waits is told again: a missing link to its owner, and to whoever vouches for the channel. */
export const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["Asked", "Granted", "Missing"],
  by: "clock",
  performs: {
    notify: (placement) => {
      const { askedBy, owner, sponsor } = placement
      const people = placement._tag === "Asked" ? [askedBy.person] : [...new Set([owner, sponsor])]
      return people.map((to) => ({ to, message: Placement.says(placement, waits[placement._tag]) }))
    }
  }
})

const waits = {
  Asked: { zh: "还没有答复", en: "is not answered yet" },
  Granted: { zh: "已同意，还没有投放", en: "is granted and not placed" },
  Missing: { zh: "仍然找不到", en: "is still missing" }
}
