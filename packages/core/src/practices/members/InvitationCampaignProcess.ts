/**
 * The rules of a campaign of invitations, as one value: somebody else approves what is sent, every page is asked for under the handbook of its moment,
 * what does not go through waits for a person, and nothing goes out behind its end.
 *
 * @module
 */
import { DateTime, Result, Schema } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import * as Bilingual from "../../finding/Bilingual.ts"
import { blocks } from "../../finding/Finding.ts"
import * as Screening from "../../internal-system/content/Screening.ts"
import * as Action from "../../process/Action.ts"
import { answerable, authority, PersonId, withAnswerable } from "../../process/Actor.ts"
import { always } from "../../process/Allowance.ts"
import type { Circumstances } from "../../process/Declaration.ts"
import { nextOf } from "../../process/Presence.ts"
import type { Reading } from "../../process/Reader.ts"
import * as Campaign from "./InvitationCampaign.ts"

const { deadline, process, start, stay, step } = Campaign.campaign

const terms = { terms: Schema.Struct(Campaign.terms) }
type Under = Circumstances<Campaign.Settings>

const termsOf = ({ cap, quiet, timeZone, within }: Campaign.Settings) => ({
  cap,
  within,
  timeZone,
  ...(quiet && { quiet })
})

/** What may be drafted: its end is near enough, its groups are those of the handbook, and the content rules have nothing against its words. */
const inOrder = <W extends Letter>(
  wish: W,
  { at, settings }: Under
): Result.Result<W, Campaign.BadEnd | Campaign.OtherSegments | Campaign.NotSendable> => {
  const latest = DateTime.addDuration(at, settings.most)
  if (DateTime.isLessThanOrEqualTo(wish.until, at) || DateTime.isGreaterThan(wish.until, latest)) {
    return Result.fail(new Campaign.BadEnd({ until: wish.until, latest }))
  }
  const others = wish.segments.filter((segment) => !settings.segments.includes(segment))
  if (others.length > 0) return Result.fail(new Campaign.OtherSegments({ segments: others }))
  const findings = Screening.ofLetters(settings.rules).screen(
    { text: `${wish.subject}\n${wish.text}`, pictures: [] },
    at
  )
  return blocks(findings) ? Result.fail(new Campaign.NotSendable({ findings })) : Result.succeed(wish)
}

type Letter = Pick<Campaign.State, "subject" | "text" | "segments" | "until">

const letterOf = ({ account, authors, segments, subject, text, until }: Campaign.State) => ({
  account,
  authors,
  segments,
  subject,
  text,
  until
})

const Draft = start({
  title: { zh: "起草", en: "draft" },
  to: ["Drafted"],
  by: "members.invite",
  input: Campaign.wish,
  decide: (input, under) => inOrder(input, under),
  evolve: ({ by, facts }) => ({ _tag: "Drafted", ...facts, authors: answerable(by) })
})

/** Whatever was approved was another letter. */
const Redraft = step({
  title: { zh: "修改", en: "draft anew" },
  from: ["Drafted", "Approved"],
  to: ["Drafted"],
  by: "members.invite",
  input: {
    subject: Campaign.wish.subject,
    text: Campaign.wish.text,
    segments: Campaign.wish.segments,
    until: Campaign.wish.until
  },
  decide: (_, input, under) => inOrder(input, under),
  evolve: (state, { by, facts }) => ({
    _tag: "Drafted",
    ...letterOf(state),
    ...facts,
    authors: withAnswerable(state.authors, by)
  })
})

/** The content rules are asked again: they may have changed. */
const Approve = step({
  title: { zh: "通过", en: "approve" },
  from: ["Drafted"],
  to: ["Approved"],
  by: "members.approve",
  unless: (_, { by, settings }) =>
    settings.approvers.includes(authority(by)) ? undefined : new Campaign.NotAnApprover({ person: authority(by) }),
  decide: (state, _, under) => Result.map(inOrder(state, under), () => ({})),
  evolve: (state, { by }) => ({ ...state, _tag: "Approved", approvedBy: by })
})

/** The page that is now under way, while the campaign runs. */
const asks = {
  invitePage: (state: Campaign.State, { facts }: { readonly facts: { readonly terms: typeof terms.terms.Type } }) => {
    if (state._tag !== "Running") return undefined
    const { account, after, page, segments, subject, text, until } = state
    return { ...facts.terms, account, subject, text, segments, until, page, ...(after !== undefined && { after }) }
  }
}

const Begin = step({
  title: { zh: "开始发送", en: "begin" },
  from: ["Approved"],
  to: ["Running"],
  by: "members.invite",
  facts: terms,
  decide: (_, __, { settings }) => Result.succeed({ terms: termsOf(settings) }),
  evolve: (state) => ({ ...letterOf(state), approvedBy: state.approvedBy, _tag: "Running", page: 0, sent: 0 }),
  performs: asks
})

