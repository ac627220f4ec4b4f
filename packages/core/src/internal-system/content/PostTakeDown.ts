/**
 * A post that is out and must go: taken down once, and left where it stands only by a person. What becomes of that stands in `PostDelivery`.
 *
 *     Published ─TakeDown→ TakingDown ─SeeGone→ TakenDown
 *         ↑                  │    ├─KeepUp→ StillOut ─TakeDown→ TakingDown
 *         │                  │    └─LoseTrack→ MaybeGone ─SeeGone→ TakenDown, ─FindStanding→ StillOut
 *         └──────── LeaveOut, from StillOut
 *
 * @module
 */
import * as Remark from "../../finding/Remark.ts"
import * as Post from "./Post.ts"
import { takingDown } from "./PostDelivery.ts"

const { step } = Post.post

/** Why a post must go, in the words of whoever takes it down. */
export const TakeDown = step({
  title: { zh: "删除", en: "take down" },
  from: ["Published", "StillOut"],
  to: ["TakingDown"],
  by: "content.takeDown",
  input: { reason: Remark.Reason },
  evolve: (post, { at, facts }) => ({ ...Post.outOf(post), _tag: "TakingDown", reason: facts.reason, since: at }),
  performs: takingDown.sends
})

/** The post stands, and may; should it be taken down once more, it is looked for first. */
export const LeaveOut = step({
  title: { zh: "保留", en: "leave it out" },
  from: ["StillOut"],
  to: ["Published"],
  by: "content.takeDown"
})

/** The post has stood for as long as a step may take it down. From now on whoever wants it gone takes it down at the platform. */
export const Archive = step({
  title: { zh: "归档", en: "archive" },
  from: ["Published"],
  to: ["Archived"],
  by: "clock"
})
