/**
 * An approved post on its way out: scheduled, sent, confirmed, or looked for.
 *
 * @module
 */
import { DateTime, Result, Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import * as Action from "../../process/Action.ts"
import { PersonId } from "../../process/Actor.ts"
import * as AtMostOnce from "../../process/AtMostOnce.ts"
import * as Face from "../../process/Face.ts"
import { nextOf } from "../../process/Presence.ts"
import * as Post from "./Post.ts"
import type { PostId } from "./Publisher.ts"

const { stay, step } = Post.post

/** What says that a post is out: from then on the publication belongs to this case, and no other case takes it for its own. */
const itsOwn = {
  input: Post.out,
  uniqueKey: ({ post }: { readonly post: PostId }) => `post ${post}`
}

/** An approved post gets its slot; one that did not get out gets another. */
export const Schedule = step({
  title: { zh: "排期", en: "schedule" },
  from: ["Approved", "Failed"],
  to: ["Scheduled"],
  by: "planning.schedule",
  input: { slot: Moment },
  decide: (_, input, { at }) => Post.inTime(input, at),
  evolve: (post, { by, facts }) => ({
    ...Post.ideaOf(post),
    _tag: "Scheduled",
    slot: facts.slot,
    review: post.review,
    by: by.person
  })
})

/** The slot has come. If nothing was running then, the moment may be gone: a person decides. */
export const Publish = step({
  title: { zh: "发布", en: "publish" },
  from: ["Scheduled"],
  to: ["Publishing", "Failed"],
  by: "clock",
  facts: { late: Schema.Boolean },
  decide: ({ slot }, _, { at, settings }) =>
    Result.succeed({ late: DateTime.isGreaterThan(at, DateTime.addDuration(slot, settings.tolerance)) }),
  evolve: (post, { at, facts }) =>
    facts.late
      ? {
          ...Post.ideaOf(post),
          _tag: "Failed",
          review: post.review,
          code: "slot-missed",
          detail: "nothing was running when its slot came"
        }
      : { ...post, _tag: "Publishing", since: at },
  performs: {
    publish: (next) => (next._tag === "Publishing" ? { ...requestOf(next), by: next.by } : undefined)
  }
})

const requestOf = ({ account, content, earlier }: Post.Idea) => ({ account, content, ...(earlier && { earlier }) })

/** From now on there is no earlier attempt to publish it that could still come. */
const published = (
  post: Pick<Post.Out, "account" | "authors" | "content" | "review" | "slot">,
  facts: Pick<Post.Out, "post" | "publishedAt">
) => {
  const { account, authors, content, review, slot } = post
  return { _tag: "Published" as const, account, authors, content, slot, review, ...facts }
}

/** It is out: also when that is heard late, after somebody has given it up or given it another slot. */
export const Confirm = step({
  title: { zh: "获知已发出", en: "hear that it is out" },
  from: ["Publishing", "Unconfirmed", "Failed", "Scheduled"],
  to: ["Published"],
  by: "world",
  ...itsOwn,
  unless: (post) =>
    (post._tag === "Failed" || post._tag === "Scheduled") && post.earlier === undefined
      ? new Post.NotThisText({ state: post._tag })
      : undefined,
  evolve: (post, { facts }) => published(post, facts)
})

/** It is not out, and would be refused again as it is. */
export const Refuse = step({
  title: { zh: "获知被拒", en: "hear that it was refused" },
  from: ["Publishing", "Unconfirmed"],
  to: ["Failed"],
  by: "world",
  input: Action.refused
})

const lookFor = {
  look: (post: Extract<Post.State, { readonly since: Moment }>) => ({
    account: post.account,
    content: post.content,
    since: AtMostOnce.firstSent(post)
  })
}

/** It may be out. It is not sent again: the timeline is looked at. */
export const LoseSight = step({
  title: { zh: "获知结果不明", en: "lose sight of it" },
  from: ["Publishing"],
  to: ["Unconfirmed"],
  by: "world",
  input: Action.unknown,
  evolve: (post, { facts }) => AtMostOnce.lost(post, facts.detail),
  performs: lookFor
})

/** No answer came at all, which is no better. */
export const TimeOut = step({
  title: { zh: "等待超时", en: "wait in vain" },
  from: ["Publishing"],
  to: ["Unconfirmed"],
  by: "clock",
  evolve: (post) => AtMostOnce.lost(post, AtMostOnce.noAnswer),
  performs: lookFor
})

/** It does not stand on the timeline, yet: there are a few more looks, and then a person has to decide. */
export const NotSeen = step({
  title: { zh: "未找到", en: "not see it" },
  from: ["Unconfirmed"],
  to: ["Unconfirmed"],
  by: "world",
  ...AtMostOnce.notSeen,
  evolve: (post, { facts }) => AtMostOnce.lookedOnceMore(post, facts)
})

/** It is time for the next look. */
export const LookAgain = step({
  title: { zh: "再次查找", en: "look again" },
  from: ["Unconfirmed"],
  to: ["Unconfirmed"],
  by: "clock",
  evolve: AtMostOnce.looking,
  performs: lookFor
})

/** A person has seen it with their own eyes. */
export const Find = step({
  title: { zh: "确认已发出", en: "confirm that it is out" },
  from: ["Unconfirmed"],
  to: ["Published"],
  by: "planning.schedule",
  ...itsOwn,
  evolve: (post, { facts }) => published(post, facts)
})

/**
 * A person has looked, and is sure that it is not out; the timeline has been looked at first, as often as the handbook says. Should it come
 * all the same, it is not sent a second time.
 */
export const GiveUp = step({
  title: { zh: "确认未发出", en: "confirm that it is not out" },
  from: ["Unconfirmed"],
  to: ["Failed"],
  by: "planning.schedule",
  unless: AtMostOnce.stillLooking,
  evolve: (post) => ({
    ...Post.ideaOf({ ...post, earlier: AtMostOnce.firstSent(post) }),
    _tag: "Failed",
    review: post.review,
    code: "not-found",
    detail: post.detail
  })
})

/** Somebody ought to have done something by now. */
export const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["InReview", "Unconfirmed", "Failed", "Missed", "OnHold", "MaybeGone", "StillOut"],
  by: "clock",
  facts: { lead: PersonId },
  decide: (_post, _input, { presence, settings: { lead, others = [] } }) =>
    Result.succeed({ lead: nextOf([lead, ...others], presence) }),
  performs: { notify: (_post, { facts }, reading) => ({ to: facts.lead, message: Face.waiting(reading) }) }
})
