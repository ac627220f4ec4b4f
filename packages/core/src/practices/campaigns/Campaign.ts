/**
 * A campaign, from an idea to the review of what it brought.
 *
 *     Proposed ─Brief→ Briefed ─Approve→ Reserving ─Reserved→ Asking ─Granted→ Preparing ─Came→ Ready ─WarmUp→ WarmingUp ─GoLive→ Live ─Close→ WindingUp
 *                       ↑  └─SendBack→ ToRevise        └─NotReserved→ ToRevise │                                                                └→ Reporting
 *                       └───────Brief──────┘                                  └ without what it must have → WindingUp → Stopped      Over ←Review─ Reviewing
 *
 * What it may do without and is not given shrinks it, with the reason. Preparing and WindingUp are there for its draws and codes alone: what was
 * announced or issued is kept to, also where the campaign stops. The words stand here, those of its refusals and the rules in the files beside it.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import { TimeSpan } from "../../calendar/TimeSpan.ts"
import { ResourceId } from "../../external-system/Resource.ts"
import { ResourceRequestProcess } from "../../external-system/ResourceRequestProcess.ts"
import { Bilingual } from "../../finding/Bilingual.ts"
import { PostProcess } from "../../internal-system/content/PostProcess.ts"
import { added } from "../../internal-system/promotion/Money.ts"
import { Person, PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import { CaseId } from "../../process/CaseId.ts"
import * as CaseOrder from "../../process/CaseOrder.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import { CodeSeriesProcess } from "../codes/CodeSeriesProcess.ts"
import { PrizeDrawProcess } from "../prizes/PrizeDrawProcess.ts"
import { DueReportProcess } from "../reports/DueReportProcess.ts"
import { OfActivities } from "../reports/ReportsSection.ts"
import { Brief, Need } from "./Brief.ts"
import { caseOf, Sum } from "./CampaignBudget.ts"
import { CampaignBudgetProcess } from "./CampaignBudgetProcess.ts"
import { Child, isOpen } from "./CampaignChild.ts"

export { BadBrief, NothingLost, NotTheApprover, OutsideItsTime, OverBudget } from "./CampaignRefusals.ts"

/** Something that is asked for, and the case in which it is. */
export const Open = Schema.Struct({ ...Need.fields, case: CaseId })
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
  open: Schema.Array(Open),
  given: Schema.Array(Given),
  without: Schema.Array(Without),
  spent: Schema.Array(Spending),
  children: Schema.Array(Child)
}
/** Why it stops, whether it was live, and by which of its events. */
const Stopping = Schema.Struct({ reason: Bilingual, wasLive: Schema.Boolean, by: Schema.Int })
const reported = { ...asked, report: Schema.NonEmptyString }

type AnyDraw = typeof PrizeDrawProcess
/** A name for the type of the process of draws: written out, that of campaigns would be longer than declarations may be. */
interface OfDraws extends AnyDraw {}
type AnySeries = typeof CodeSeriesProcess
/** A name for the type of the process of codes. */
interface OfCodes extends AnySeries {}
const ofDraws: OfDraws = PrizeDrawProcess
const ofCodes: OfCodes = CodeSeriesProcess

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
    /** Without it, nothing is drawn. */
    draws: Schema.optionalKey(Schema.Struct({ settlesWithin: Allowance })),
    /** Without it, no codes are given out. */
    codes: Schema.optionalKey(Schema.Struct({ longest: TimeSpan, most: Schema.Int })),
    timeZone: Schema.String
  },
  states: {
    Proposed: { title: { zh: "选题", en: "proposed" }, ...idea },
    Briefed: { title: { zh: "待批准", en: "briefed" }, ...briefed },
    ToRevise: { title: { zh: "待修改", en: "to be revised" }, ...briefed, note: Schema.String },
    Reserving: { title: { zh: "预留预算", en: "reserving its budget" }, ...approved },
    Asking: { title: { zh: "申请资源", en: "asking" }, ...asked },
    Preparing: { title: { zh: "筹备抽奖和暗号", en: "preparing draws and codes" }, ...asked },
    Ready: { title: { zh: "已就绪", en: "ready" }, ...asked },
    WarmingUp: { title: { zh: "预热", en: "warming up" }, ...asked },
    Live: { title: { zh: "进行中", en: "live" }, ...asked },
    WindingUp: { title: { zh: "兑奖收尾", en: "winding up" }, ...asked, stop: Schema.optionalKey(Stopping) },
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
    draw: CaseOrder.order(ofDraws, "Announce"),
    codes: CaseOrder.order(ofCodes, "Draft"),
    callOffDraw: CaseOrder.order(ofDraws, "CallOff"),
    callOffCodes: CaseOrder.order(ofCodes, "CallOff"),
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
export type Asked = In<"Asking" | "Preparing" | "Ready" | "WarmingUp" | "Live" | "WindingUp" | "Reporting">
type Having = Pick<Asked, "spent" | "children">

/** What it has spent so far, and what its prizes hold: the worth of those that may still be delivered, and that were. */
export const usedBy = ({ children, spent }: Having): number =>
  added(...spent.map(({ amount }) => amount), ...children.map(({ stands, worth }) => (stands === "lost" ? 0 : worth)))

/** What it may still spend. */
export const leftOf = (campaign: Having & Pick<Asked, "brief">): number =>
  added(campaign.brief.budget, -usedBy(campaign))

/**
 * A campaign that does not go on. What the public was told is kept to before it is over, and what nobody was told of is called off; then whoever gave it a sum has back what
 * it did not use.
 */
export const stopped = (
  state: Exclude<Asked, In<"WindingUp">>,
  reason: Bilingual,
  { version }: { readonly version: number }
): In<"Stopped" | "WindingUp"> => {
  const wasLive = state._tag === "Live" || state._tag === "Reporting"
  return stoppedAt({ ...state, _tag: "WindingUp", stop: { reason, wasLive, by: version } })
}

/** Where it stands as soon as none of its draws and series is open any more: its report is due, or it has stopped. */
export const woundUp = (state: In<"WindingUp">): In<"Stopped" | "WindingUp" | "Reporting"> => {
  if (state.stop !== undefined) return stoppedAt(state)
  return state.children.some(isOpen) ? state : { ...state, _tag: "Reporting" }
}

const stoppedAt = (state: In<"WindingUp">): In<"Stopped" | "WindingUp"> => {
  if (state.stop === undefined || state.children.some(isOpen)) return state
  const { name, proposedBy, stop, why, year } = state
  const sum = { account: state.brief.account, year, spent: usedBy(state), wasLive: stop.wasLive }
  return { _tag: "Stopped", name, why, proposedBy, reason: stop.reason, sum }
}

/** What its year's budget is asked, where it is over and had a sum. */
export const settling = (state: State, { case: campaign }: { readonly case: CaseId }) => {
  const sum =
    state._tag === "Over"
      ? { account: state.brief.account, year: state.year, spent: usedBy(state), wasLive: true }
      : state._tag === "Stopped"
        ? state.sum
        : undefined
  if (sum === undefined) return undefined
  const { account, year, ...input } = sum
  return { case: caseOf(account, year), input: { campaign, ...input } }
}
