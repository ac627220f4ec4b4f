/**
 * Which posts of a promise are missing.
 *
 * @module
 */
import { DateTime } from "effect"
import type { Counted } from "../../internal-system/content/PostSlot.ts"
import type { Kind, Promised } from "./PostQuota.ts"

/** What is missing: first of the kinds that slots are kept for, in their order, and then of any; no more than the whole promise lacks. */
export const missingOf = (
  { from, kept, least, to }: Pick<Promised, "from" | "kept" | "least" | "to">,
  posts: ReadonlyArray<Pick<Counted, "at" | "category">>
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
