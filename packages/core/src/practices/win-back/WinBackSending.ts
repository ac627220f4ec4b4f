/**
 * How a wave goes out, page by page, until its audience is through or somebody ends it: then it is watched what comes of it.
 *
 * @module
 */
import { DateTime, Result, Schema } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import * as Action from "../../process/Action.ts"
import { PersonId } from "../../process/Actor.ts"
import { leadNow } from "../../process/Presence.ts"
import * as WinBack from "./WinBack.ts"
import * as Page from "./WinBackPage.ts"

const { step } = WinBack.wave

type Begun = WinBack.In<"Running" | "Halted" | "Stopping">

/** What has gone out is watched for as long as was settled. */
const watched = (state: Begun, at: Moment, sent = state.sent) => {
  const { approvedBy, holdout, looksBack } = state
  const lookAt = DateTime.addDuration(at, looksBack)
  return { ...WinBack.proposedOf(state), approvedBy, holdout, looksBack, sent, lookAt, _tag: "Sent" as const }
}

const done = { sent: Schema.Int, next: Schema.optionalKey(Schema.String) }

export const Continue = step({
  title: { zh: "获知一页已发", en: "hear that a page is done" },
  from: ["Running", "Stopping"],
  to: ["Running", "Sent"],
  by: "world",
  input: done,
  facts: { ...done, ...Page.terms },
  decide: (_, input, { settings }) => Result.succeed({ ...input, terms: Page.termsOf(settings) }),
  evolve: (state, { at, facts: { next, sent } }) =>
    state._tag === "Stopping" || next === undefined
      ? watched(state, at, state.sent + sent)
      : { ...state, _tag: "Running", page: state.page + 1, after: next, sent: state.sent + sent },
  performs: Page.asks
})

export const Halt = step({
  title: { zh: "获知发送受阻", en: "hear that it does not go through" },
  from: ["Running", "Stopping"],
  to: ["Halted", "Sent"],
  by: "world",
  input: Action.unknown,
  facts: { ...Action.unknown, to: PersonId },
  decide: (_, input, under) => Result.succeed({ ...input, to: leadNow(under) }),
  evolve: (state, { at, facts: { detail } }) =>
    state._tag === "Stopping" ? watched(state, at) : { ...state, _tag: "Halted", detail },
  performs: {
    notify: (state, { facts: { detail, to } }, reading) =>
      state._tag === "Halted" ? { to, message: WinBack.halted(detail, reading) } : undefined
  }
})

export const Resume = step({
  title: { zh: "继续发送", en: "go on" },
  from: ["Halted"],
  to: ["Running"],
  by: "winBack.propose",
  facts: Page.terms,
  decide: (_, __, { settings }) => Result.succeed({ terms: Page.termsOf(settings) }),
  evolve: ({ detail: _, ...state }) => ({ ...state, _tag: "Running", page: state.page + 1 }),
  performs: Page.asks
})

/** The letters in hand come to their end first, and no more. */
export const Stop = step({
  title: { zh: "停止", en: "stop" },
  from: ["Running", "Halted"],
  to: ["Stopping", "Sent"],
  by: "winBack.stop",
  evolve: (state, { at }) => (state._tag === "Running" ? { ...state, _tag: "Stopping" } : watched(state, at))
})

export const Lapse = step({
  title: { zh: "到期", en: "lapse" },
  from: ["Proposed", "Running", "Halted"],
  to: ["Declined", "Stopping", "Sent"],
  by: "clock",
  evolve: (state, { at }) => {
    if (state._tag === "Proposed") return { ...state, _tag: "Declined" }
    return state._tag === "Running" ? { ...state, _tag: "Stopping" } : watched(state, at)
  }
})

/** Nobody has said what became of the page in hand. */
export const Cease = step({
  title: { zh: "不再等待", en: "wait no longer" },
  from: ["Stopping"],
  to: ["Sent"],
  by: "clock",
  evolve: (state, { at }) => watched(state, at)
})
