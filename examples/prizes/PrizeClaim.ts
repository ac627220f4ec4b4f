/**
 * A winner's claim for a prize: asked, found eligible, granted, and shipped at most once. Whoever lets it lie is told over.
 *
 *     Asked ─Confirm→ Eligible ─Grant→ Granted ─Arrive→ Shipped
 *       └────Refuse─────┴→ Refused      └─ Bounce, LoseSight, silence → Escalated ─Settle→ Shipped
 *
 * Here stand the words; `PrizeClaimProcess` has the rules.
 */
import { Action, Actor, Allowance, Bilingual, Process } from "@dualops/core"
import { Label } from "@dualops/core/finding"
import { Notify } from "@dualops/core/process"
import { Schema } from "effect"

/** How the parcel is found. */
export const parcel = Schema.NonEmptyString.annotate(Label.of({ zh: "运单号", en: "parcel" }))

/** Ships the prize. Nobody may do it twice. */
export const ship = Action.kind({
  name: "ShipPrize",
  request: { winner: Schema.NonEmptyString, prize: Bilingual.Bilingual },
  done: { parcel },
  repeatable: false
})

/** What a handbook decides about prizes. */
export const policy = {
  owner: Actor.PersonId,
  answers: Allowance.Allowance
}

/** What a winner claims. */
export const asked = {
  winner: Schema.NonEmptyString.annotate(Label.of({ zh: "中奖人", en: "winner" })),
  prize: Bilingual.Bilingual.annotate(Label.of({ zh: "奖品", en: "prize" }))
}
/** Why it is not granted. */
export const why = Schema.NonEmptyString.annotate(Label.of({ zh: "理由", en: "reason" }))
/** The same, and who answers for it. */
export const claimed = { ...asked, owner: Actor.PersonId }

/** What the owner of the claims reads. */
export const lies = ({ owner, prize, winner }: typeof escalated.Type) => ({
  to: owner,
  message: { zh: `${winner} 的${prize.zh}需要你处理。`, en: `${prize.en} for ${winner} needs you.` }
})

const escalated = Schema.Struct(claimed)

/** The builders of the process, with its words. */
export const claim = Process.define("PrizeClaim", {
  title: { zh: "兑奖", en: "prize claim" },
  settings: policy,
  states: {
    Asked: { title: { zh: "待核对", en: "asked" }, ...claimed },
    Eligible: { title: { zh: "符合条件", en: "eligible" }, ...claimed },
    Granted: { title: { zh: "寄送中", en: "on its way" }, ...claimed },
    Shipped: { title: { zh: "已寄出", en: "shipped" }, ...claimed, parcel },
    Refused: { title: { zh: "不予兑奖", en: "refused" }, ...claimed, why },
    Escalated: { title: { zh: "已上报", en: "escalated" }, ...claimed }
  },
  actions: { ship, notify: Notify.notify }
})
