/**
 * A campaign, from an idea to the review of what it brought.
 *
 *     Proposed ─Brief→ Briefed ─Approve→ Reserving ─Reserved→ Asking ─Granted→ Ready ─WarmUp→ WarmingUp ─GoLive→ Live ─Close→ Reporting ─Report→ Reviewing
 *                       ↑  └─SendBack→ ToRevise        └─NotReserved→ ToRevise │                                                          └─Review→ Over
 *                       └───────Brief──────┘                                  └ what it must have is refused or not given in time → Stopped
 *
 * What it may do without and is not given shrinks it, with the reason. The words stand here; the rules in the files beside it.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import { ResourceId } from "../../external-system/Resource.ts"
import { ResourceRequestProcess } from "../../external-system/ResourceRequestProcess.ts"
import { Bilingual } from "../../finding/Bilingual.ts"
import { Finding } from "../../finding/Finding.ts"
import { PostProcess } from "../../internal-system/content/PostProcess.ts"
import { Person, PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import type { CaseId } from "../../process/CaseId.ts"
import * as CaseOrder from "../../process/CaseOrder.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import type { Called } from "../../process/Reader.ts"
import { DueReportProcess } from "../reports/DueReportProcess.ts"
import { OfActivities } from "../reports/ReportsSection.ts"
import { Brief, Need } from "./Brief.ts"
import { added, caseOf, Sum, shown } from "./CampaignBudget.ts"
import { CampaignBudgetProcess } from "./CampaignBudgetProcess.ts"

/** Something that was asked for and given, under the terms of whoever gave it. */
export const Given = Schema.Struct({ ...Need.fields, terms: Schema.String })
/** Something that it has to do without, and why. */
export const Without = Schema.Struct({ resource: ResourceId, need: Schema.NonEmptyString, why: Bilingual })
/** Something that was paid, and what for. */
export const Spending = Schema.Struct({ amount: Sum, what: Schema.NonEmptyString, at: Moment })

/** What it has to settle, in the budget of which account and year. */
const Settled = Schema.Struct({ account: AccountId, year: Schema.Int, spent: Sum, wasLive: Schema.Boolean })

const idea = { name: Schema.NonEmptyString, why: Schema.NonEmptyString, proposedBy: PersonId }
const briefed = { ...idea, brief: Brief, author: Person }
/** In the budget of which year it has its sum. */
const approved = { ...briefed, approvedBy: PersonId, year: Schema.Int }
const asked = {
  ...approved,
  open: Schema.Array(Need),
  given: Schema.Array(Given),
  without: Schema.Array(Without),
  spent: Schema.Array(Spending)
}
const reported = { ...asked, report: Schema.NonEmptyString }

/** The builders of the process, with its words. */
export const campaign = define("Campaign", {
  title: { zh: "活动", en: "campaign" },
  settings: {
    lead: PersonId,
    others: Schema.optionalKey(Schema.Array(PersonId)),
    /** Who says yes to a campaign. */
    approver: PersonId,
    /** How long anything of it may wait for a person before they are reminded. */
    attention: Allowance,
    /** How soon after its end the report is written. */
    report: Allowance,
    /** Who looks at the report that is made of it, and who is told of it; without them, none is made. */
    reported: Schema.optionalKey(OfActivities),
    /** How long before it begins it has to be decided on. */
    notice: Allowance,
    most: Sum,
    prizesMost: Schema.optionalKey(Sum),
    resources: Schema.Array(ResourceId),
    timeZone: Schema.String
  },
  states: {
    Proposed: { title: { zh: "选题", en: "proposed" }, ...idea },
    Briefed: { title: { zh: "待批准", en: "briefed" }, ...briefed },
    ToRevise: { title: { zh: "待修改", en: "to be revised" }, ...briefed, note: Schema.String },
    Reserving: { title: { zh: "预留预算", en: "reserving its budget" }, ...approved },
    Asking: { title: { zh: "申请资源", en: "asking" }, ...asked },
    Ready: { title: { zh: "已就绪", en: "ready" }, ...asked },
    WarmingUp: { title: { zh: "预热", en: "warming up" }, ...asked },
    Live: { title: { zh: "进行中", en: "live" }, ...asked },
    Reporting: { title: { zh: "待报告", en: "to be reported" }, ...asked },
    Reviewing: { title: { zh: "待复盘", en: "to be reviewed" }, ...reported },
    Over: { title: { zh: "已结束", en: "over" }, ...reported, lessons: Schema.String },
    Stopped: { title: { zh: "已停止", en: "stopped" }, ...idea, reason: Bilingual, sum: Schema.optionalKey(Settled) }
  },
  actions: {
    notify,
    reserve: CaseOrder.order(CampaignBudgetProcess, "Reserve"),
    settle: CaseOrder.order(CampaignBudgetProcess, "Settle"),
    ask: CaseOrder.order(ResourceRequestProcess, "Ask"),
    post: CaseOrder.order(PostProcess, "Compose"),
    report: CaseOrder.order(DueReportProcess, "Begin")
  }
})

