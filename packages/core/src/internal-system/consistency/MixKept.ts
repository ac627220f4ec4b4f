/**
 * How far the posts that are out are in the mix of the handbook, and of which category there is too much or too little for it to be chance.
 *
 * @module
 */
import { Record } from "effect"
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Figure } from "../analytics/Figure.ts"
import { share } from "../analytics/Figures.ts"
import * as Interval from "../analytics/Interval.ts"
import type { CategoryId, ContentMix } from "../content/ContentMix.ts"
import type { Published } from "./Published.ts"

/** What was found of a category. */
export interface OfCategory {
  readonly category: CategoryId
  /** As the mix wants it, from 0 to 1. */
  readonly planned: number
  readonly seen: Figure
  /** More or less than planned, whatever the posts without a category are; `open` where nothing speaks against the plan. */
  readonly reading: "more" | "less" | "open"
}

/** What was found of all posts. */
export interface MixKept {
  readonly categories: ReadonlyArray<OfCategory>
  /** Posts of categories that the mix does not have: somebody writes to another plan. */
  readonly strangers: ReadonlyArray<{ readonly category: CategoryId; readonly posts: number }>
}

/** The posts beside the mix, in the order of the handbook. */
export const of = ({ categories }: Pick<ContentMix, "categories">, posts: ReadonlyArray<Published>): MixKept => {
  const counts = new Map(
    Array.from(
      Map.groupBy(posts, ({ category }) => category),
      ([category, all]) => [category, all.length] as const
    )
  )
  const unnamed = counts.get(undefined) ?? 0
  // Of many categories one is always the furthest away: all of them together are left 5 in 100.
  const level = 1 - (1 - Interval.usual) / Math.max(1, Record.size(categories))
  return {
    categories: Record.toEntries(categories).map(([category, { share, title }]): OfCategory => {
      const count = counts.get(category) ?? 0
      const planned = share / 100
      const [least, most] = [count, count + unnamed].map((all) => Interval.wilson(all, posts.length, level))
      const reading = planned < (least?.low ?? 0) ? "more" : planned > (most?.high ?? 1) ? "less" : "open"
      return { category, planned, seen: seenOf(title, count, posts.length - unnamed, unnamed), reading }
    }),
    strangers: Array.from(counts, ([category, posts]) =>
      category === undefined || Record.has(categories, category) ? [] : [{ category, posts }]
    ).flat()
  }
}

const seenOf = (title: Bilingual, count: number, named: number, unnamed: number): Figure =>
  share(title, {
    numerator: { title, value: count },
    denominator: { title: { zh: "有类别的微博", en: "posts with a category" }, value: named },
    unknown: { count: unnamed, why: { zh: `${unnamed} 条微博没有类别`, en: `${unnamed} posts have no category` } },
    sample: true
  })
