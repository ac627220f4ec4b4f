/**
 * Business with a partner: from the offer, by terms and a text that both sides have approved, to the post that is marked 广告 and to the money.
 *
 *     Offered ─Agree→ Agreed ─Write→ Written ─Approve, HearApproval→ Written ─Publish→ Out ─Close→ Settling ─Invoice→ Invoiced ─Pay→ Settled
 *        └─Refuse→ Refused     └─────────────┴─End→ Ended      Written anew, it has no approval any more
 *
 * The words stand here; the rules in `PartnershipProcess`.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import { fingerprint } from "../../external-system/prizes/Canonical.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import { Finding } from "../../finding/Finding.ts"
import * as Label from "../../finding/Label.ts"
import { BoundContent } from "../../internal-system/content/Content.ts"
import { Slot } from "../../internal-system/content/Post.ts"
import { PostProcess } from "../../internal-system/content/PostProcess.ts"
import * as Screening from "../../internal-system/content/Screening.ts"
import { Person, PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import { CaseId } from "../../process/CaseId.ts"
import * as CaseOrder from "../../process/CaseOrder.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import { Sum, shown } from "../campaigns/CampaignBudget.ts"

const text = (zh: string, en: string) => Schema.NonEmptyString.annotate(Label.of({ zh, en }))

/** What is offered. */
export const offering = {
  account: AccountId,
  partner: text("合作方", "partner"),
  offer: text("合作内容", "what is offered")
}
/** What both sides have agreed on. */
export const agreeing = {
  terms: text("条款", "terms"),
  amount: Sum.annotate(Label.of({ zh: "金额（元）", en: "amount" })),
  pays: Schema.Union([
    Schema.Literal("we").annotate(Label.of({ zh: "我方", en: "we" })),
    Schema.Literal("they").annotate(Label.of({ zh: "对方", en: "they" }))
  ]).annotate(Label.of({ zh: "由谁付", en: "who pays" })),
  until: Moment.annotate(Label.of({ zh: "合作到何时", en: "until" }))
}
/** The fingerprint of a text with its pictures: whoever approves it names it, so that they approve that text and no other. */
export const Digest = Schema.String.check(Schema.isPattern(/^[0-9a-f]{64}$/)).annotate(
  Label.of({ zh: "内容指纹", en: "fingerprint of the text" })
)
/** The fingerprint of a text. */
export const digestOf = (content: BoundContent): string => fingerprint(content)
/** Who of the partner has approved the text, and where that can be read. */
export const theirs = { who: text("对方批准人", "who of theirs"), evidence: text("凭据", "evidence") }
/** The invoice, and what it asks for. */
export const invoicing = {
  invoice: text("发票号", "invoice"),
  invoiced: Sum.annotate(Label.of({ zh: "发票金额", en: "amount of the invoice" }))
}
/** What was paid in the end; where it is not what was agreed, why. */
export const paying = {
  paid: Sum.annotate(Label.of({ zh: "实付金额", en: "paid" })),
  difference: Schema.optionalKey(text("与约定不符的原因", "why it is not what was agreed"))
}

const offered = { ...offering, offeredBy: Person }
const agreed = { ...offered, ...agreeing }
const written = { ...agreed, content: BoundContent, slot: Slot, author: Person, digest: Digest }
const approved = { ...written, ours: PersonId, theirs: Schema.Struct(theirs) }
/** The case of its post. */
const out = { ...approved, post: CaseId }

/** The builders of the process, with its words. */
export const partnership = define("Partnership", {
  title: { zh: "商务合作", en: "partnership" },
  settings: {
    lead: PersonId,
    others: Schema.optionalKey(Schema.Array(PersonId)),
    /** How long anything of it may wait for a person. */
    attention: Allowance,
    /** How soon an invoice is paid. */
    pays: Allowance,
    rules: Screening.Rules
  },
  states: {
    Offered: { title: { zh: "洽谈中", en: "offered" }, ...offered },
    Refused: { title: { zh: "不合作", en: "refused" }, ...offered, reason: Schema.String },
    Agreed: { title: { zh: "已谈妥", en: "agreed" }, ...agreed },
    Written: {
      title: { zh: "待双方确认", en: "to be approved by both" },
      ...written,
      ours: Schema.optionalKey(PersonId),
      theirs: Schema.optionalKey(Schema.Struct(theirs))
    },
    Out: { title: { zh: "发布中", en: "being published" }, ...out },
    Settling: { title: { zh: "待开票", en: "to be invoiced" }, ...out },
    Invoiced: { title: { zh: "待付款", en: "to be paid" }, ...out, ...invoicing },
    Settled: { title: { zh: "已结清", en: "settled" }, ...out, ...invoicing, ...paying },
    Ended: { title: { zh: "已中止", en: "ended" }, ...agreed, reason: Schema.String }
  },
  actions: { notify, post: CaseOrder.order(PostProcess, "Compose") }
})

/** What a handbook says of partnerships. */
export type Settings = typeof partnership.Settings.Type
/** Where a partnership stands. */
export type State = typeof partnership.State.Type
/** A partnership in one of these states. */
export type In<Name extends State["_tag"]> = Extract<State, { readonly _tag: Name }>

/** The text cannot go out; everything that is wrong with it. */
export class BadText extends Schema.TaggedError<BadText>()("Partnership.BadText", { findings: Schema.Array(Finding) }) {
  get said(): Bilingual {
    const all = (language: "zh" | "en") => this.findings.map(({ message }) => message[language]).join(" ")
    return { zh: `内容还不行：${all("zh")}`, en: `The text does not hold: ${all("en")}` }
  }
  override get message() {
    return this.said.en
  }
}

/** Another text was approved than the one that is there now, or somebody has not approved it yet. */
export class NotApproved extends Schema.TaggedError<NotApproved>()("Partnership.NotApproved", {
  lacks: Schema.Array(Schema.Literals(["ours", "theirs", "this text"]))
}) {
  get said(): Bilingual {
    const zh = { ours: "我方确认", theirs: "对方确认", "this text": "对当前内容的确认" }
    return {
      zh: `还缺：${this.lacks.map((one) => zh[one]).join("、")}。`,
      en: `What is lacking is the approval of ${this.lacks.join(" and ")}.`
    }
  }
  override get message() {
    return this.said.en
  }
}

/** Something else was paid than was agreed, and nobody says why. */
export class Unexplained extends Schema.TaggedError<Unexplained>()("Partnership.Unexplained", {
  amount: Sum,
  paid: Sum
}) {
  get said(): Bilingual {
    return {
      zh: `约定 ${shown(this.amount)}，实付 ${shown(this.paid)}：请写明原因。`,
      en: `${shown(this.amount)} was agreed and ${shown(this.paid)} was paid: say why.`
    }
  }
  override get message() {
    return this.said.en
  }
}
