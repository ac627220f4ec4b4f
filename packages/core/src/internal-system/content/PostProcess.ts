/**
 * The post, whole: its steps stand in `PostReview`, `PostPublication` and `PostTakeDown`.
 *
 * Nothing goes out that was not approved by as many others as the handbook demands; an edit begins anew; a hold is left only backwards;
 * what nobody can be sure of is looked for, never sent again; what is out can be taken down for a while.
 *
 * @module
 */
import * as Bilingual from "../../finding/Bilingual.ts"
import { answerable, authority } from "../../process/Actor.ts"
import { always } from "../../process/Allowance.ts"
import * as Post from "./Post.ts"
import * as Publication from "./PostPublication.ts"
import * as Review from "./PostReview.ts"
import * as TakeDown from "./PostTakeDown.ts"

const { deadline, process } = Post.post

/** A post, from an idea to Weibo. */
export const PostProcess = process({
  about: ({ content }) => Bilingual.same(content.text),
  promised: () => ({ zh: "按时发布", en: "goes out at its slot" }),
  awaits: (post) =>
    post._tag === "InReview"
      ? post.review.approvers.filter((person) => !post.review.given.map(authority).includes(person))
      : post._tag === "ChangesRequested"
        ? post.authors
        : [],
  steps: { ...Review, ...Publication, ...TakeDown },
  final: ["Archived", "TakenDown", "Withdrawn"],
  deadlines: {
    slot: deadline({
      title: { zh: "发布时间", en: "slot" },
      while: ["Draft", "InReview", "ChangesRequested", "Approved"],
      at: (post) => post.slot,
      fires: "MissSlot"
    }),
    review: deadline({
      title: { zh: "审核期限", en: "review" },
      while: ["InReview"],
      within: ({ review }) => review.within,
      fires: "Remind"
    }),
    publication: deadline({
      title: { zh: "发布时间", en: "publication" },
      while: ["Scheduled"],
      at: (post) => post.slot,
      fires: "Publish"
    }),
    patience: deadline({
      title: { zh: "等待答复", en: "patience" },
      while: ["Publishing"],
      within: ({ patience }) => always(patience),
      fires: "TimeOut"
    }),
    nextLook: deadline({
      title: { zh: "下次查找", en: "next look" },
      while: ["Unconfirmed"],
      at: (post) => post.nextLook,
      fires: "LookAgain"
    }),
    answer: deadline({
      title: { zh: "等待删除答复", en: "answer" },
      while: ["TakingDown"],
      within: ({ patience }) => always(patience),
      fires: "HearNothing"
    }),
    nextSeek: deadline({
      title: { zh: "下次核实", en: "next look for it" },
      while: ["MaybeGone"],
      at: (post) => post.nextLook,
      fires: "SeekAgain"
    }),
    atHand: deadline({
      title: { zh: "保留期", en: "time at hand" },
      while: ["Published"],
      within: ({ atHand = always("30 days") }) => atHand,
      fires: "Archive"
    }),
    attention: deadline({
      title: { zh: "处理期限", en: "attention" },
      while: ["Unconfirmed", "Failed", "Missed", "OnHold", "MaybeGone", "StillOut"],
      within: ({ attention }) => attention,
      fires: "Remind"
    })
  },
  outcomes: {
    publish: { done: "Confirm", refused: "Refuse", unknown: "LoseSight" },
    look: { done: "Confirm", refused: "NotSeen", unknown: "NotSeen" },
    takeDown: { done: "SeeGone", refused: "KeepUp", unknown: "LoseTrack" },
    lookWhetherGone: { done: "SeeGone", refused: "StillSeen", unknown: "StillSeen" }
  },
  separate: [
    ["Compose", "Approve"],
    ["Edit", "Approve"]
  ],
  invariants: {
    "what is approved has as many approvals as it needs": (post) =>
      !("review" in post) || post._tag === "InReview" || post.review.given.length >= post.review.needed,
    "a review needs somebody": (post) => !("review" in post) || post.review.needed > 0,
    "nobody approves twice": (post) =>
      !("review" in post) ||
      [post.review.given.map(authority), post.review.given.map(({ person }) => person)].every(
        (people) => new Set(people).size === people.length
      ),
    "no author is an approver": (post) =>
      !("review" in post) || !post.review.given.flatMap(answerable).some((person) => post.authors.includes(person))
  }
})
