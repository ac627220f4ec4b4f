/**
 * A grant that has to be renewed: the account's word to the app that it may write and read for it. Only a person can give it anew.
 *
 *     Wanted ─TakeOn→ Renewing ─SeeRenewed→ Renewed        the clock reminds, and says when an expiring one has run out
 *        └──────────────── Settle, by a person ──→ Settled
 *
 * The words stand here; `RenewalProcess` holds the rules, and `Renewals` opens and settles the cases. There is one of each grant.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import type { Called, Reading } from "../../process/Reader.ts"

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
    /** Who is told where the lead is not there, in turn. */
    others: Schema.optionalKey(Schema.Array(PersonId)),
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
  get said(): Bilingual {
    return { zh: `授权「${this.grant}」已记为失效。`, en: `The grant ${this.grant} is known to be dead.` }
  }
  override get message() {
    return this.said.en
  }
}

/** The same grant is not a newer one. */
export class SameGrant extends Schema.TaggedError<SameGrant>()("Renewal.SameGrant", { grant: GrantName }) {
  get said(): Bilingual {
    return {
      zh: `授权「${this.grant}」正是需要重新取得的那一份。`,
      en: `The grant ${this.grant} is the one that has to be renewed.`
    }
  }
  override get message() {
    return this.said.en
  }
}

/** What there is to do, in one line. */
export const about = ({ account, why }: Wish, called: Called): Bilingual =>
  why === "dead"
    ? {
        zh: `账号 ${called(account)} 的授权已失效，现在既不能发布也不能读取`,
        en: `The grant of account ${called(account)} is dead: nothing is written or read`
      }
    : { zh: `账号 ${called(account)} 的授权即将过期`, en: `The grant of account ${called(account)} expires` }

/** What the lead reads. */
export const message = (wish: Wish, { called, time }: Pick<Reading, "called" | "time">): Bilingual => {
  const { en, zh } = about(wish, called)
  if (wish.why === "dead") {
    return {
      zh: `${zh}，请有权限的人重新授权应用。（${wish.detail}）`,
      en: `${en} before somebody authorises the app again (${wish.detail}).`
    }
  }
  const until = wish.expiresAt && time(wish.expiresAt)
  return {
    zh: `${zh}${until === undefined ? "" : `（${until}）`}，请提前重新授权应用。`,
    en: `${en} ${until === undefined ? "soon" : `at ${until}`}: somebody has to authorise the app again before.`
  }
}
