/**
 * The rules of a renewal, as one value: it is on a desk until a newer grant is seen, or until a person says what has become of it.
 *
 * @module
 */
import { Result, Schema } from "effect"
import * as Remark from "../../finding/Remark.ts"
import { PersonId } from "../../process/Actor.ts"
import { leadNow } from "../../process/Presence.ts"
import type { Reading } from "../../process/Reader.ts"
import * as Renewal from "./Renewal.ts"

const { deadline, start, process, stay, step } = Renewal.renewal

const notifyLead = {
  notify: (renewal: Renewal.State, _: unknown, reading: Reading) => ({
    to: renewal.lead,
    message: Renewal.message(renewal, reading)
  })
}

/** Adapters see grants where they are used; see `Renewals`. */
const platform = { zh: "平台适配器", en: "the adapter of the platform" }

const Want = start({
  title: { zh: "要求授权", en: "want" },
  to: ["Wanted"],
  by: "world",
  input: Renewal.wish,
  facts: { ...Renewal.wish, lead: PersonId },
  decide: (input, circumstances) => Result.succeed({ ...input, lead: leadNow(circumstances) }),
  performs: notifyLead
})

/** Somebody is at it, and whoever else looks knows. */
const TakeOn = step({
  title: { zh: "着手授权", en: "take on" },
  from: ["Wanted"],
  to: ["Renewing"],
  by: "team.authorise",
  evolve: (state, { by }) => ({ ...state, _tag: "Renewing", by: by.person })
})

/** The grant was still good, and is so no more: whoever thought that there was time is told. */
const FindDead = step({
  title: { zh: "获知已失效", en: "hear that it is dead" },
  from: ["Wanted", "Renewing"],
  to: ["Wanted"],
  by: "world",
  input: { detail: Schema.String },
  unless: ({ grant, why }) => (why === "dead" ? new Renewal.DeadAlready({ grant }) : undefined),
  evolve: (state, { facts }) => dead(state, facts.detail),
  performs: notifyLead
})

/** Its time is up. */
const Expire = step({
  title: { zh: "过期", en: "expire" },
  from: ["Wanted", "Renewing"],
  to: ["Wanted"],
  by: "clock",
  evolve: (state) => dead(state, "its time is up"),
  performs: notifyLead
})

const dead = ({ account, expiresAt, grant, lead }: Renewal.Wish & { readonly lead: PersonId }, detail: string) => ({
  _tag: "Wanted" as const,
  account,
  grant,
  why: "dead" as const,
  detail,
  lead,
  ...(expiresAt && { expiresAt })
})

/** The account has another grant. */
const SeeRenewed = step({
  title: { zh: "获知已重新授权", en: "see that it is renewed" },
  from: ["Wanted", "Renewing"],
  to: ["Renewed"],
  by: "world",
  input: { newer: Renewal.GrantName },
  decide: ({ grant }, { newer }) =>
    newer === grant ? Result.fail(new Renewal.SameGrant({ grant })) : Result.succeed({ newer })
})

/** No newer grant will come: the account is given up, or was handed to another app. */
const Settle = step({
  title: { zh: "了结", en: "settle" },
  from: ["Wanted", "Renewing"],
  to: ["Settled"],
  by: "team.authorise",
  input: { note: Remark.Note },
  evolve: (state, { by, facts }) => ({ ...state, _tag: "Settled", note: facts.note, by: by.person })
})

const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["Wanted", "Renewing"],
  by: "clock",
  facts: { lead: Schema.optionalKey(PersonId) },
  decide: (_state, _input, circumstances) => Result.succeed({ lead: leadNow(circumstances) }),
  evolve: (state, { facts }) => ({ ...state, ...facts }),
  performs: notifyLead
})

/** A grant that has to be renewed, until there is another. */
export const RenewalProcess = process({
  about: Renewal.about,
  steps: { Want, TakeOn, FindDead, Expire, SeeRenewed, Settle, Remind },
  final: ["Renewed", "Settled"],
  sentBy: { FindDead: platform, SeeRenewed: platform },
  deadlines: {
    expiry: deadline({
      title: { zh: "授权到期", en: "expiry" },
      while: ["Wanted", "Renewing"],
      at: ({ expiresAt, why }) => (why === "expiring" ? expiresAt : undefined),
      fires: "Expire"
    }),
    attention: deadline({
      title: { zh: "处理期限", en: "attention" },
      while: ["Wanted", "Renewing"],
      within: ({ attention }) => attention,
      warnAt: 1,
      fires: "Remind"
    })
  },
  invariants: {
    "no grant is the newer one of itself": (state) => state._tag !== "Renewed" || state.newer !== state.grant
  }
})
