/**
 * A series of codes: drafted, approved by somebody else, given to its placements, redeemed from its first day until its last, and over.
 *
 *     Drafted ─Approve→ Approved ─Issue→ Issuing ─Kept→ Issued ─Begin→ Running ─End→ Ended
 *        ↑────Redraft──────┘                             └──Withdraw→ Changing ─Kept→ Issued, Running, Ended
 *        └─Discard, CallOff, Lapse→ Discarded                     └──Stop→ Stopping ─Kept→ Stopped
 *
 * Tills ask no case: what holds for a series is written into `Redemptions` by an action, under a revision, and what is not confirmed is not taken for done.
 * This file holds the words; `CodeSeriesProcess` holds the rules.
 *
 * @module
 */
import { Schema, Struct } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { CalendarDate } from "../../calendar/CalendarDate.ts"
import { Moment } from "../../calendar/Moment.ts"
import { TimeSpan } from "../../calendar/TimeSpan.ts"
import { TimeZone } from "../../calendar/TimeZone.ts"
import * as CodeTerms from "../../external-system/codes/CodeTerms.ts"
import { Length } from "../../external-system/codes/CodeText.ts"
import { ResourceId } from "../../external-system/Resource.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import { Finding } from "../../finding/Finding.ts"
import * as Label from "../../finding/Label.ts"
import { policy } from "../../internal-system/content/Post.ts"
import * as Action from "../../process/Action.ts"
import { Person, PersonId } from "../../process/Actor.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import type { Called, Reading } from "../../process/Reader.ts"

/** What may be changed of a draft. */
export const plan = {
  name: Schema.NonEmptyString.check(Schema.isMaxLength(100)).annotate(Label.of({ zh: "名称", en: "name" })),
  discount: Schema.NonEmptyString.check(Schema.isMaxLength(200)).annotate(
    Label.of({ zh: "每个码的优惠", en: "what a code gives" })
  ),
  firstDay: CalendarDate.annotate(Label.of({ zh: "首日", en: "first day" })),
  /** The whole day belongs to it, on the wall of the handbook's time zone. */
  lastDay: CalendarDate.annotate(Label.of({ zh: "末日（含）", en: "last day" })),
  length: Length.annotate(Label.of({ zh: "码的位数", en: "characters of a code" })),
  placements: Schema.NonEmptyArray(CodeTerms.Placement)
    .check(Schema.isMaxLength(200))
    .annotate(Label.of({ zh: "投放位置", en: "placements" }))
}

/** What is drafted, for which account. */
export const wish = { account: AccountId, ...plan }

/** What follows from a plan under a handbook. */
export const made = { from: Moment, until: Moment, words: Schema.Array(Schema.NonEmptyString), edition: Schema.Int }

/** Writes what holds for the series from now on. Twice is as good as once, and an older revision changes nothing. */
export const keepCodes = Action.kind({
  name: "keepCodes",
  request: Struct.omit(CodeTerms.Terms.fields, ["series"]),
  done: { revision: Schema.Int },
  repeatable: true
})

const drafted = { ...wish, ...made, authors: Schema.Array(PersonId) }
const approved = { ...drafted, approvedBy: Person }
const issued = {
  ...approved,
  placements: Schema.NonEmptyArray(CodeTerms.Placed),
  /** Of what was last written for the tills, from 1. */
  revision: Schema.Int
}

/** The builders of the process, with its words. */
export const series = define("CodeSeries", {
  title: { zh: "暗号系列", en: "series of codes" },
  settings: {
    lead: policy.lead,
    others: Schema.optionalKey(Schema.Array(PersonId)),
    attention: policy.attention,
    approvers: Schema.NonEmptyArray(PersonId),
    most: Schema.Int,
    longest: TimeSpan,
    /** Where codes may be placed. */
    resources: Schema.Array(ResourceId),
    words: Schema.Array(Schema.NonEmptyString),
    timeZone: TimeZone
  },
  states: {
    Drafted: { title: { zh: "草稿", en: "drafted" }, ...drafted },
    Approved: { title: { zh: "已通过", en: "approved" }, ...approved },
    Issuing: { title: { zh: "发放中", en: "being issued" }, ...issued },
    Issued: { title: { zh: "已发放，未开始", en: "issued, not begun" }, ...issued },
    Running: { title: { zh: "进行中", en: "running" }, ...issued },
    Changing: { title: { zh: "停用投放中", en: "being changed" }, ...issued },
    Stopping: { title: { zh: "停止中", en: "being stopped" }, ...issued, reason: Schema.NonEmptyString },
    Ended: { title: { zh: "已结束", en: "ended" }, ...issued },
    Stopped: { title: { zh: "已停止", en: "stopped" }, ...issued, reason: Schema.NonEmptyString },
    Discarded: { title: { zh: "已放弃", en: "discarded" }, ...drafted }
  },
  actions: { keepCodes, notify }
})

/** What a handbook says of series. */
export const Settings = series.Settings
/** What a handbook says of series. */
export type Settings = typeof Settings.Type
/** How a series stands. */
export type State = typeof series.State.Type

/** Something of the plan cannot be. */
export class NotInOrder extends Schema.TaggedError<NotInOrder>()("CodeSeries.NotInOrder", {
  findings: Schema.Array(Finding)
}) {
  get said(): Bilingual {
    const errors = this.findings.filter(({ severity }) => severity === "error")
    return {
      zh: errors.map(({ fix, message }) => `${message.zh}${fix.zh}`).join(""),
      en: errors.map(({ fix, message }) => `${message.en} ${fix.en}`).join(" ")
    }
  }
  override get message() {
    return this.said.en
  }
}

/** The handbook does not name this person among those who approve series. */
export class NotAnApprover extends Schema.TaggedError<NotAnApprover>()("CodeSeries.NotAnApprover", {
  person: PersonId
}) {
  /** Why, in both languages, with what people are called. */
  said(called: Called = (person) => person): Bilingual {
    const who = called(this.person)
    return {
      zh: `${who} 不在手册的兑换码审批人之列。`,
      en: `${who} is none of those who approve codes by the handbook.`
    }
  }
  override get message() {
    return this.said().en
  }
}

/** The series has no such placement, or it was withdrawn before. */
export class NoSuchPlacement extends Schema.TaggedError<NoSuchPlacement>()("CodeSeries.NoSuchPlacement", {
  placement: Schema.String
}) {
  get said(): Bilingual {
    return {
      zh: `没有名为「${this.placement}」的投放位置，或它已停用。`,
      en: `There is no placement ${this.placement}, or it was withdrawn.`
    }
  }
  override get message() {
    return this.said.en
  }
}

/** What people read of one that waits for them. */
export const waits = ({ about, state }: Reading): Bilingual => ({
  zh: `暗号系列「${about.zh}」现为「${state.zh}」，等待处理。`,
  en: `The series of codes “${about.en}” is ${state.en} and waits for somebody.`
})

/** What people read where the tills do not know yet what was decided. */
export const notKept = (detail: string, { about }: Reading): Bilingual => ({
  zh: `暗号系列「${about.zh}」的变更还没有送到收银端（${detail}），请点「重新送达」。`,
  en: `The tills do not know yet what was decided of the codes “${about.en}” (${detail}): send it again.`
})
