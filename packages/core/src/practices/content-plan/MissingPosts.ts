/**
 * Which posts of a promise are missing: a post counts from its draft on, as long as it is to go out or is out.
 *
 * @module
 */
import { DateTime } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import type { CategoryId } from "../../internal-system/content/ContentMix.ts"
import type * as Post from "../../internal-system/content/Post.ts"
import type { Kind, Promised } from "./PostQuota.ts"

/** When a post goes out or has, and of which category it is. */
export interface Counted {
  readonly at: Moment
  readonly category?: CategoryId | undefined
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
      return { at: post.slot, category: post.category }
    case "Published":
    case "Archived":
      return { at: post.publishedAt, category: post.category }
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

/** What is missing: first of the kinds that slots are kept for, in their order, and then of any; no more than the whole promise lacks. */
export const missingOf = (
  { from, kept, least, to }: Pick<Promised, "from" | "kept" | "least" | "to">,
  posts: ReadonlyArray<Counted>
): ReadonlyArray<Kind> => {
  const there = posts.filter(
    ({ at }) => DateTime.between(at, { minimum: from, maximum: to }) && at.epochMilliseconds < to.epochMilliseconds
  )
  let left = Math.max(0, least - there.length)
  const missing: Array<Kind> = []
  const take = (kind: Omit<Kind, "times">, most: number) => {
    const times = Math.min(left, most)
    if (times > 0) missing.push({ ...kind, times })
    left -= Math.max(0, times)
  }
  for (const { times, ...kind } of kept)
    take(kind, times - there.filter(({ category }) => category === kind.category).length)
  take(anyKind, left)
  return missing
}

const anyKind = { title: { zh: "类别不限", en: "any category" } }
