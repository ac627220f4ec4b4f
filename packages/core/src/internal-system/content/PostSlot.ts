/**
 * When a post goes out, or has gone: a post counts from its draft on, as long as it is to go out or is out.
 *
 * @module
 */
import type { Moment } from "../../calendar/Moment.ts"
import type { CategoryId } from "./ContentMix.ts"
import type * as Post from "./Post.ts"

/** When a post goes out or has, and of which category it is. */
export interface Counted {
  readonly at: Moment
  readonly category?: CategoryId | undefined
  readonly isOut: boolean
}

/** A post as it counts; nothing where it is not going to be out as it stands. */
export const countedOf = (post: Post.State): Counted | undefined => {
  switch (post._tag) {
    case "Draft":
    case "InReview":
    case "ChangesRequested":
    case "Approved":
    case "Scheduled":
    case "Publishing":
    case "Unconfirmed":
      return { at: post.slot, category: post.category, isOut: false }
    case "Published":
    case "Archived":
      return { at: post.publishedAt, category: post.category, isOut: true }
    case "Failed":
    case "Missed":
    case "OnHold":
    case "Withdrawn":
    case "TakingDown":
    case "MaybeGone":
    case "StillOut":
    case "TakenDown":
      return undefined
  }
}
