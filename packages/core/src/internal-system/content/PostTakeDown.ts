/**
 * A post that is out and must go: taken down once, looked for when nobody knows whether it is gone, and left where it stands only by a person.
 *
 *     Published ─TakeDown→ TakingDown ─SeeGone→ TakenDown
 *         ↑                  │    ├─KeepUp→ StillOut ─TakeDown→ TakingDown
 *         │                  │    └─LoseTrack→ MaybeGone ─SeeGone→ TakenDown
 *         └──────── LeaveOut, from where it may still stand
 *
 * @module
 */
import { Schema } from "effect"
import * as Action from "../../process/Action.ts"
import * as AtMostOnce from "../../process/AtMostOnce.ts"
import * as Post from "./Post.ts"

const { step } = Post.post

/** Why a post must go, in the words of whoever takes it down; it is tried again only after it was looked for as often as the handbook says. */
export const TakeDown = step({
  title: { zh: "删除", en: "take down" },
  from: ["Published", "StillOut", "MaybeGone"],
  to: ["TakingDown"],
  by: "content.takeDown",
  input: { reason: Schema.NonEmptyString },
  unless: (post, under) => (post._tag === "MaybeGone" ? AtMostOnce.stillLooking(post, under) : undefined),
  evolve: (post, { at, facts }) => ({
    ...Post.outOf(post._tag === "MaybeGone" ? { ...post, earlier: AtMostOnce.firstSent(post) } : post),
    _tag: "TakingDown",
    reason: facts.reason,
    since: at
  }),
  performs: {
    takeDown: ({ account, earlier, post }) => ({ account, post, ...(earlier && { earlier }) })
  }
})

/** It is gone: because it was taken down, or because it does not stand there any more. */
export const SeeGone = step({
  title: { zh: "获知已删除", en: "hear that it is gone" },
  from: ["TakingDown", "MaybeGone", "StillOut"],
  to: ["TakenDown"],
  by: "world"
})

/** It stands there, and would be kept if it were asked again: a person decides. */
export const KeepUp = step({
  title: { zh: "获知未删除", en: "hear that it is still out" },
  from: ["TakingDown"],
  to: ["StillOut"],
  by: "world",
  input: Action.refused
})

const lookWhetherItIsGone = {
  lookWhetherGone: ({ account, post }: Pick<Post.Unwanted, "account" | "post">) => ({ account, post })
}

/** It may be gone. It is not taken down a second time: it is looked for. */
export const LoseTrack = step({
  title: { zh: "删除结果不明", en: "lose track of it" },
  from: ["TakingDown"],
  to: ["MaybeGone"],
  by: "world",
  input: Action.unknown,
  evolve: (post, { facts }) => ({ ...AtMostOnce.lost(post, facts.detail), _tag: "MaybeGone" }),
  performs: lookWhetherItIsGone
})

/** No answer came at all, which is no better. */
export const HearNothing = step({
  title: { zh: "等待删除超时", en: "wait in vain for its end" },
  from: ["TakingDown"],
  to: ["MaybeGone"],
  by: "clock",
  evolve: (post) => ({ ...AtMostOnce.lost(post, AtMostOnce.noAnswer), _tag: "MaybeGone" }),
  performs: lookWhetherItIsGone
})

/** It still stands there, or cannot be seen: there are a few more looks, and then a person has to decide. */
export const StillSeen = step({
  title: { zh: "仍可见", en: "see it still" },
  from: ["MaybeGone"],
  to: ["MaybeGone"],
  by: "world",
  ...AtMostOnce.notSeen,
  evolve: (post, { facts }) => AtMostOnce.lookedOnceMore(post, facts)
})

/** It is time for the next look. */
export const SeekAgain = step({
  title: { zh: "再次核实", en: "look for it again" },
  from: ["MaybeGone"],
  to: ["MaybeGone"],
  by: "clock",
  evolve: AtMostOnce.looking,
  performs: lookWhetherItIsGone
})

/** A person has looked with their own eyes, or has taken it down by hand. */
export const FindGone = step({
  title: { zh: "确认已删除", en: "confirm that it is gone" },
  from: ["MaybeGone", "StillOut"],
  to: ["TakenDown"],
  by: "content.takeDown"
})

/** It stands, and may; should it be taken down once more, it is looked for first. */
export const LeaveOut = step({
  title: { zh: "保留", en: "leave it out" },
  from: ["MaybeGone", "StillOut"],
  to: ["Published"],
  by: "content.takeDown",
  unless: (post, under) => (post._tag === "MaybeGone" ? AtMostOnce.stillLooking(post, under) : undefined),
  evolve: (post) => ({
    ...Post.outOf(post._tag === "MaybeGone" ? { ...post, earlier: AtMostOnce.firstSent(post) } : post),
    _tag: "Published"
  })
})

/** It has stood for as long as a step may take it down. From now on whoever wants it gone takes it down at the platform. */
export const Archive = step({
  title: { zh: "归档", en: "archive" },
  from: ["Published"],
  to: ["Archived"],
  by: "clock",
  evolve: (post) => ({ ...Post.outOf(post), _tag: "Archived" })
})