/** A page is done: the next one, or the end of the list. */
const Continue = step({
  title: { zh: "获知一页已发", en: "hear that a page is done" },
  from: ["Running", "Stopping"],
  to: ["Running", "Finished", "Stopped"],
  by: "world",
  input: { sent: Schema.Int, next: Schema.optionalKey(Schema.String) },
  facts: { sent: Schema.Int, next: Schema.optionalKey(Schema.String), ...terms },
  decide: (_, input, { settings }) => Result.succeed({ ...input, terms: termsOf(settings) }),
  evolve: (state, { facts }) => {
    const sent = state.sent + facts.sent
    if (state._tag === "Stopping") return { _tag: "Stopped", ...letterOf(state), sent }
    return facts.next === undefined
      ? { _tag: "Finished", ...letterOf(state), sent }
      : { ...state, _tag: "Running", page: state.page + 1, after: facts.next, sent }
  },
  performs: asks
})

/** Somebody who is there is told. */
const toSomebody = ({ presence, settings: { lead, others = [] } }: Under): PersonId =>
  nextOf([lead, ...others], presence)

/** Invitations do not go through, or a person is needed: nothing is lost, and the page is begun anew when somebody says so. */
const Halt = step({
  title: { zh: "获知发送受阻", en: "hear that it does not go through" },
  from: ["Running", "Stopping"],
  to: ["Halted", "Stopped"],
  by: "world",
  input: Action.unknown,
  facts: { ...Action.unknown, to: PersonId },
  decide: (_, input, under) => Result.succeed({ ...input, to: toSomebody(under) }),
  evolve: (state, { facts: { detail } }) =>
    state._tag === "Stopping"
      ? { _tag: "Stopped", ...letterOf(state), sent: state.sent }
      : { ...state, _tag: "Halted", detail },
  performs: {
    notify: (state, { facts: { detail, to } }, reading) =>
      state._tag === "Halted" ? { to, message: Campaign.halted(detail, reading) } : undefined
  }
})

const Resume = step({
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
      : { _tag: "Stopped" as const, ...letterOf(state), sent: "sent" in state ? state.sent : 0 }
} as const

const Stop = step({ title: { zh: "停止", en: "stop" }, by: "members.stop", ...ends })
const Lapse = step({ title: { zh: "到期", en: "lapse" }, by: "clock", ...ends })

/** Nobody has said what became of the page in hand. */
const Cease = step({
  title: { zh: "不再等待", en: "wait no longer" },
  from: ["Stopping"],
  to: ["Stopped"],
  by: "clock",
  evolve: (state) => ({ _tag: "Stopped", ...letterOf(state), sent: state.sent })
})

const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["Drafted", "Approved", "Halted"],
  by: "clock",
  facts: { to: PersonId },
  decide: (_, __, under) => Result.succeed({ to: toSomebody(under) }),
  performs: {
    notify: (_, { facts: { to } }: { readonly facts: { readonly to: PersonId } }, reading: Reading) => ({
      to,
      message: Campaign.waits(reading)
    })
  }
})

/** A campaign by which members are invited to follow the account. */
export const InvitationCampaignProcess = process({
  about: ({ subject }) => Bilingual.same(subject),
  steps: { Draft, Redraft, Approve, Begin, Continue, Halt, Resume, Stop, Lapse, Cease, Remind },
  final: ["Finished", "Stopped"],
  deadlines: {
    end: deadline({
      title: { zh: "截止时间", en: "end" },
      while: ["Drafted", "Approved", "Running", "Halted"],
      at: ({ until }): Moment => until,
      warnAt: 1,
      fires: "Lapse"
    }),
    attention: deadline({
      title: { zh: "处理期限", en: "attention" },
      while: ["Drafted", "Approved", "Halted"],
      within: ({ attention }) => attention,
      warnAt: 1,
      fires: "Remind"
    }),
    inHand: deadline({
      title: { zh: "在途期限", en: "what is in hand" },
      while: ["Stopping"],
      within: () => always("1 day"),
      warnAt: 1,
      fires: "Cease"
    })
  },
  outcomes: { invitePage: { done: "Continue", refused: "Halt", unknown: "Halt" } },
  separate: [
    ["Draft", "Approve"],
    ["Redraft", "Approve"]
  ],
  invariants: {
    "nobody approves what they have written": (state) =>
      !("approvedBy" in state) || !answerable(state.approvedBy).some((person) => state.authors.includes(person)),
    "nothing goes out before it was approved": (state) =>
      state._tag === "Drafted" || state._tag === "Stopped" || state._tag === "Finished" || "approvedBy" in state
  }
})
