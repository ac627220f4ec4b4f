/**
 * A prize on its way to whoever has won it, begun by its draw, which hears how it ends.
 *
 *     Won ─Tell→ Told ─Claim→ Claimed ─Send→ Sent ─Arrive→ Delivered
 *                  ├─Decline─┴→ Declined       └─Return→ Returned
 *                  └─ silence → Unclaimed
 *
 * The words stand here; the rules in `PrizeDeliveryProcess`.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { FanId } from "../../account/FanId.ts"
import * as Personal from "../../account/Personal.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as Label from "../../finding/Label.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"

/** Who has won what, in which draw. */
export const award = {
  account: AccountId,
  draw: Schema.String,
  fan: FanId,
  /** The prize as the record of the draw has it, … */
  prize: Schema.String,
  /** … and as people call it. */
  named: Schema.NonEmptyString
}

/** Where it is sent. It is personal, and goes when the fan is erased. */
export const address = {
  address: Schema.NonEmptyString.check(Schema.isMaxLength(500))
    .annotate(Personal.text)
    .annotate(Label.of({ zh: "收件信息", en: "address" }))
}

/** How the parcel is found. */
export const parcel = { parcel: Schema.NonEmptyString.annotate(Label.of({ zh: "运单号", en: "parcel" })) }

const won = { ...award, lead: PersonId }
const claimed = { ...won, ...address }
const why = { reason: Schema.NonEmptyString }

/** The builders of the process, with its words. */
export const delivery = define("PrizeDelivery", {
  title: { zh: "兑奖", en: "delivery of a prize" },
  settings: {
    lead: PersonId,
    others: Schema.optionalKey(Schema.Array(PersonId)),
    /** How soon a winner is told. */
    tellWithin: Allowance,
    /** How long a winner has to say where it goes; then it goes to somebody else. */
    claimWithin: Allowance,
    sendWithin: Allowance,
    arriveWithin: Allowance
  },
  states: {
    Won: { title: { zh: "待通知", en: "won" }, ...won },
    Told: { title: { zh: "待领取", en: "told" }, ...won },
    Claimed: { title: { zh: "待寄出", en: "claimed" }, ...claimed },
    Sent: { title: { zh: "运送中", en: "sent" }, ...claimed, ...parcel },
    Delivered: { title: { zh: "已送达", en: "delivered" }, ...claimed, ...parcel },
    Returned: { title: { zh: "已退回", en: "returned" }, ...claimed, ...parcel, ...why },
    Unclaimed: { title: { zh: "逾期未领", en: "unclaimed" }, ...won },
    Declined: { title: { zh: "放弃领取", en: "declined" }, ...won, ...why }
  },
  actions: { notify }
})

/** What a handbook says of deliveries. */
export type Settings = typeof delivery.Settings.Type
/** How a delivery stands. */
export type State = typeof delivery.State.Type

/** What it is about, in one line. */
export const about = ({ draw, fan, named }: State): Bilingual => ({
  zh: `「${draw}」的「${named}」给粉丝 ${fan}`,
  en: `“${named}” of “${draw}” for fan ${fan}`
})

/** What whoever sees to it reads. */
export const waits = (state: State, { en, zh }: Bilingual): Bilingual => ({
  zh: `${about(state).zh}：${zh}，请处理。`,
  en: `${about(state).en} is ${en}: see to it.`
})
