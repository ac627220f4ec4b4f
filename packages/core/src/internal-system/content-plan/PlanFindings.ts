/**
 * What a plan cannot do, and why: the quotas that are not met, counted, and each with the rules that contradict it.
 *
 * @module
 */
import { fromNumber, toNumber } from "../../calendar/CalendarDate.ts"
import type { Finding } from "../../finding/Finding.ts"
import { beyond } from "../../finding/LeftOut.ts"
import type { Brief, Given } from "./Brief.ts"
import type { Place, Rule } from "./Layout.ts"
import type { Model } from "./Model.ts"
import { obstacles, type Quota } from "./Obstacles.ts"
import * as Words from "./PlanMessages.ts"

/** What an earlier plan had that is not where it was. */
export interface Moved {
  readonly was: Given
  /** What keeps it from its slot; nothing where other quotas needed the slot more. */
  readonly because: ReadonlyArray<Rule>
}

/** What a person should know of a plan. */
export const findingsOf = (
  brief: Brief,
  places: ReadonlyArray<Place>,
  model: Model,
  plan: ArrayLike<number>,
  moved: ReadonlyArray<Moved>
): ReadonlyArray<Finding> => {
  const words = Words.of(brief)
  const missed = quotas(model, plan, brief, places)
  const explained = missed.slice(0, mostExplained).map((quota) => ({ quota, why: obstacles(brief, places, quota) }))
  // Fifty weeks that are short of posts for one reason are one finding.
  const alike = Map.groupBy(explained, ({ quota, why }) => JSON.stringify([quota._tag, idOf(quota), why]))
  return [
    ...[...alike.values()].flatMap(([first, ...others]) =>
      first === undefined
        ? []
        : [
            words.unmet(
              first.quota,
              first.why,
              others.map(({ quota }) => quota)
            )
          ]
    ),
    ...beyond(moved, ({ because, was }) => words.moved(was, because)),
    ...unannounced(brief).map((year) => words.unannounced(year))
  ]
}

/** So many are explained; more of them have the same few reasons. */
const mostExplained = 400

const idOf = (quota: Quota): string =>
  quota._tag === "Occasion" ? quota.occasion : quota._tag === "Share" ? quota.category : ""

const quotas = (
  model: Model,
  plan: ArrayLike<number>,
  brief: Brief,
  places: ReadonlyArray<Place>
): ReadonlyArray<Quota> => {
  const kindOf = (seat: number) => model.labels[plan[seat] ?? 0]?.kind ?? 0
  const found: Array<Quota> = []
  const seen = new Set<string>()
  for (const { from, keep, key, level, quota, until } of model.stretches.flat()) {
    let posts = 0
    for (let seat = from; seat < until; seat++) posts += kindOf(seat) > 0 ? 1 : 0
    if (quota !== undefined) {
      seen.add(key)
      if (posts < quota.least) found.push({ _tag: "Least", key, missing: quota.least - posts, asked: quota.least })
      if (posts > quota.most) found.push({ _tag: "Most", key, missing: posts - quota.most, asked: quota.most })
    }
    const free = until - from - posts
    if (free < keep) found.push({ _tag: "Free", key, missing: keep - free, asked: keep })
    if (level === "whole") found.push(...shares(model, brief, posts, (seat) => kindOf(from + seat), until - from))
  }
  for (const [key, least] of emptied(brief, places, seen))
    found.push({ _tag: "Least", key, missing: least, asked: least })
  for (const [index, { id, posts }] of model.occasions.entries()) {
    const served = model.seats.filter((_, seat) => model.labels[plan[seat] ?? 0]?.occasion === index).length
    if (served < posts) found.push({ _tag: "Occasion", occasion: id, missing: posts - served, asked: posts })
  }
  return found
}

/** The categories that lack posts over the whole of a plan. */
const shares = (
  { categories }: Model,
  brief: Brief,
  posts: number,
  kindOf: (seat: number) => number,
  seats: number
): ReadonlyArray<Quota> => {
  const kinds = Array.from({ length: seats }, (_, seat) => kindOf(seat))
  const all = categories.map((category, index) => ({
    category,
    asked: Math.floor(quotaOf(posts, brief, category)),
    count: kinds.filter((kind) => kind === index + 1).length
  }))
  // A post more or less in a plan is no broken mix.
  const over = all.filter(({ asked, count }) => count > asked + 1).map(({ category }) => category)
  return all
    .filter(({ asked, count }) => count < asked - 1)
    .map(({ asked, category, count }) => ({ _tag: "Share", category, missing: asked - count, asked, over }))
}

const quotaOf = (posts: number, { mix: { categories } }: Brief, category: string): number =>
  ((Object.entries(categories).find(([id]) => id === category)?.[1].share ?? 0) / 100) * posts

/** Stretches of which no slot is left at all, so that the model does not know them. */
const emptied = (
  { mix: { quantity } }: Brief,
  places: ReadonlyArray<Place>,
  seen: ReadonlySet<string>
): ReadonlyArray<readonly [string, number]> => {
  if (quantity.per !== "day" || quantity.least === 0) return []
  const days = new Set(places.map(({ date }) => date))
  return [...days].filter((date) => !seen.has(date)).map((date) => [date, quantity.least])
}

/** The years of the plan whose days off nobody has announced yet. */
const unannounced = ({ from, review, until }: Brief): ReadonlyArray<number> => {
  if (review?.hours.holidays === undefined) return []
  const years = new Set<number>()
  for (let day = toNumber(from); day < toNumber(until); day += 1) {
    const answer = review.holidays.on(fromNumber(day))
    if (answer.answer === "unknown year") years.add(answer.year)
  }
  return [...years]
}