/** What a handbook says of campaigns. */
export type Settings = typeof campaign.Settings.Type
/** Where a campaign stands. */
export type State = typeof campaign.State.Type
/** A campaign in one of these states. */
export type In<Name extends State["_tag"]> = Extract<State, { readonly _tag: Name }>
/** A campaign whose needs have been asked for. */
export type Asked = In<"Asking" | "Ready" | "WarmingUp" | "Live" | "Reporting">

/** What it has spent so far. */
export const spentBy = ({ spent }: Pick<Asked, "spent">): number => added(...spent.map(({ amount }) => amount))

/** It does not go on; whoever gave it a sum has back what it did not spend. */
export const stopped = (state: Exclude<State, In<"Stopped" | "Over">>, reason: Bilingual): In<"Stopped"> => {
  const { name, proposedBy, why } = state
  const sum = "spent" in state && {
    account: state.brief.account,
    year: state.year,
    spent: spentBy(state),
    wasLive: state._tag !== "Asking" && state._tag !== "Ready" && state._tag !== "WarmingUp"
  }
  return { _tag: "Stopped", name, why, proposedBy, reason, ...(sum && { sum }) }
}

/** What its year's budget is asked, where it is over and had a sum. */
export const settling = (state: State, { case: campaign }: { readonly case: CaseId }) => {
  const sum =
    state._tag === "Over"
      ? { account: state.brief.account, year: state.year, spent: spentBy(state), wasLive: true }
      : state._tag === "Stopped"
        ? state.sum
        : undefined
  if (sum === undefined) return undefined
  const { account, year, ...input } = sum
  return { case: caseOf(account, year), input: { campaign, ...input } }
}

/** What whoever runs it reads where it has stopped by itself. */
export const tellingStopped = (state: State) =>
  state._tag === "Stopped"
    ? {
        to: state.proposedBy,
        message: {
          zh: `「${state.name}」已停止：${state.reason.zh}`,
          en: `“${state.name}” has stopped: ${state.reason.en}`
        }
      }
    : undefined

/** The brief breaks what the handbook or the law says. */
export class BadBrief extends Schema.TaggedError<BadBrief>()("Campaign.BadBrief", { findings: Schema.Array(Finding) }) {
  get said(): Bilingual {
    const once = (language: "zh" | "en", between: string) =>
      this.findings.map(({ fix, message }) => `${message[language]}${between}${fix[language]}`).join(between)
    return { zh: `方案还不行：${once("zh", "")}`, en: `The brief does not hold: ${once("en", " ")}` }
  }
  override get message() {
    return this.said.en
  }
}

/** Only the approver of the handbook says yes, or no. */
export class NotTheApprover extends Schema.TaggedError<NotTheApprover>()("Campaign.NotTheApprover", {
  person: PersonId,
  approver: PersonId
}) {
  /** Why, in both languages, with what people are called. */
  said(called: Called = (person) => person): Bilingual {
    return {
      zh: `由 ${called(this.approver)} 决定，不是 ${called(this.person)}。`,
      en: `${called(this.approver)} decides, and not ${called(this.person)}.`
    }
  }
  override get message() {
    return this.said().en
  }
}

/** More than its budget. */
export class OverBudget extends Schema.TaggedError<OverBudget>()("Campaign.OverBudget", { amount: Sum, left: Sum }) {
  get said(): Bilingual {
    return {
      zh: `活动预算只剩 ${shown(this.left)}，不够 ${shown(this.amount)}。`,
      en: `${shown(this.left)} is left of the campaign's budget, and ${shown(this.amount)} is to be spent.`
    }
  }
  override get message() {
    return this.said.en
  }
}

/** The slot of a post lies outside the warm-up and the campaign. */
export class OutsideItsTime extends Schema.TaggedError<OutsideItsTime>()("Campaign.OutsideItsTime", {
  slot: Moment,
  from: Moment,
  until: Moment
}) {
  get said(): Bilingual {
    return { zh: "发布时间不在预热和活动期间。", en: "The slot lies outside the warm-up and the campaign." }
  }
  override get message() {
    return this.said.en
  }
}
