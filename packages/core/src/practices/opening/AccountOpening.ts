/**
 * An account is opened in stages, each of which is over when somebody shows that it is: verification, access, custody, style, first plan, first fans.
 *
 *     Verifying ─→ Connecting ─→ Entrusting ─→ Styling ─→ Planning ─→ Inviting ─→ Opened        Abandon from each
 *
 * The words stand here; the rules in `AccountOpeningProcess`.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as Label from "../../finding/Label.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"

/** What shows that a stage is over: a link, a number, who has seen it. */
export const Evidence = Schema.NonEmptyString.annotate(Label.of({ zh: "依据", en: "evidence" }))

/** What each stage has shown so far. */
const Shown = Schema.Struct({ stage: Schema.String, evidence: Schema.NonEmptyString, by: PersonId })
const opening = { account: AccountId, owner: PersonId, shown: Schema.Array(Shown) }

/** The builders of the process, with its words. */
export const accountOpening = define("AccountOpening", {
  title: { zh: "开通账号", en: "opening of an account" },
  settings: {
    lead: PersonId,
    others: Schema.optionalKey(Schema.Array(PersonId)),
    /** How long a stage may take before its owner is reminded. */
    stage: Allowance,
    /** How many fans from own channels it has before it is open. */
    firstFans: Schema.Int
  },
  states: {
    Verifying: { title: { zh: "认证", en: "verification" }, ...opening },
    Connecting: { title: { zh: "应用密钥与安全域名", en: "app key and safe domains" }, ...opening },
    Entrusting: { title: { zh: "凭证保管", en: "custody of credentials" }, ...opening },
    Styling: { title: { zh: "风格卡", en: "style card" }, ...opening },
    Planning: { title: { zh: "第一份计划", en: "first plan" }, ...opening },
    Inviting: { title: { zh: "首批粉丝", en: "first fans" }, ...opening },
    Opened: { title: { zh: "已开通", en: "open" }, ...opening, followers: Schema.Int },
    Abandoned: { title: { zh: "已放弃", en: "abandoned" }, ...opening, reason: Schema.String }
  },
  actions: { notify }
})

/** What a handbook says of it. */
export type Settings = typeof accountOpening.Settings.Type
/** Where it stands. */
export type State = typeof accountOpening.State.Type

/** Whoever keeps the credentials is not the only one who can. */
export class AloneWithThem extends Schema.TaggedError<AloneWithThem>()("AccountOpening.AloneWithThem", {
  person: PersonId
}) {
  get said(): Bilingual {
    return {
      zh: "凭证要由两个人保管：一人不在时账号不能停。",
      en: "Two people keep the credentials: the account must not stop where one of them is away."
    }
  }
  override get message() {
    return this.said.en
  }
}

/** Fewer fans than the handbook asks for. */
export class TooFewFans extends Schema.TaggedError<TooFewFans>()("AccountOpening.TooFewFans", {
  followers: Schema.Int,
  needed: Schema.Int
}) {
  get said(): Bilingual {
    return {
      zh: `首批粉丝 ${this.followers} 人，手册要求 ${this.needed} 人；请从官网、邮件、门店、会员引来。`,
      en: `${this.followers} follow it, and the handbook asks for ${this.needed}: bring them from the website, mail, shops and members.`
    }
  }
  override get message() {
    return this.said.en
  }
}
