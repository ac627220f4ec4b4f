/**
 * A post: from an idea to Weibo, by way of other people's eyes.
 *
 *     Draft ─Submit→ InReview ─Approve→ Approved ─Schedule→ Scheduled ─Publish→ Publishing ─Confirm→ Published
 *       ↑               └─RequestChanges→ ChangesRequested        └ too late ┐    ├─Refuse→ Failed ─Schedule→ Scheduled
 *       └──────── Edit, from anywhere before it is out ────────────┘        └──→ Failed    └─LoseSight→ Unconfirmed
 *
 * This file holds the words; `PostReview`, `PostPublication` and `PostTakeDown` hold the rules, and `PostProcess` is the whole.
 *
 * @module
 */
import { DateTime, Result, Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import { TimeSpan } from "../../calendar/TimeSpan.ts"
import type { Bilingual, Language } from "../../finding/Bilingual.ts"
import { Finding } from "../../finding/Finding.ts"
import * as Name from "../../finding/Name.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import * as AtMostOnce from "../../process/AtMostOnce.ts"
import type { CaseId } from "../../process/Case.ts"
import type { Called } from "../../process/Face.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import { Content } from "./Content.ts"
import { look, lookWhetherGone, out, publish, takeDown } from "./PostActions.ts"
import { AccountId } from "./Publisher.ts"
import { Review, ReviewPolicy } from "./ReviewPolicy.ts"
import * as Screening from "./Screening.ts"

export { look, lookWhetherGone, out, publish, takeDown } from "./PostActions.ts"
export { Needs, Review, ReviewPolicy } from "./ReviewPolicy.ts"

/** What is published where and when, and everyone who answers for the text, the author first. */
const idea = {
  account: AccountId,
  authors: Schema.NonEmptyArray(PersonId),
  content: Content,
  slot: Moment,
  ...AtMostOnce.givenUp
}
const reviewed = { ...idea, review: Review }
/** A post with its slot, and who gave it that: whoever publishes it, though the clock sends it. */
const scheduled = { ...reviewed, by: PersonId }
/** A post whose publication has begun, and since when. */
const sent = { ...scheduled, ...AtMostOnce.sent }
/** A post that must go, and why; `earlier` is when taking it down was first tried, if that may still come about. */
const unwanted = { ...reviewed, ...out, reason: Schema.NonEmptyString }

/** What a handbook decides about posts, beside the rules for their content. */
export const policy = {
  review: ReviewPolicy,
  lead: PersonId.annotate(Name.urgent).annotateKey({ description: "Who is told when something waits too long." }),
  attention: Allowance.annotateKey({
    description: "How long a post may wait for a person to decide before they are reminded."
  }),
  tolerance: TimeSpan.annotateKey({ description: "How late a post may still go out by itself." }),
  atHand: Schema.optionalKey(Allowance).annotateKey({
    description: "How long a post that is out can be taken down by a step; 30 days unless it is said."
  }),
  ...AtMostOnce.policy
}

/** The builders of the process, with its words. */
export const post = define("Post", {
  title: { zh: "微博", en: "post" },
  settings: { ...policy, rules: Screening.Rules },
  states: {
    Draft: { title: { zh: "草稿", en: "draft" }, ...idea },
    InReview: { title: { zh: "审核中", en: "in review" }, ...reviewed },
    ChangesRequested: { title: { zh: "待修改", en: "to be changed" }, ...idea, note: Schema.String, by: PersonId },
    Approved: { title: { zh: "已通过", en: "approved" }, ...reviewed },
    Scheduled: { title: { zh: "已排期", en: "scheduled" }, ...scheduled },
    Publishing: { title: { zh: "发布中", en: "on its way" }, ...sent },
    Published: { title: { zh: "已发布", en: "out" }, ...reviewed, ...out },
    TakingDown: { title: { zh: "删除中", en: "being taken down" }, ...unwanted, ...AtMostOnce.sent },
    MaybeGone: { title: { zh: "是否已删除不明", en: "perhaps gone" }, ...unwanted, ...AtMostOnce.unconfirmed },
    StillOut: { title: { zh: "仍未删除", en: "still out" }, ...unwanted, code: Schema.String, detail: Schema.String },
    TakenDown: { title: { zh: "已删除", en: "taken down" }, ...unwanted },
    Archived: { title: { zh: "已归档", en: "archived" }, ...reviewed, ...out },
    Unconfirmed: { title: { zh: "结果不明", en: "of unknown outcome" }, ...scheduled, ...AtMostOnce.unconfirmed },
    Failed: { title: { zh: "未发出", en: "not out" }, ...reviewed, code: Schema.String, detail: Schema.String },
    Missed: { title: { zh: "错过时间", en: "missed its slot" }, ...idea, was: Schema.String, detail: Schema.String },
    OnHold: { title: { zh: "暂缓", en: "on hold" }, ...idea, reason: Schema.String },
    Withdrawn: { title: { zh: "已撤回", en: "withdrawn" }, ...idea, reason: Schema.String }
  },
  actions: { publish, look, takeDown, lookWhetherGone, notify }
})

/** What a handbook says of posts. */
export const Settings = post.Settings
/** What a handbook says of posts. */
export type Settings = typeof Settings.Type
/** Where a post stands. */
export type State = typeof post.State.Type

/** What stays the same wherever a post stands. */
export type Idea = Omit<Extract<State, { readonly _tag: "Draft" }>, "_tag">

/** The idea of a post, without what only its present state knows. */
export const ideaOf = ({ account, authors, content, earlier, slot }: Idea): Idea => ({
  account,
  authors,
  content,
  slot,
  ...(earlier && { earlier })
})

/** A post that is out. */
export type Out = Omit<Extract<State, { readonly _tag: "Published" }>, "_tag">
/** A post that is out and must go. */
export type Unwanted = Omit<Extract<State, { readonly _tag: "TakenDown" }>, "_tag">

/** A post that is out, without what only its present state knows. */
export const outOf = (post: Out): Out => ({
  ...ideaOf(post),
  review: post.review,
  post: post.post,
  publishedAt: post.publishedAt
})

/** A post that must go, without what only its present state knows. */
export const unwantedOf = (post: Unwanted): Unwanted => ({ ...outOf(post), reason: post.reason })

/** The content breaks rules that nobody may wave through. */
export class NotPublishable extends Schema.TaggedError<NotPublishable>()("Post.NotPublishable", {
  findings: Schema.Array(Finding)
}) {
  get said(): Bilingual {
    const said = this.findings.filter(({ severity }) => severity === "error").map(({ message }) => message)
    const once = (language: Language) => [...new Set(said.map((one) => one[language]))]
    return {
      zh: `内容规则不允许：${once("zh").join("")}`,
      en: `The content rules forbid it: ${once("en").join(" ")}`
    }
  }
  override get message() {
    return this.said.en
  }
}

/** Without the author, there are not enough approvers left. */
export class TooFewApprovers extends Schema.TaggedError<TooFewApprovers>()("Post.TooFewApprovers", {
  needed: Schema.Int,
  left: Schema.Array(PersonId)
}) {
  get said(): Bilingual {
    return {
      zh: `需要 ${this.needed} 人通过，而除作者外只有 ${this.left.length} 人可以审核。`,
      en: `${this.needed} must approve, and besides its authors only ${this.left.length} could.`
    }
  }
  override get message() {
    return this.said.en
  }
}

/** The handbook does not name this person among the approvers. */
export class NotAnApprover extends Schema.TaggedError<NotAnApprover>()("Post.NotAnApprover", { person: PersonId }) {
  /** Why, in both languages, with what people are called. */
  said(called: Called = (person) => person): Bilingual {
    return {
      zh: `${called(this.person)} 不是这条微博的审核人。`,
      en: `${called(this.person)} is not among the approvers of this post.`
    }
  }
  override get message() {
    return this.said().en
  }
}

/** One person, one approval, in whosever place. */
export class AlreadyApproved extends Schema.TaggedError<AlreadyApproved>()("Post.AlreadyApproved", {
  person: PersonId
}) {
  /** Why, in both languages, with what people are called. */
  said(called: Called = (person) => person): Bilingual {
    return {
      zh: `${called(this.person)} 已经通过了这条微博。`,
      en: `${called(this.person)} has approved this already.`
    }
  }
  override get message() {
    return this.said().en
  }
}

/** No attempt to publish this text is on its way: what is out must be another one. */
export class NotThisText extends Schema.TaggedError<NotThisText>()("Post.NotThisText", { state: Schema.String }) {
  get said(): Bilingual {
    return {
      zh: "这条微博没有还在途中的发布；已发出的是另一段文字。",
      en: `The post is ${this.state}, and no attempt to publish it as it is may still come: what is out is another text.`
    }
  }
  override get message() {
    return this.said.en
  }
}

/** A slot lies in the future. */
export class SlotIsPast extends Schema.TaggedError<SlotIsPast>()("Post.SlotIsPast", { slot: Moment, now: Moment }) {
  get said(): Bilingual {
    return {
      zh: "该时段已过，请另选一个。",
      en: "The slot is past; choose one that is still to come."
    }
  }
  override get message() {
    return this.said.en
  }
}

/** What a person is told about a post that waits for somebody. */
export const waiting = (state: State, id: CaseId): Bilingual => ({
  zh: `微博「${id}」停在「${state._tag}」，需要有人处理。`,
  en: `Post ${id} is still ${state._tag}; somebody has to decide what happens to it.`
})

/** The same, if its slot is still to come. */
export const inTime = <A extends { readonly slot: Moment }>(chosen: A, now: Moment): Result.Result<A, SlotIsPast> =>
  DateTime.isGreaterThan(chosen.slot, now)
    ? Result.succeed(chosen)
    : Result.fail(new SlotIsPast({ slot: chosen.slot, now }))
