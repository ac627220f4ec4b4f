/**
 * How invitations go out: page by page, under the handbook of each page's moment, until the list is through or somebody ends it.
 *
 * @module
 */
import { Result, Schema } from "effect"
import * as Action from "../../process/Action.ts"
import { PersonId } from "../../process/Actor.ts"
import { leadNow } from "../../process/Presence.ts"
import * as Campaign from "./InvitationCampaign.ts"

const { step } = Campaign.campaign

const terms = { terms: Schema.Struct(Campaign.terms) }

const termsOf = ({ cap, quiet, timeZone, within }: Campaign.Settings) => ({
  cap,
  within,
  timeZone,
  ...(quiet && { quiet })
})

/** The page that is now under way, while the campaign runs. */
const asks = {
  invitePage: (state: Campaign.State, { facts }: { readonly facts: { readonly terms: typeof terms.terms.Type } }) => {
    if (state._tag !== "Running") return undefined
    const { account, after, page, segments, subject, text, until } = state
    return { ...facts.terms, account, subject, text, segments, until, page, ...(after !== undefined && { after }) }
  }
}

export const Begin = step({
  title: { zh: "开始发送", en: "begin" },
  from: ["Approved"],
  to: ["Running"],
  by: "members.invite",
  facts: terms,
  decide: (_, __, { settings }) => Result.succeed({ terms: termsOf(settings) }),
  evolve: (state) => ({ ...Campaign.letterOf(state), approvedBy: state.approvedBy, _tag: "Running", page: 0, sent: 0 }),
  performs: asks
})

/** A page is done: the next one, or the end of the list. */
export const Continue = step({
  title: { zh: "获知一页已发", en: "hear that a page is done" },
  from: ["Running", "Stopping"],
  to: ["Running", "Finished", "Stopped"],
  by: "world",
  input: { sent: Schema.Int, next: Schema.optionalKey(Schema.String) },
  facts: { sent: Schema.Int, next: Schema.optionalKey(Schema.String), ...terms },
  decide: (_, input, { settings }) => Result.succeed({ ...input, terms: termsOf(settings) }),
  evolve: (state, { facts }) => {
    const sent = state.sent + facts.sent
    if (state._tag === "Stopping") return { _tag: "Stopped", ...Campaign.letterOf(state), sent }
    return facts.next === undefined
      ? { _tag: "Finished", ...Campaign.letterOf(state), sent }
      : { ...state, _tag: "Running", page: state.page + 1, after: facts.next, sent }
  },
  performs: asks
})

/** Invitations do not go through, or a person is needed: nothing is lost, and the page is begun anew when somebody says so. */
export const Halt = step({
  title: { zh: "获知发送受阻", en: "hear that it does not go through" },
  from: ["Running", "Stopping"],
  to: ["Halted", "Stopped"],
  by: "world",
  input: Action.unknown,
  facts: { ...Action.unknown, to: PersonId },
  decide: (_, input, under) => Result.succeed({ ...input, to: leadNow(under) }),
  evolve: (state, { facts: { detail } }) =>
    state._tag === "Stopping"
      ? { _tag: "Stopped", ...Campaign.letterOf(state), sent: state.sent }
      : { ...state, _tag: "Halted", detail },
  performs: {
    notify: (state, { facts: { detail, to } }, reading) =>
      state._tag === "Halted" ? { to, message: Campaign.halted(detail, reading) } : undefined
  }
})

export const Resume = step({
  title: { zh: "继续发送", en: "go on" },
  from: ["Halted"],
  to: ["Running"],
  by: "members.invite",
  facts: terms,
  decide: (_, __, { settings }) => Result.succeed({ terms: termsOf(settings) }),
  evolve: ({ detail: _, ...state }) => ({ ...state, _tag: "Running", page: state.page + 1 }),
  performs: asks
})

/** What is under way comes to its end first: the invitations in hand, and no more. */
const ends = {
  from: ["Drafted", "Approved", "Running", "Halted"],
  to: ["Stopped", "Stopping"],
  evolve: (state: Extract<Campaign.State, { _tag: "Drafted" | "Approved" | "Running" | "Halted" }>) =>
    state._tag === "Running"
      ? { ...state, _tag: "Stopping" as const }
      : { _tag: "Stopped" as const, ...Campaign.letterOf(state), sent: "sent" in state ? state.sent : 0 }
} as const

export const Stop = step({ title: { zh: "停止", en: "stop" }, by: "members.stop", ...ends })
export const Lapse = step({ title: { zh: "到期", en: "lapse" }, by: "clock", ...ends })

/** Nobody has said what became of the page in hand. */
export const Cease = step({
  title: { zh: "不再等待", en: "wait no longer" },
  from: ["Stopping"],
  to: ["Stopped"],
  by: "clock",
  evolve: (state) => ({ _tag: "Stopped", ...Campaign.letterOf(state), sent: state.sent })
})
