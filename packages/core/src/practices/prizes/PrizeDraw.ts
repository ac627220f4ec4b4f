/**
 * A draw of prizes: announced with a commitment, closed, its list frozen before the public randomness is out, drawn, and followed until every prize has somebody who has it,
 * or is back.
 *
 *     Preparing ─Prepared→ Announced ─Close→ Freezing ─Froze→ Frozen ─Begin→ Drawing ─Drew→ Drawn ─Delivered, Freed→ Settled
 *         ├──────────────────── Abandon, with a reason ─────────┴→ Abandoned
 *         └─CallOff→ Abandoned, where the campaign that has ordered it stops before anybody was told
 *
 * Nobody abandons a draw whose moment has come, and nobody draws twice: what comes back goes to whoever stands next in line.
 * The words stand here; the rules in `PrizeDrawProcess`.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { FanId } from "../../account/FanId.ts"
import { Moment } from "../../calendar/Moment.ts"
import { Announced, Digest, Frozen, most } from "../../external-system/prizes/DrawRecord.ts"
import * as Label from "../../finding/Label.ts"
import { kind } from "../../process/Action.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import { order } from "../../process/CaseOrder.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import { PrizeDeliveryProcess } from "./PrizeDeliveryProcess.ts"

const Line = Schema.NonEmptyString.check(Schema.isMaxLength(200), Schema.isPattern(/^[^\p{C}\p{Zl}\p{Zp}]+$/u))

/** A prize, as it is announced. */
export const Prize = Schema.Struct({
  name: Line.annotate(Label.of({ zh: "奖品", en: "prize" })),
  count: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: most })).annotate(
    Label.of({ zh: "数量", en: "count" })
  ),
  yuan: Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 100_000_000 })).annotate(
    Label.of({ zh: "单价（元）", en: "value in yuan" })
  )
})

/** What is announced, and never changed. */
export const wish = {
  account: AccountId,
  name: Line.annotate(Label.of({ zh: "名称", en: "name" })),
  opens: Moment.annotate(Label.of({ zh: "开始", en: "opens" })),
  closes: Moment.annotate(Label.of({ zh: "截止", en: "closes" })),
  draws: Moment.annotate(Label.of({ zh: "开奖", en: "draws" })),
  prizes: Schema.NonEmptyArray(Prize)
    .check(Schema.isMaxLength(100))
    .annotate(Label.of({ zh: "奖项", en: "prizes" })),
  alternates: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: most })).annotate(
    Label.of({ zh: "候补人数", en: "alternates" })
  ),
  requires: Schema.Array(Schema.String.check(Schema.isPattern(/^[\w.:-]{1,200}$/)))
    .check(Schema.isMaxLength(20))
    .annotate(Label.of({ zh: "参与条件", en: "what takes part" })),
  excludes: Schema.Array(Line)
    .check(Schema.isMaxLength(100))
    .annotate(Label.of({ zh: "不得参加的人", en: "who may not take part" }))
}

/** What is said of a draw before anybody enters, and its fingerprint. */
export const prepared = { announced: Announced, fingerprint: Digest }

/** Makes the seed of a draw, and says what it commits to. Twice, it is the same one. */
export const preparing = kind({ name: "PrepareDraw", request: wish, done: prepared, repeatable: true })

/** What is said of the list, and its fingerprint. */
export const froze = { frozen: Frozen, fingerprint: Digest }

/** Freezes who takes part. What was frozen first stays. */
export const freezing = kind({
  name: "FreezeDraw",
  request: { account: AccountId, announced: Announced, excluded: Schema.Array(FanId) },
  done: froze,
  repeatable: true
})

/** Somebody who was drawn; of whom nothing is known any more, there is only the ticket. */
export const Lot = Schema.Struct({ ticket: Schema.String, fan: Schema.optionalKey(FanId) })

/** Who was drawn for which prize, and who stands in line, in that order. */
export const drew = {
  winners: Schema.Array(Schema.Struct({ ...Lot.fields, prize: Schema.String })),
  alternates: Schema.Array(Lot)
}

/** Draws from what is frozen. What was drawn first stays. */
export const drawing = kind({
  name: "DrawLots",
  request: { account: AccountId, draw: Schema.String },
  done: drew,
  repeatable: true
})

/** Who has which prize, and how that stands. */
export const Award = Schema.Struct({
  prize: Schema.String,
  fan: FanId,
  stands: Schema.Literals(["held", "delivered", "returned"])
})
/** Who has which prize, and how that stands. */
export type Award = typeof Award.Type

/** What the prizes are worth that were delivered, in yuan. */
const delivered = { delivered: Schema.Finite }

const begun = { account: AccountId, name: Schema.String, by: PersonId }
const announced = { ...begun, announced: Announced, announcement: Digest }
const frozen = { ...announced, frozen: Frozen, freeze: Digest }
const drawn = { ...frozen, awards: Schema.Array(Award), line: Schema.Array(FanId) }

/** The builders of the process, with its words. */
export const prizeDraw = define("PrizeDraw", {
  title: { zh: "抽奖", en: "draw of prizes" },
  settings: {
    lead: PersonId,
    others: Schema.optionalKey(Schema.Array(PersonId)),
    /** How long what goes by itself may take before somebody hears of it, again and again. */
    attention: Allowance,
    /** How long it may take until all prizes are delivered or back. */
    settlesWithin: Allowance,
    /** People of the company, who do not take part. */
    excluded: Schema.Array(FanId)
  },
  states: {
    Preparing: { title: { zh: "准备中", en: "being prepared" }, ...wish, by: PersonId },
    Announced: { title: { zh: "已公布", en: "announced" }, ...announced },
    Freezing: { title: { zh: "封存中", en: "being frozen" }, ...announced, excluded: Schema.Array(FanId) },
    Frozen: { title: { zh: "名单已封存", en: "frozen" }, ...frozen },
    Drawing: { title: { zh: "开奖中", en: "being drawn" }, ...frozen },
    Drawn: { title: { zh: "已开奖", en: "drawn" }, ...drawn },
    Settled: { title: { zh: "已了结", en: "settled" }, ...drawn, ...delivered },
    Abandoned: { title: { zh: "已取消", en: "abandoned" }, ...begun, reason: Schema.NonEmptyString }
  },
  actions: {
    notify,
    prepare: preparing,
    freeze: freezing,
    draw: drawing,
    deliver: order(PrizeDeliveryProcess, "Award")
  }
})

/** What a handbook says of draws. */
export type Settings = typeof prizeDraw.Settings.Type
/** How a draw stands. */
export type State = typeof prizeDraw.State.Type
/** A draw in one of these states. */
export type In<Name extends State["_tag"]> = Extract<State, { readonly _tag: Name }>
