/**
 * What the campaigns of an account may spend in a year: reserved before a campaign is begun, settled when it is over.
 *
 *     Open ─Close→ Closed        Reserve and Settle leave it open
 *
 * All campaigns of a year share one case, so that the caps hold however many are approved at once. The words stand here; the rules in `CampaignBudgetProcess`.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { Frequency, type Per } from "../../calendar/Cadence.ts"
import { Moment } from "../../calendar/Moment.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import { added } from "../../internal-system/promotion/Money.ts"
import { CaseId } from "../../process/CaseId.ts"
import { caseFor } from "../../process/CaseName.ts"
import { define } from "../../process/Process.ts"

/** A sum in the money of the handbook's activities, to the hundredth. */
export const Sum = Schema.Finite.check(
  Schema.isBetween({ minimum: 0, maximum: 1_000_000_000 }),
  Schema.makeFilter((sum) => Math.abs(sum * 100 - Math.round(sum * 100)) < 1e-6)
)

/** A sum as people read it. */
export const shown = (sum: number): string =>
  sum.toLocaleString("en-US", { maximumFractionDigits: 2, useGrouping: false })

/** What a campaign asks for. */
export const wish = { campaign: CaseId, title: Schema.NonEmptyString, amount: Sum, from: Moment, until: Moment }

/** What a campaign has: its sum, and when it is over what of that was spent; one that never went live takes no turn. */
export const Held = Schema.Struct({
  ...wish,
  spent: Schema.optionalKey(Sum),
  wasLive: Schema.optionalKey(Schema.Boolean)
})
/** What a campaign has. */
export type Held = typeof Held.Type

const book = { account: AccountId, year: Schema.Int, until: Moment, held: Schema.Array(Held) }

/** The builders of the process, with its words. */
export const campaignBudget = define("CampaignBudget", {
  title: { zh: "年度活动预算", en: "budget of a year's campaigns" },
  settings: {
    timeZone: Schema.String,
    /** What all campaigns of a year may cost. */
    budget: Sum,
    /** How many may be live at once. */
    together: Schema.Int,
    /** How many may begin in a week, a month. */
    frequency: Frequency
  },
  states: {
    Open: { title: { zh: "使用中", en: "open" }, ...book },
    Closed: { title: { zh: "已结清", en: "closed" }, ...book }
  }
})

/** What a handbook says of it. */
export type Settings = typeof campaignBudget.Settings.Type
/** Where it stands. */
export type State = typeof campaignBudget.State.Type

/** The case of an account's campaigns in a year. */
export const caseOf = (account: AccountId, year: number): CaseId => caseFor(`${account} ${year}`)

/** A sum that is reserved, and when it is settled what of that was spent. */
type Reserved = Pick<Held, "amount" | "spent">

/** What is used of the budget: what was spent, or until then what may be. */
export const usedBy = ({ amount, spent }: Reserved): number => spent ?? amount

/** What is left of a year's budget: nothing of what may still be spent, and all that was not. */
export const left = (
  { held }: { readonly held: ReadonlyArray<Reserved> },
  { budget }: Pick<Settings, "budget">
): number => added(budget, ...held.map((one) => -usedBy(one)))

/** More than is left of the year's budget. */
export class OverBudget extends Schema.TaggedError<OverBudget>()("CampaignBudget.OverBudget", {
  asked: Sum,
  left: Schema.Finite
}) {
  get said(): Bilingual {
    return {
      zh: `年度活动预算只剩 ${shown(this.left)}，不够 ${shown(this.asked)}。`,
      en: `${shown(this.left)} is left of the year's budget, and ${shown(this.asked)} was asked for.`
    }
  }
  override get message() {
    return this.said.en
  }
}

/** As many campaigns as the handbook allows are live in that time already. */
export class Clash extends Schema.TaggedError<Clash>()("CampaignBudget.Clash", {
  others: Schema.Array(Schema.String)
}) {
  get said(): Bilingual {
    return {
      zh: `与已定的活动时间重叠：${this.others.join("、")}。`,
      en: `The time overlaps with that of ${this.others.join(", ")}.`
    }
  }
  override get message() {
    return this.said.en
  }
}

const stretches: Readonly<Record<Per, Bilingual>> = {
  day: { zh: "这一天", en: "that day" },
  week: { zh: "这一周", en: "that week" },
  month: { zh: "这个月", en: "that month" },
  quarter: { zh: "这个季度", en: "that quarter" },
  year: { zh: "这一年", en: "that year" }
}

/** As many campaigns begin in that week or month as the handbook allows. */
export class TooMany extends Schema.TaggedError<TooMany>()("CampaignBudget.TooMany", { frequency: Frequency }) {
  get said(): Bilingual {
    const { per, times } = this.frequency
    return {
      zh: `${stretches[per].zh}已有 ${times} 个活动，到了上限。`,
      en: `${times} campaigns begin in ${stretches[per].en} already, and no more may.`
    }
  }
  override get message() {
    return this.said.en
  }
}

/** The campaign has its sum already, or has none. */
export class NotHeld extends Schema.TaggedError<NotHeld>()("CampaignBudget.NotHeld", {
  campaign: CaseId,
  isHeld: Schema.Boolean
}) {
  get said(): Bilingual {
    return this.isHeld
      ? { zh: "这个活动已有预算。", en: "The campaign has its sum already." }
      : { zh: "这个活动没有待结的预算。", en: "The campaign has no sum that is still to be settled." }
  }
  override get message() {
    return this.said.en
  }
}

/** The campaign has spent more than its sum. */
export class Overspent extends Schema.TaggedError<Overspent>()("CampaignBudget.Overspent", {
  amount: Sum,
  spent: Sum
}) {
  get said(): Bilingual {
    return {
      zh: `活动预算 ${shown(this.amount)}，不能结 ${shown(this.spent)}。`,
      en: `The campaign has ${shown(this.amount)}, and cannot have spent ${shown(this.spent)}.`
    }
  }
  override get message() {
    return this.said.en
  }
}
