/**
 * How far posts keep the style card, and whether one writer keeps it less than the others do.
 *
 * A style that rules cannot name is not measured: whether single posts are one author's was tried by letters, words of grammar and marks, and told
 * too little of them apart (`bench/results/stylometry.md`).
 *
 * @module
 */

import type { Finding } from "../../finding/Finding.ts"
import type { PersonId } from "../../process/Actor.ts"
import type { Figure } from "../analytics/Figure.ts"
import { share } from "../analytics/Figures.ts"
import * as Interval from "../analytics/Interval.ts"
import type * as Screening from "../content/Screening.ts"
import type { Published } from "./Published.ts"

/** What was found of one writer's posts. */
export interface OfWriter {
  readonly writer: PersonId
  readonly kept: Figure
  /** By how much less they keep the card than all others together; nothing where there are no others. */
  readonly less?: Interval.Interval
  /** Whether they keep it less than the others do, and not by chance alone. */
  readonly hasDrifted: boolean
}

/** What was found of all posts. */
export interface StyleKept {
  readonly kept: Figure
  /** In how many posts each rule of the card was broken, the most often broken first. */
  readonly broken: ReadonlyArray<{ readonly code: string; readonly posts: number }>
  /** Who has drifted first, then those with the most posts. */
  readonly writers: ReadonlyArray<OfWriter>
}

/** What the rules of the style card have against posts that are out, by who wrote them. */
export const of = ({ screen }: Screening.Screening, posts: ReadonlyArray<Published>): StyleKept => {
  const read = posts.map((post) => ({ ...post, codes: codesOf(screen(post.content)) }))
  const known = new Map<PersonId, Interval.Seen>()
  for (const { codes, writer } of read) {
    if (writer === undefined) continue
    const { successes, trials } = known.get(writer) ?? none
    known.set(writer, { successes: successes + (codes.size === 0 ? 1 : 0), trials: trials + 1 })
  }
  // Of many writers one is always the worst: each is held against a level that leaves all of them together 5 in 100.
  const level = 1 - (1 - Interval.usual) / Math.max(1, known.size)
  const all = [...known.values()].reduce(plus, none)
  const writers = Array.from(known, ([writer, own]): OfWriter => {
    const others = { successes: all.successes - own.successes, trials: all.trials - own.trials }
    const less = others.trials === 0 ? undefined : Interval.difference(others, own, level)
    return { writer, kept: keptOf(own), ...(less && { less }), hasDrifted: less !== undefined && less.low > 0 }
  })
  return {
    kept: keptOf({ successes: read.filter(({ codes }) => codes.size === 0).length, trials: read.length }),
    broken: tallied(read.flatMap(({ codes }) => [...codes])),
    writers: writers.toSorted(
      (one, other) => Number(other.hasDrifted) - Number(one.hasDrifted) || postsOf(other) - postsOf(one)
    )
  }
}

const none: Interval.Seen = { successes: 0, trials: 0 }
const plus = (one: Interval.Seen, other: Interval.Seen): Interval.Seen => ({
  successes: one.successes + other.successes,
  trials: one.trials + other.trials
})
const postsOf = ({ kept }: OfWriter) => kept.of?.denominator.value ?? 0

/** The rules of the card that a post breaks. */
const codesOf = (findings: ReadonlyArray<Finding>): ReadonlySet<string> =>
  new Set(findings.map(({ code }) => code).filter((code) => code.startsWith("style/")))

const tallied = (codes: ReadonlyArray<string>): StyleKept["broken"] =>
  Array.from(
    Map.groupBy(codes, (code) => code),
    ([code, all]) => ({ code, posts: all.length })
  ).toSorted((one, other) => other.posts - one.posts || (one.code < other.code ? -1 : 1))

const keptOf = ({ successes, trials }: Interval.Seen): Figure =>
  share(
    { zh: "合乎风格卡的微博", en: "posts that keep the style card" },
    {
      numerator: { title: { zh: "合乎风格卡", en: "keep the style card" }, value: successes },
      denominator: { title: { zh: "已发微博", en: "posts" }, value: trials },
      sample: true
    }
  )
