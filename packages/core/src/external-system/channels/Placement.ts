/**
 * A link in a channel of the company's own (website, mail, brochure, shop, packaging): asked of the department whose channel it is, placed, and looked at
 * again and again, for what nobody looks at is gone one day.
 *
 *     Asked ─Granted→ Granted ─Place→ Placed ⇄ Missing        the clock looks, and its owner is told what is missing
 *       ├─Refused→ Refused               └─TakeDown, Remove, Expire→ Removed
 *       └─Withdraw→ Withdrawn
 *
 * Asking is a request for the resource (`ResourceRequestProcess`): silence leads to its sponsor. The words stand here; the rules in `PlacementProcess`.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import { Bilingual } from "../../finding/Bilingual.ts"
import { Finding } from "../../finding/Finding.ts"
import * as Label from "../../finding/Label.ts"
import * as Action from "../../process/Action.ts"
import { Person, PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import * as CaseOrder from "../../process/CaseOrder.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import { Commitment, ResourceId } from "../Resource.ts"
import { Promised } from "../ResourceRequest.ts"
import { ResourceRequestProcess } from "../ResourceRequestProcess.ts"
import * as PlacementCheck from "./PlacementCheck.ts"

/** What kind of thing the link stands in. */
export const Medium = Schema.Union([
  Schema.Literal("website").annotate(Label.of({ zh: "网站", en: "website" })),
  Schema.Literal("email").annotate(Label.of({ zh: "邮件", en: "email" })),
  Schema.Literal("print").annotate(Label.of({ zh: "印刷品", en: "print" })),
  Schema.Literal("shop").annotate(Label.of({ zh: "门店", en: "shop" })),
  Schema.Literal("packaging").annotate(Label.of({ zh: "包装", en: "packaging" }))
]).annotate(Label.of({ zh: "媒介", en: "medium" }))

/** The address of a page; whether it is one is said with everything else that is wrong. */
const address = (zh: string, en: string) =>
  Schema.NonEmptyString.check(Schema.isMaxLength(2_000)).annotate(Label.of({ zh, en }))

/** What is asked for. */
export const asking = {
  account: AccountId,
  channel: ResourceId,
  medium: Medium,
  where: Schema.NonEmptyString.annotate(Label.of({ zh: "放在哪里", en: "where in it" })),
  to: address("通向哪个地址", "where it leads"),
  campaign: Schema.NonEmptyString.check(Schema.isMaxLength(100)).annotate(Label.of({ zh: "活动", en: "campaign" })),
  from: Moment.annotate(Label.of({ zh: "从何时起", en: "from" })),
  /** Left out: until somebody takes it down. */
  until: Schema.optionalKey(Moment.annotate(Label.of({ zh: "到何时", en: "until" })))
}
/** What is asked for. */
export type Asking = Schema.Struct<typeof asking>["Type"]

/** The page that the link stands on; nothing where no program can look, on paper or in a shop: then people look. */
export const Page = Schema.optionalKey(address("所在网页（印刷品不填）", "page, none for print"))

const asked = {
  ...asking,
  ...Commitment.fields,
  /** What the channel is called. */
  named: Schema.optionalKey(Bilingual),
  askedBy: Person,
  link: Schema.String
}
const granted = { ...asked, terms: Schema.String }
/** `next` is when it is looked at again, `unknown` how often in a row nobody could say. */
const placed = { ...granted, page: Page, since: Moment, next: Moment, unknown: Schema.Int }

/** Looks whether the link still stands on its page. */
export const look = Action.kind({
  name: "LookAtPlacement",
  request: PlacementCheck.wanted,
  done: PlacementCheck.sight,
  repeatable: true
})

/** The builders of the process, with its words. */
export const placement = define("Placement", {
  title: { zh: "自有渠道投放", en: "placement" },
  settings: {
    lead: PersonId,
    others: Schema.optionalKey(Schema.Array(PersonId)),
    /** How long what was granted, or is missing, may wait. */
    attention: Allowance,
    /** How often it is looked at. */
    every: Allowance,
    /** The channels of the company, and what was promised of each. */
    channels: Schema.Record(ResourceId, Promised)
  },
  states: {
    Asked: { title: { zh: "已申请", en: "asked" }, ...asked },
    Granted: { title: { zh: "待投放", en: "granted" }, ...granted },
    Placed: { title: { zh: "已投放", en: "placed" }, ...placed },
    Missing: { title: { zh: "找不到了", en: "missing" }, ...placed, missedAt: Moment },
    Removed: { title: { zh: "已撤下", en: "over" }, ...granted, reason: Bilingual },
    Refused: { title: { zh: "已拒绝", en: "refused" }, ...asked, reason: Schema.String },
    Withdrawn: { title: { zh: "已撤回", en: "withdrawn" }, ...asked }
  },
  actions: { notify, look, ask: CaseOrder.order(ResourceRequestProcess, "Ask") }
})

/** What a handbook says of placements. */
export type Settings = typeof placement.Settings.Type
/** Where a placement stands. */
export type State = typeof placement.State.Type
/** A placement in one of these states. */
export type In<Name extends State["_tag"]> = Extract<State, { readonly _tag: Name }>

/** What is asked for cannot be had so; everything that is wrong. */
export class BadAsk extends Schema.TaggedError<BadAsk>()("Placement.BadAsk", { findings: Schema.Array(Finding) }) {
  get said(): Bilingual {
    const all = (language: "zh" | "en") => this.findings.map(({ message }) => message[language]).join(" ")
    return { zh: `还不能申请：${all("zh")}`, en: `It cannot be asked for so: ${all("en")}` }
  }
  override get message() {
    return this.said.en
  }
}

/** What is said to be the page is no address of the web. */
export class NoPage extends Schema.TaggedError<NoPage>()("Placement.NoPage", { page: Schema.String }) {
  get said(): Bilingual {
    return {
      zh: `「${this.page}」不是网址；印刷品不填。`,
      en: `${this.page} is no address of the web; print has none.`
    }
  }
  override get message() {
    return this.said.en
  }
}

/** What a person reads who is to do something about it. */
export const says = ({ link, where }: Pick<State, "where" | "link">, { en, zh }: Bilingual): Bilingual => ({
  zh: `「${where}」${zh}：${link}`,
  en: `“${where}” ${en}: ${link}`
})
