/**
 * An approved post on its way out: scheduled, and sent. How it comes out, once, stands in `PostDelivery`.
 *
 * @module
 */
import { DateTime, Result, Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import * as Finding from "../../finding/Finding.ts"
import { answerable, authority, Person, PersonId } from "../../process/Actor.ts"
import * as Face from "../../process/Face.ts"
import { leadNow } from "../../process/Presence.ts"
import { Content } from "./Content.ts"
import * as Post from "./Post.ts"
import { publication } from "./PostDelivery.ts"

const { start, stay, step } = Post.post

/** An approved post gets its slot; one that did not get out gets another. */
export const Schedule = step({
  title: { zh: "排期", en: "schedule" },
  from: ["Approved", "Failed"],
  to: ["Scheduled"],
  by: "planning.schedule",
  input: { slot: Post.Slot },
  opensWith: ({ slot }) => ({ slot }),
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
    facts.late ? missed(post, "nothing was running when its slot came") : { ...post, _tag: "Publishing", since: at },
  performs: publication.sends
})

/** The slot has come while nothing may go out: the world may be another when that is over, so a person decides. */
export const LetPass = step({
  title: { zh: "时间已过", en: "let its slot pass" },
  from: ["Scheduled"],
  to: ["Failed"],
  by: "clock",
  evolve: (post) => missed(post, "nothing was to go out when its slot came")
})

const missed = (post: Extract<Post.State, { readonly _tag: "Scheduled" }>, detail: string) => ({
  ...post,
  _tag: "Failed" as const,
  code: "slot-missed",
  detail
})

/** Somebody with their hand on it sends it at once, and answers for that it goes out now. */
export const PublishNow = step({
  title: { zh: "立即发布", en: "publish now" },
  from: ["Approved", "Scheduled", "Failed"],
  to: ["Publishing"],
  by: "planning.schedule",
  evolve: (post, { at, by }) => ({
    ...Post.ideaOf(post),
    _tag: "Publishing",
    slot: at,
    review: post.review,
    by: by.person,
    since: at
  }),
  performs: publication.sends
})

/**
 * A case that has had its words approved says them at once: a statement in a crisis. Only such a case orders it. One of the handbook's approvers has to have
 * approved them, who is no author: in a crisis nobody waits for the others.
 */
export const Issue = start({
  title: { zh: "发布声明", en: "issue" },
  to: ["Publishing"],
  by: "world",
  input: {
    account: AccountId,
    content: Content,
    authors: Schema.NonEmptyArray(PersonId),
    approvedBy: Person
  },
  decide: (input, { at, settings }) => {
    const findings = Post.against(input.content, settings, at)
    if (Finding.blocks(findings)) return Result.fail(new Post.NotPublishable({ findings }))
    const person = authority(input.approvedBy)
    if (!settings.review.approvers.includes(person)) return Result.fail(new Post.NotAnApprover({ person }))
    return input.authors.some((person) => answerable(input.approvedBy).includes(person))
      ? Result.fail(new Post.TooFewApprovers({ needed: 1, left: [] }))
      : Result.succeed(input)
  },
  evolve: ({ at, facts: { account, approvedBy, authors, content } }) => ({
    _tag: "Publishing",
    account,
    authors,
    content,
    slot: at,
    review: { approvers: [authority(approvedBy)], needed: 1, given: [approvedBy], findings: [] },
    by: approvedBy.person,
    since: at
  }),
  performs: publication.sends
})

/** Somebody ought to have done something by now. */
export const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["InReview", "Unconfirmed", "Failed", "Missed", "OnHold", "MaybeGone", "StillOut"],
  by: "clock",
  facts: { lead: PersonId },
  decide: (_post, _input, circumstances) => Result.succeed({ lead: leadNow(circumstances) }),
  performs: { notify: (_post, { facts }, reading) => ({ to: facts.lead, message: Face.waiting(reading) }) }
})
