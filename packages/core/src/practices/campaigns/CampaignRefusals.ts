/**
 * Why a step of a campaign is refused.
 *
 * @module
 */
import { Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import { Finding } from "../../finding/Finding.ts"
import { PersonId } from "../../process/Actor.ts"
import type { Called } from "../../process/Reader.ts"
import { Sum, shown } from "./CampaignBudget.ts"

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

/** All of its draws and series are there, or on their way. */
export class NothingLost extends Schema.TaggedError<NothingLost>()("Campaign.NothingLost", {}) {
  get said(): Bilingual {
    return { zh: "抽奖和暗号都在，没有要重新登记的。", en: "None of its draws and series is lost." }
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
