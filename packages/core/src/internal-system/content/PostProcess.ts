/**
 * The post, whole: its steps stand in `PostReview`, `PostPublication`, `PostTakeDown` and `PostDelivery`.
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
import { publication, takingDown } from "./PostDelivery.ts"
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
  steps: { ...Review, ...Publication, ...publication.steps, ...TakeDown, ...takingDown.steps },
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
      fires: "Publish",
      whenSuspended: "LetPass"
    }),
    ...publication.deadlines,
    ...takingDown.deadlines,
    atHand: deadline({
      title: { zh: "保留期", en: "time at hand" },
      while: ["Published"],
      within: ({ atHand = always("30 days") }) => atHand,
      warnAt: 1,
      fires: "Archive"
    }),
    attention: deadline({
      title: { zh: "处理期限", en: "attention" },
      while: ["Unconfirmed", "Failed", "Missed", "OnHold", "MaybeGone", "StillOut"],
      within: ({ attention }) => attention,
      warnAt: 1,
      fires: "Remind"
    })
  },
  outcomes: { ...publication.outcomes, ...takingDown.outcomes },
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
