/**
 * A grant that has to be renewed: the account's word to the app that it may write and read for it. Only a person can give it anew.
 *
 *     Wanted ─TakeOn→ Renewing ─SeeRenewed→ Renewed        the clock reminds, and says when an expiring one has run out
 *        └──────────────── Settle, by a person ──→ Settled
 *
 * This file holds the words; `RenewalProcess` holds the rules, and `Renewals` opens and settles the cases. There is one of each grant.
 *
 * @module
 */
import { DateTime, Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import { AccountId } from "../content/Publisher.ts"

/** Which grant: a name that tells it from others, and says nothing of its token. */
export const GrantName = Schema.NonEmptyString.pipe(Schema.brand("GrantName"))
/** Which grant. */
export type GrantName = typeof GrantName.Type

/** Why a grant has to be renewed. */
export const wish = {
  account: AccountId,
  grant: GrantName,
  /** Whether nothing can be done any more, or only until it expires. */
  why: Schema.Literals(["dead", "expiring"]),
  /** What the platform says of it, or when it expires. */
  detail: Schema.String,
  expiresAt: Schema.optionalKey(Moment)
}
/** Why a grant has to be renewed. */
export type Wish = Schema.Struct<typeof wish>["Type"]

const wanted = { ...wish, lead: PersonId }

/** The builders of the process, with its words. */
export const renewal = define("Renewal", {
  title: { zh: "重新授权", en: "renewal" },
  settings: {
    /** Who is told. */
    lead: PersonId,
    /** How long it may wait before they are told again. */
    attention: Allowance
  },
  states: {
    Wanted: { title: { zh: "待重新授权", en: "to be renewed" }, ...wanted },
    Renewing: { title: { zh: "授权中", en: "being renewed" }, ...wanted, by: PersonId },
    Renewed: { title: { zh: "已重新授权", en: "renewed" }, ...wanted, newer: GrantName },
    Settled: { title: { zh: "已了结", en: "settled" }, ...wanted, note: Schema.NonEmptyString, by: PersonId }
  },
  actions: { notify }
})

/** What a handbook says of renewals. */
export const Settings = renewal.Settings
/** What a handbook says of renewals. */
export type Settings = typeof Settings.Type
/** Where a renewal stands. */
export type State = typeof renewal.State.Type

/** A grant is found dead once. */
export class DeadAlready extends Schema.TaggedError<DeadAlready>()("Renewal.DeadAlready", { grant: GrantName }) {
  override get message() {
    return `The grant ${this.grant} is known to be dead.`
  }
}

/** The same grant is not a newer one. */
export class SameGrant extends Schema.TaggedError<SameGrant>()("Renewal.SameGrant", { grant: GrantName }) {
  override get message() {
    return `The grant ${this.grant} is the one that has to be renewed.`
  }
}

/** What the lead reads. */
export const message = ({ account, detail, expiresAt, why }: Wish): Bilingual =>
  why === "dead"
    ? {
        zh: `账号 ${account} 的授权已失效，现在既不能发布也不能读取，请有权限的人重新授权应用。（${detail}）`,
        en: `The grant of account ${account} is dead: nothing is written or read before somebody authorises the app again (${detail}).`
      }
    : {
        zh: `账号 ${account} 的授权将于 ${expiresAt === undefined ? "近期" : DateTime.formatIso(expiresAt)} 过期，请提前重新授权应用。`,
        en: `The grant of account ${account} expires ${expiresAt === undefined ? "soon" : `at ${DateTime.formatIso(expiresAt)}`}: somebody has to authorise the app again before.`
      }
