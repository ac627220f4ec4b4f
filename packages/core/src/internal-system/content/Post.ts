/**
 * A post: from an idea to Weibo, by way of other people's eyes.
 *
 *     Draft ─Submit→ InReview ─Approve→ Approved ─Schedule→ Scheduled ─Publish→ Publishing ─Confirm→ Published
 *       ↑               └─RequestChanges→ ChangesRequested        └ too late ┐    ├─Refuse→ Failed ─Schedule→ Scheduled
 *       └──────── Edit, from anywhere before it is out ────────────┘        └──→ Failed    └─LoseSight→ Unconfirmed
 *
 * From Approved, Scheduled or Failed a person may have it published at once: PublishNow leads to Publishing.
 *
 * The words stand here, the rules in `PostReview`, `PostPublication` and `PostTakeDown`; `PostProcess` is the whole.
 *
 * @module
 */

import { DateTime, Result, Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import { TimeSpan } from "../../calendar/TimeSpan.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import { Finding } from "../../finding/Finding.ts"
import * as Label from "../../finding/Label.ts"
import * as Name from "../../finding/Name.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import * as AtMostOnce from "../../process/AtMostOnce.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import type { Called } from "../../process/Reader.ts"
import type { Content } from "./Content.ts"
import * as Forbidden from "./Forbidden.ts"
import { idea, publication, reviewed, takingDown } from "./PostDelivery.ts"
import { ReviewPolicy } from "./ReviewPolicy.ts"
import * as Screening from "./Screening.ts"

/** When it goes out. */
export const Slot = Moment.annotate(Label.of({ zh: "发布时间", en: "slot" }))

/** Publishes a post; never twice. */
export const publish = publication.actions.publish
/** Looks whether a post is out. */
export const look = publication.actions.look
/** Takes a post down. */
export const takeDown = takingDown.actions.takeDown
/** Looks whether a post is gone. */
export const lookWhetherGone = takingDown.actions.lookWhetherGone
export { Needs, Review, ReviewPolicy } from "./ReviewPolicy.ts"

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

/** Who is told where the lead is not there, in turn. */
export const others = Schema.optionalKey(Schema.Array(PersonId))

/** The builders of the process, with its words. */
export const post = define("Post", {
  title: { zh: "微博", en: "post" },
  settings: { ...policy, others, rules: Screening.Rules },
  states: {
    Draft: { title: { zh: "草稿", en: "draft" }, ...idea },
    InReview: { title: { zh: "审核中", en: "in review" }, ...reviewed },
    ChangesRequested: { title: { zh: "待修改", en: "to be changed" }, ...idea, note: Schema.String, by: PersonId },
    Approved: { title: { zh: "已通过", en: "approved" }, ...reviewed },
    ...publication.states,
    ...takingDown.states,
    Archived: { ...publication.states.Published, title: { zh: "已归档", en: "archived" } },
    Missed: { title: { zh: "错过时间", en: "missed its slot" }, ...idea, was: Schema.String, detail: Schema.String },
    OnHold: { title: { zh: "暂缓", en: "on hold" }, ...idea, reason: Schema.String },
    Withdrawn: { title: { zh: "已撤回", en: "withdrawn" }, ...idea, reason: Schema.String }
  },
  actions: { ...publication.actions, ...takingDown.actions, notify }
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
export const ideaOf = ({ account, authors, before, category, content, earlier, slot }: Idea): Idea => {
  const idea = { account, authors, content, slot }
  // Nearly always there is no more to it.
  if (before === undefined && earlier === undefined && category === undefined) return idea
  return { ...idea, ...(category && { category }), ...(before && { before }), ...(earlier && { earlier }) }
}

/** A post that is out. */
export type Out = Omit<Extract<State, { readonly _tag: "Published" }>, "_tag">

/** A post that is out, without what only its present state knows. */
export const outOf = ({ by, post, publishedAt, review, ...state }: Out): Out => ({
  ...ideaOf(state),
  review,
  by,
  post,
  publishedAt
})

/** What the content rules say of it while it is written. */
export const against = (
  content: Content | undefined,
  { rules }: Pick<Settings, "rules">,
  at: Moment
): ReadonlyArray<Finding> => (content === undefined ? [] : Screening.of(rules).screen(content, at))

/** The content breaks rules that nobody may wave through. */
export class NotPublishable extends Schema.TaggedError<NotPublishable>()("Post.NotPublishable", {
  findings: Schema.Array(Finding)
}) {
  get said(): Bilingual {
    return Forbidden.said(this.findings)
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

/** The same, if its slot is still to come. */
export const inTime = <A extends { readonly slot: Moment }>(chosen: A, now: Moment): Result.Result<A, SlotIsPast> =>
  DateTime.isGreaterThan(chosen.slot, now)
    ? Result.succeed(chosen)
    : Result.fail(new SlotIsPast({ slot: chosen.slot, now }))
