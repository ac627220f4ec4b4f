/**
 * The post, whole: its steps stand in `PostReview` and `PostPublication`.
 *
 * Nothing goes out that was not approved by as many others as the handbook demands; an edit begins anew; a hold is left only backwards;
 * what nobody can be sure of is looked for, never sent again.
 *
 * @module
 */
import { answerable, authority } from "../../process/Actor.ts"
import { always } from "../../process/Allowance.ts"
import * as Post from "./Post.ts"
import * as Publication from "./PostPublication.ts"
import * as Review from "./PostReview.ts"

const { deadline, process } = Post.post

/** A post, from an idea to Weibo. */
export const PostProcess = process("Post", {
  steps: { ...Review, ...Publication },
  final: ["Published", "Withdrawn"],
  deadlines: {
    slot: deadline({
      while: ["Draft", "InReview", "ChangesRequested", "Approved"],
      at: (post) => post.slot,
      fires: "MissSlot"
    }),
    review: deadline({ while: ["InReview"], within: ({ review }) => review.within, fires: "Remind" }),
    publication: deadline({ while: ["Scheduled"], at: (post) => post.slot, fires: "Publish" }),
    patience: deadline({ while: ["Publishing"], within: ({ patience }) => always(patience), fires: "TimeOut" }),
    nextLook: deadline({ while: ["Unconfirmed"], at: (post) => post.nextLook, fires: "LookAgain" }),
    attention: deadline({
      while: ["Unconfirmed", "Failed", "Missed", "OnHold"],
      within: ({ attention }) => attention,
      fires: "Remind"
    })
  },
  outcomes: {
    publish: { done: "Confirm", refused: "Refuse", unknown: "LoseSight" },
    look: { done: "Confirm", refused: "NotSeen", unknown: "NotSeen" }
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
