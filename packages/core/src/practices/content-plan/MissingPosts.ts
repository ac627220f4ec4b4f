/**
 * Which posts of a promise are missing.
 *
 * @module
 */
import { DateTime } from "effect"
import type { Counted } from "../../internal-system/content/PostSlot.ts"
import type { Kind, Named, Promised } from "./PostQuota.ts"

/** What is missing: first of the kinds that slots are kept for, in their order, and then of any that counts; no more than the whole promise lacks. */
export const missingOf = (
  { from, kept, least, only, to }: Omit<Promised, "account">,
  posts: ReadonlyArray<Pick<Counted, "at" | "category">>
): ReadonlyArray<Kind> => {
  const there = posts.filter(
    ({ at, category }) =>
      DateTime.between(at, { minimum: from, maximum: to }) &&
      at.epochMilliseconds < to.epochMilliseconds &&
      (only?.some((one) => one.category === category) ?? true)
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
  take(restOf(only), left)
  return missing
}

const restOf = (only: ReadonlyArray<Named> | undefined): Omit<Kind, "times"> => {
  if (only === undefined) return { title: { zh: "类别不限", en: "any category" } }
  const titles = only.map(({ title }) => title)
  const title = { zh: titles.map(({ zh }) => zh).join("或"), en: titles.map(({ en }) => en).join(" or ") }
  const [first] = only
  return only.length === 1 && first !== undefined ? first : { title }
}
