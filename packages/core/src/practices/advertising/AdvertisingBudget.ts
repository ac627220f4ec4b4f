/**
 * What an account may spend in a year to have its posts shown to more people: reserved before a promotion runs, settled when it is over.
 *
 *     Open ─Close→ Closed        Reserve and Settle leave it open
 *
 * All promotions of a year share one case, so that no two of them are given the same money. The words stand here; the rules in `AdvertisingBudgetProcess`.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import { CaseId } from "../../process/CaseId.ts"
import { caseFor } from "../../process/CaseName.ts"
import { define } from "../../process/Process.ts"
import { Sum, shown } from "../campaigns/CampaignBudget.ts"

export { left } from "../campaigns/CampaignBudget.ts"

/** What a promotion asks for. */
export const wish = { promotion: CaseId, amount: Sum }
/** What a promotion has, and when it is over what of that was spent. */
export const Held = Schema.Struct({ ...wish, spent: Schema.optionalKey(Sum) })

const book = { account: AccountId, year: Schema.Int, until: Moment, held: Schema.Array(Held) }

/** The builders of the process, with its words. */
export const advertisingBudget = define("AdvertisingBudget", {
  title: { zh: "年度推广预算", en: "budget of a year's advertising" },
  settings: {
    /** What all promotions of a year may cost. */
    budget: Sum
  },
  states: {
    Open: { title: { zh: "使用中", en: "open" }, ...book },
    Closed: { title: { zh: "已结清", en: "closed" }, ...book }
  }
})

/** What a handbook says of it. */
export type Settings = typeof advertisingBudget.Settings.Type
/** Where it stands. */
export type State = typeof advertisingBudget.State.Type

/** The case of an account's advertising in a year. */
export const caseOf = (account: AccountId, year: number): CaseId => caseFor(`advertising ${account} ${year}`)

/** More than is left of the year's budget. */
export class OverBudget extends Schema.TaggedError<OverBudget>()("AdvertisingBudget.OverBudget", {
  asked: Sum,
  left: Schema.Finite
}) {
  get said(): Bilingual {
    return {
      zh: `年度推广预算只剩 ${shown(this.left)}，不够 ${shown(this.asked)}。`,
      en: `${shown(this.left)} is left of the year's advertising, and ${shown(this.asked)} was asked for.`
    }
  }
  override get message() {
    return this.said.en
  }
}

/** The promotion has its sum already, or has none that is still to be settled, or would have spent more. */
export class NotHeld extends Schema.TaggedError<NotHeld>()("AdvertisingBudget.NotHeld", { promotion: CaseId }) {
  get said(): Bilingual {
    return {
      zh: "与这次推广已留的预算不符。",
      en: "That does not fit what the promotion has of the year's advertising."
    }
  }
  override get message() {
    return this.said.en
  }
}
