/**
 * A campaign by which members are invited to follow the account: one case, however many members there are.
 *
 *     Drafted ─Approve→ Approved ─Begin→ Running ─Continue→ Finished      page by page of the list of members
 *        ↑─────Redraft─────┘                ├─Halt→ Halted ─Resume→ Running
 *                                           └─Stop→ Stopping ─Continue, Halt→ Stopped
 *
 * Each page is one action. Who is invited, the carrier asks before each member (`Inviting`), so that a page may be carried twice. At its end, whatever
 * it has come to, nothing goes out any more. This file holds the words; `InvitationCampaignProcess` holds the rules.
 *
 * @module
 */

import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import { TimeSpan } from "../../calendar/TimeSpan.ts"
import { TimeZone } from "../../calendar/TimeZone.ts"
import { Window } from "../../calendar/WorkingCalendar.ts"
import { Segment } from "../../external-system/members/Member.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import { Finding } from "../../finding/Finding.ts"
import * as Label from "../../finding/Label.ts"
import * as Forbidden from "../../internal-system/content/Forbidden.ts"
import { policy } from "../../internal-system/content/Post.ts"
import { Rules } from "../../internal-system/content/Screening.ts"
import * as Action from "../../process/Action.ts"
import { Person, PersonId } from "../../process/Actor.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import type { Called, Reading } from "../../process/Reader.ts"

/** What a handbook says of invitations at the moment at which a page of them is asked for. */
export const terms = {
  cap: Schema.Int.check(Schema.isGreaterThanOrEqualTo(1)),
  within: TimeSpan,
  quiet: Schema.optionalKey(Window),
  timeZone: TimeZone
}

/** What is to be sent, for which account, to whom, and until when. */
export const wish = {
  account: AccountId,
  subject: Schema.NonEmptyString.check(Schema.isMaxLength(100), Schema.isPattern(/^[^\p{C}\p{Zl}\p{Zp}]+$/u)).annotate(
    Label.of({ zh: "主题", en: "subject" })
  ),
  text: Schema.NonEmptyString.check(Schema.isMaxLength(5_000)).annotate(Label.of({ zh: "正文", en: "text" })),
  segments: Schema.NonEmptyArray(Segment).annotate(Label.of({ zh: "会员分组", en: "segments" })),
  until: Moment.annotate(Label.of({ zh: "到何时", en: "until" }))
}

/** Invites the members of one page of the list, as far as each may be invited. */
export const invitePage = Action.kind({
  name: "invitePage",
  request: {
    ...terms,
    account: AccountId,
    subject: Schema.String,
    text: Schema.String,
    segments: Schema.Array(Segment),
    until: Moment,
    page: Schema.Int,
    after: Schema.optionalKey(Schema.String)
  },
  done: { sent: Schema.Int, next: Schema.optionalKey(Schema.String) },
  repeatable: true
})

const drafted = { ...wish, authors: Schema.Array(PersonId) }
const approved = { ...drafted, approvedBy: Person }
const begun = {
  ...approved,
  /** Which page is under way, from 0. */
  page: Schema.Int,
  /** Where the list goes on. */
  after: Schema.optionalKey(Schema.String),
  /** As the pages have told; what became of each, the report of the campaign says. */
  sent: Schema.Int
}

/** The builders of the process, with its words. */
export const campaign = define("InvitationCampaign", {
  title: { zh: "会员邀请", en: "invitation of members" },
  settings: {
    ...terms,
    lead: policy.lead,
    others: Schema.optionalKey(Schema.Array(PersonId)),
    attention: policy.attention,
    rules: Rules,
    approvers: Schema.NonEmptyArray(PersonId),
    /** The groups of members that may be invited. */
    segments: Schema.Array(Segment),
    /** How long one campaign may last. */
    most: TimeSpan
  },
  states: {
    Drafted: { title: { zh: "草稿", en: "drafted" }, ...drafted },
    Approved: { title: { zh: "已通过", en: "approved" }, ...approved },
    Running: { title: { zh: "发送中", en: "running" }, ...begun },
    Halted: { title: { zh: "已中断", en: "halted" }, ...begun, detail: Schema.String },
    Stopping: { title: { zh: "停止中", en: "being stopped" }, ...begun },
    Finished: { title: { zh: "已完成", en: "finished" }, ...drafted, sent: Schema.Int },
    Stopped: { title: { zh: "已停止", en: "stopped" }, ...drafted, sent: Schema.Int }
  },
  actions: { invitePage, notify }
})

/** What a handbook says of invitations. */
export const Settings = campaign.Settings
/** What a handbook says of invitations. */
export type Settings = typeof Settings.Type
/** How a campaign stands. */
export type State = typeof campaign.State.Type

/** What a campaign knows throughout. */
export const letterOf = ({ account, authors, segments, subject, text, until }: State) => ({
  account,
  authors,
  segments,
  subject,
  text,
  until
})

/** The end is past, or further away than the handbook allows. */
export class BadEnd extends Schema.TaggedError<BadEnd>()("InvitationCampaign.BadEnd", {
  until: Moment,
  latest: Moment
}) {
  get said(): Bilingual {
    return {
      zh: "邀请的截止时间须晚于现在，且不超过手册允许的时长。",
      en: "Invitations end later than now, and within the time that the handbook allows."
    }
  }
  override get message() {
    return this.said.en
  }
}

/** The handbook does not let these groups be invited. */
export class OtherSegments extends Schema.TaggedError<OtherSegments>()("InvitationCampaign.OtherSegments", {
  segments: Schema.Array(Segment)
}) {
  get said(): Bilingual {
    return {
      zh: `手册不允许邀请这些会员：${this.segments.join("、")}。`,
      en: `The handbook does not let these members be invited: ${this.segments.join(", ")}.`
    }
  }
  override get message() {
    return this.said.en
  }
}

/** The letter breaks rules that nobody may wave through. */
export class NotSendable extends Schema.TaggedError<NotSendable>()("InvitationCampaign.NotSendable", {
  findings: Schema.Array(Finding)
}) {
  get said(): Bilingual {
    return Forbidden.said(this.findings)
  }
  override get message() {
    return this.said.en
  }
}

/** The handbook does not name this person among those who approve invitations. */
export class NotAnApprover extends Schema.TaggedError<NotAnApprover>()("InvitationCampaign.NotAnApprover", {
  person: PersonId
}) {
  /** Why, in both languages, with what people are called. */
  said(called: Called = (person) => person): Bilingual {
    const who = called(this.person)
    return {
      zh: `${who} 不在手册的邀请审批人之列。`,
      en: `${who} is none of those who approve invitations by the handbook.`
    }
  }
  override get message() {
    return this.said().en
  }
}

/** What people read of one that waits for them. */
export const waits = ({ about, state }: Reading): Bilingual => ({
  zh: `会员邀请「${about.zh}」现为「${state.zh}」，等待处理。`,
  en: `The invitation of members “${about.en}” is ${state.en} and waits for somebody.`
})

/** What people read of one that does not go on by itself. */
export const halted = (detail: string, { about }: Reading): Bilingual => ({
  zh: `会员邀请「${about.zh}」已中断：${detail}`,
  en: `The invitation of members “${about.en}” was halted: ${detail}`
})
