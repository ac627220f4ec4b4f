/**
 * A post on its way to approval: written, read by others, changed, held.
 *
 * @module
 */
import { Result } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import * as Finding from "../../finding/Finding.ts"
import * as Remark from "../../finding/Remark.ts"
import { answerable, authority, type PersonId, withAnswerable } from "../../process/Actor.ts"
import * as AtMostOnce from "../../process/AtMostOnce.ts"
import { BoundContent, Content, isBound } from "./Content.ts"
import { OfCategory } from "./ContentMix.ts"
import * as Post from "./Post.ts"
import * as Screening from "./Screening.ts"

const { start, step } = Post.post

/** Somebody has an idea, and a slot for it. */
export const Compose = start({
  title: { zh: "撰写", en: "write" },
  to: ["Draft"],
  by: "content.compose",
  input: { account: AccountId, content: BoundContent, slot: Post.Slot, category: OfCategory },
  facts: { account: AccountId, content: Content, slot: Post.Slot, category: OfCategory },
  advises: ({ content }, { at, settings }) => Post.against(content, settings, at),
  decide: (input, { at }) => Post.inTime(input, at),
  evolve: ({ by, facts }) => ({ ...facts, _tag: "Draft", authors: answerable(by) })
})

/**
 * Whatever was approved was another text: an edit begins anew, and whoever answers for it becomes an author. An earlier attempt concerns it no
 * more, unless its content stays as it was.
 */
export const Edit = step({
  title: { zh: "修改", en: "edit" },
  from: ["Draft", "InReview", "ChangesRequested", "Approved", "Scheduled", "Failed", "Missed"],
  to: ["Draft"],
  by: "content.compose",
  input: { content: BoundContent, slot: Post.Slot },
  facts: { content: Content, slot: Post.Slot },
  advises: (_, { content }, { at, settings }) => Post.against(content, settings, at),
  // Pictures of posts from before they were bound to their bytes are chosen anew.
  opensWith: ({ content, slot }) => ({ content: { ...content, pictures: content.pictures.filter(isBound) }, slot }),
  decide: (_, input, { at }) => Post.inTime(input, at),
  evolve: ({ account, authors, before, category, content, earlier }, { by, facts }) => ({
    _tag: "Draft",
    account,
    ...(category && { category }),
    authors: withAnswerable(authors, by),
    content: facts.content,
    slot: facts.slot,
    ...AtMostOnce.turned(content, facts.content, { before, earlier })
  })
})

/** The content rules are asked, and the handbook's approvers of this moment are written down. */
export const Submit = step({
  title: { zh: "送审", en: "submit" },
  from: ["Draft", "ChangesRequested"],
  to: ["InReview"],
  by: "content.compose",
  facts: { review: Post.Review },
  advises: ({ content }, _, { at, settings }) => Post.against(content, settings, at),
  decide: ({ authors, content }, _, { at, settings }) => {
    const findings = Screening.of(settings.rules).screen(content, at)
    if (Finding.blocks(findings)) return Result.fail(new Post.NotPublishable({ findings }))
    return Result.map(askedToReview(settings.review, authors), (asked) => ({
      review: { ...asked, given: [], findings }
    }))
  }
})

/** Everyone but the authors may be asked, and "all" means all of them. */
const askedToReview = ({ approvers, needs }: Post.ReviewPolicy, authors: ReadonlyArray<PersonId>) => {
  const left = [...new Set(approvers)].filter((person) => !authors.includes(person))
  const needed = needs === "any" ? 1 : needs === "all" ? Math.max(left.length, 1) : needs.quorum
  return left.length < needed
    ? Result.fail(new Post.TooFewApprovers({ needed, left }))
    : Result.succeed({ approvers: left, needed })
}

/**
 * An approver agrees, for themselves or openly in the place of an absent one; the last one needed makes it approved. Two approvals are
 * two approvers and two pairs of eyes.
 */
export const Approve = step({
  title: { zh: "通过", en: "approve" },
  from: ["InReview"],
  to: ["InReview", "Approved"],
  by: "content.approve",
  unless: ({ authors, review }, { by }) => {
    const person = authority(by)
    if (!review.approvers.includes(person)) return new Post.NotAnApprover({ person })
    // Who wrote it for another case has not composed it here.
    if (authors.includes(by.person)) return new Post.NotAnApprover({ person: by.person })
    if (review.given.some((one) => authority(one) === person)) return new Post.AlreadyApproved({ person })
    return review.given.some((one) => one.person === by.person)
      ? new Post.AlreadyApproved({ person: by.person })
      : undefined
  },
  evolve: (post, { by }) => {
    const review = { ...post.review, given: [...post.review.given, by] }
    return { ...Post.ideaOf(post), _tag: review.given.length < review.needed ? "InReview" : "Approved", review }
  }
})

/** An approver says what has to change. */
export const RequestChanges = step({
  title: { zh: "要求修改", en: "ask for changes" },
  from: ["InReview"],
  to: ["ChangesRequested"],
  by: "content.approve",
  input: { note: Remark.Note },
  evolve: (post, { by, facts }) => ({ ...Post.ideaOf(post), _tag: "ChangesRequested", note: facts.note, by: by.person })
})

/** Something has happened in the world, and this must not go out now. */
export const Hold = step({
  title: { zh: "暂缓", en: "hold" },
  from: ["Draft", "InReview", "ChangesRequested", "Approved", "Scheduled"],
  to: ["OnHold"],
  by: "monitoring.hold",
  input: { reason: Remark.Reason }
})

/** The way out of a hold leads backwards: the world has changed, so the text is read again. */
export const Release = step({
  title: { zh: "解除暂缓", en: "release" },
  from: ["OnHold"],
  to: ["Draft"],
  by: "monitoring.hold"
})

/** The post will not be published. */
export const Withdraw = step({
  title: { zh: "撤回", en: "withdraw" },
  from: ["Draft", "InReview", "ChangesRequested", "Approved", "Scheduled", "Failed", "Missed", "OnHold"],
  to: ["Withdrawn"],
  by: "content.withdraw",
  input: { reason: Remark.Reason }
})

/** Its time has come, and nobody has got it ready: it becomes somebody's task, not a silent loss. */
export const MissSlot = step({
  title: { zh: "错过时间", en: "miss its slot" },
  from: ["Draft", "InReview", "ChangesRequested", "Approved"],
  to: ["Missed"],
  by: "clock",
  evolve: (post) => ({ ...Post.ideaOf(post), _tag: "Missed", was: post._tag, detail: whyNotReady(post) })
})

const whyNotReady = (post: Extract<Post.State, { _tag: "Draft" | "InReview" | "ChangesRequested" | "Approved" }>) => {
  switch (post._tag) {
    case "Draft":
      return "nobody had submitted it for review"
    case "InReview":
      return `it had ${post.review.given.length} of ${post.review.needed} approvals`
    case "ChangesRequested":
      return post.note
    case "Approved":
      return "nobody had scheduled it"
  }
}
