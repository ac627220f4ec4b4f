/**
 * A wave by which fans who have gone quiet are won back: one letter to each of an audience, by members' consent, but for some who are left out by lot; and later what
 * came of it.
 *
 *     Proposed ─Approve→ Running ─Continue→ Sent ─LookBack→ Comparing ─Compare→ Compared
 *        ├─Decline, Lapse→ Declined  ├─Halt→ Halted ─Resume→ Running, ─Stop→ Sent
 *                                    └─Stop, Lapse→ Stopping ─Continue, Halt, Cease→ Sent
 *
 * No other way is open: who is quiet has not written for longer than the 48 hours of a private message, and naming them in public would shame them. This file
 * holds the words; `WinBackProcess` holds the rules.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import { TimeSpan } from "../../calendar/TimeSpan.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as Label from "../../finding/Label.ts"
import * as Remark from "../../finding/Remark.ts"
import { policy } from "../../internal-system/content/Post.ts"
import { Rules } from "../../internal-system/content/Screening.ts"
import { Deed, Source } from "../../internal-system/fans/FanLife.ts"
import { Stages } from "../../internal-system/fans/LifeCycle.ts"
import * as Action from "../../process/Action.ts"
import { Person, PersonId } from "../../process/Actor.ts"
import { CaseId } from "../../process/CaseId.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import type { Reading } from "../../process/Reader.ts"
import { wish as invitation, terms as invitationTerms } from "../members/InvitationCampaign.ts"

/** Fans in one of these stages, who came from one of these sources and did one of these things; whichever is left out leaves nobody out. */
export const Audience = Schema.Struct({
  stages: Schema.NonEmptyArray(Schema.Literals(["quiet", "asleep"])).annotate(Label.of({ zh: "阶段", en: "stages" })),
  sources: Schema.optionalKey(Schema.NonEmptyArray(Source)).annotate(Label.of({ zh: "来源", en: "sources" })),
  did: Schema.optionalKey(Schema.NonEmptyArray(Deed)).annotate(Label.of({ zh: "做过的事", en: "what they did" }))
}).annotate(Label.of({ zh: "对象", en: "audience" }))
/** Whom a wave is for. */
export type Audience = typeof Audience.Type

/** What is sent, to whom, why, and until when. */
export const wish = {
  account: AccountId,
  reason: Remark.Reason,
  audience: Audience,
  subject: invitation.subject,
  text: invitation.text,
  /** The series of codes that the letter offers. */
  codes: Schema.optionalKey(CaseId.annotate(Label.of({ zh: "兑换码系列", en: "series of codes" }))),
  until: invitation.until
}

/** What a handbook says of waves at the moment at which a page of one is asked for. */
export const terms = { ...invitationTerms, stages: Stages }

const share = Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))
const { reason: _, ...letter } = wish

/** Writes to the fans of one page of the audience, as far as each may be written to. */
export const writePage = Action.kind({
  name: "winBackPage",
  request: { ...terms, ...letter, holdout: share, page: Schema.Int, after: Schema.optionalKey(Schema.String) },
  done: { sent: Schema.Int, next: Schema.optionalKey(Schema.String) },
  repeatable: true
})

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

/** How many were written to and left out, and how many of each came back. */
export const Counts = Schema.Struct({
  written: Count,
  writtenBack: Count,
  heldOut: Count,
  heldOutBack: Count,
  /** Of these it is not known any more who they were: they have asked to be forgotten. */
  erased: Count
})
/** What a wave came to. */
export type Counts = typeof Counts.Type

/** Counts who came back within so long of being written to, or left out. */
export const compare = Action.kind({
  name: "winBackCount",
  request: { account: AccountId, within: TimeSpan },
  done: Counts.fields,
  repeatable: true
})

const proposed = { ...wish, authors: Schema.Array(PersonId) }
/** What was settled when it was approved holds for the whole wave: who is left out is so to its end. */
const settled = { holdout: share, looksBack: TimeSpan }
const begun = {
  ...proposed,
  ...settled,
  approvedBy: Person,
  /** Which page is under way, from 0. */
  page: Schema.Int,
  after: Schema.optionalKey(Schema.String),
  sent: Schema.Int
}
const sent = { ...proposed, ...settled, approvedBy: Person, sent: Schema.Int, lookAt: Moment }

/** The builders of the process, with its words. */
export const wave = define("WinBack", {
  title: { zh: "粉丝召回", en: "win-back" },
  settings: {
    ...terms,
    ...settled,
    lead: policy.lead,
    others: Schema.optionalKey(Schema.Array(PersonId)),
    attention: policy.attention,
    rules: Rules,
    approvers: Schema.NonEmptyArray(PersonId),
    /** How long one wave may last. */
    most: TimeSpan
  },
  states: {
    Proposed: { title: { zh: "待审批", en: "proposed" }, ...proposed },
    Declined: { title: { zh: "未通过", en: "declined" }, ...proposed, why: Schema.optionalKey(Schema.NonEmptyString) },
    Running: { title: { zh: "发送中", en: "running" }, ...begun },
    Halted: { title: { zh: "已中断", en: "halted" }, ...begun, detail: Schema.String },
    Stopping: { title: { zh: "停止中", en: "being stopped" }, ...begun },
    Sent: { title: { zh: "已发出，待观察", en: "sent, and watched" }, ...sent },
    Comparing: { title: { zh: "统计中", en: "being counted" }, ...sent },
    Compared: { title: { zh: "已有结果", en: "compared" }, ...sent, counts: Schema.optionalKey(Counts) }
  },
  actions: { writePage, compare, notify }
})

/** What a handbook says of waves. */
export const Settings = wave.Settings
/** What a handbook says of waves. */
export type Settings = typeof Settings.Type
/** How a wave stands. */
export type State = typeof wave.State.Type
/** A wave in one of these states. */
export type In<Name extends State["_tag"]> = Extract<State, { readonly _tag: Name }>

/** What a wave knows throughout. */
export const proposedOf = ({ account, audience, authors, codes, reason, subject, text, until }: State) => ({
  account,
  audience,
  authors,
  reason,
  subject,
  text,
  until,
  ...(codes !== undefined && { codes })
})

/** What people read of one that waits for them. */
export const waits = ({ about, state }: Reading): Bilingual => ({
  zh: `粉丝召回「${about.zh}」现为「${state.zh}」，等待处理。`,
  en: `The win-back “${about.en}” is ${state.en} and waits for somebody.`
})

/** What people read of one that does not go on by itself. */
export const halted = (detail: string, { about }: Reading): Bilingual => ({
  zh: `粉丝召回「${about.zh}」已中断：${detail}`,
  en: `The win-back “${about.en}” was halted: ${detail}`
})
