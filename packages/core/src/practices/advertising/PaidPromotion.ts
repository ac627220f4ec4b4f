/**
 * Money for a post to be shown to more people (粉丝头条 and the like), from the proposal to what it brought.
 *
 *     Proposed ─Approve→ Reserving ─Reserved→ Ready ─Begin→ Running ─Close→ Closing ─Settle→ Settled
 *        └─Decline→ Declined ←NotReserved─┘                 └─Halt→ Halted (an embargo) ─Settle→ Settled
 *
 * Weibo has no open interface for it: a person sets it up, stops it and reads its figures on the platform, and reports that here. The words stand here; the
 * rules in `PaidPromotionProcess`.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { PostId } from "../../account/PostId.ts"
import { Moment } from "../../calendar/Moment.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import { Finding } from "../../finding/Finding.ts"
import * as Label from "../../finding/Label.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import * as CaseOrder from "../../process/CaseOrder.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import { Sum } from "../campaigns/CampaignBudget.ts"
import { AdvertisingBudgetProcess } from "./AdvertisingBudgetProcess.ts"
import { Reading } from "./Reading.ts"

/** What is proposed. */
export const proposing = {
  account: AccountId,
  post: PostId,
  budget: Sum.annotate(Label.of({ zh: "预算（元）", en: "budget" })),
  audience: Schema.NonEmptyString.annotate(Label.of({ zh: "推给谁", en: "audience" })),
  reason: Schema.NonEmptyString.annotate(Label.of({ zh: "为什么", en: "reason" })),
  from: Moment.annotate(Label.of({ zh: "开始", en: "from" })),
  until: Moment.annotate(Label.of({ zh: "结束", en: "until" }))
}
/** What is proposed. */
export type Proposing = Schema.Struct<typeof proposing>["Type"]

const proposed = { ...proposing, proposedBy: PersonId }
/** In the budget of which year it has its sum. */
const approved = { ...proposed, approvedBy: PersonId, year: Schema.Int }
/** `next` is when its figures are read again. */
const begun = { ...approved, read: Reading, next: Moment }

/** The builders of the process, with its words. */
export const paidPromotion = define("PaidPromotion", {
  title: { zh: "付费推广", en: "paid promotion" },
  settings: {
    lead: PersonId,
    others: Schema.optionalKey(Schema.Array(PersonId)),
    /** How long anything of it may wait for a person. */
    attention: Allowance,
    /** How often its figures are read. */
    every: Allowance,
    timeZone: Schema.String
  },
  states: {
    Proposed: { title: { zh: "待批准", en: "proposed" }, ...proposed },
    Declined: { title: { zh: "不推广", en: "declined" }, ...proposed, why: Schema.String },
    Reserving: { title: { zh: "预留预算", en: "reserving its budget" }, ...approved },
    Ready: { title: { zh: "待开始", en: "ready" }, ...approved },
    Running: { title: { zh: "推广中", en: "running" }, ...begun },
    Halted: { title: { zh: "须立即停止", en: "to be stopped now" }, ...begun },
    Closing: { title: { zh: "待结算", en: "to be settled" }, ...begun },
    Settled: { title: { zh: "已结算", en: "settled" }, ...approved, read: Reading }
  },
  actions: {
    notify,
    reserve: CaseOrder.order(AdvertisingBudgetProcess, "Reserve"),
    settle: CaseOrder.order(AdvertisingBudgetProcess, "Settle")
  }
})

/** What a handbook says of paid promotion. */
export type Settings = typeof paidPromotion.Settings.Type
/** Where a promotion stands. */
export type State = typeof paidPromotion.State.Type
/** A promotion in one of these states. */
export type In<Name extends State["_tag"]> = Extract<State, { readonly _tag: Name }>

/** What is proposed or read cannot be so; everything that is wrong. */
export class Wrong extends Schema.TaggedError<Wrong>()("PaidPromotion.Wrong", { findings: Schema.Array(Finding) }) {
  get said(): Bilingual {
    const all = (language: "zh" | "en") => this.findings.map(({ message }) => message[language]).join(" ")
    return { zh: `还不行：${all("zh")}`, en: `That does not hold: ${all("en")}` }
  }
  override get message() {
    return this.said.en
  }
}

/** What whoever runs it reads. */
export const says = ({ post }: Pick<State, "post">, { en, zh }: Bilingual): Bilingual => ({
  zh: `微博 ${post} 的推广${zh}`,
  en: `The promotion of post ${post} ${en}`
})
