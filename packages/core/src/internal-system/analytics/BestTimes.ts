/**
 * At which hours, and with which kinds of content, most of those who saw a post did something: with intervals, small samples shrunk. What cannot be
 * told from the best is said to be as good.
 *
 * Who saw the same post did not decide apart: a post that a million saw is one post. So each weighs no more than posts of one hour or kind resemble
 * each other, and intervals are as wide as few posts make them. That an hour did well is no promise: other posts went out at other hours.
 *
 * @module
 */
import type { Moment } from "../../calendar/Moment.ts"
import type { TimeZone } from "../../calendar/TimeZone.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import * as Interval from "./Interval.ts"
import * as Shrinkage from "./Shrinkage.ts"

/** What a post came to. More who did something than saw it are a defect: where a platform says so, it is no post to learn from. */
export interface Posted {
  readonly at: Moment
  readonly kind: string
  /** How many saw it. */
  readonly reached: number
  /** How many of these did something: liked, answered, reposted, followed the link. */
  readonly acted: number
}

/** An hour of the day or a kind of content; its trials are what its posts weigh together. */
export interface Line<Key> extends Shrinkage.Shrunk<Key> {
  readonly posts: number
  /** Whether it cannot be told from the best: its interval reaches that of the best. */
  readonly amongBest: boolean
}

/** Hours of the day, from 0, as clocks show them there; an hour that comes twice is one. */
export const hours = (posts: ReadonlyArray<Posted>, zone: TimeZone): ReadonlyArray<Line<number>> => {
  const { wallAt } = WallClock.make(zone)
  const hourMillis = 3_600_000
  return lines(posts, ({ at }) => Math.floor(wallAt(at.epochMilliseconds) / hourMillis) % 24)
}

/** Kinds of content. */
export const kinds = (posts: ReadonlyArray<Posted>): ReadonlyArray<Line<string>> => lines(posts, ({ kind }) => kind)

/** Groups in the order of their shrunk share, the best first. */
const lines = <Key>(posts: ReadonlyArray<Posted>, keyOf: (post: Posted) => Key): ReadonlyArray<Line<Key>> => {
  const tried = posts.map((post) => ({ key: keyOf(post), successes: post.acted, trials: post.reached }))
  for (const { successes, trials } of tried) Interval.check(successes, trials)
  const families = Map.groupBy(tried, ({ key }) => key)
  const most = strengthOfPosts([...families.values()])
  const groups = [...families].map(([key, those]) => {
    const weights = those.map(({ trials }) => (trials * (most + 1)) / (most + trials || 1))
    const successes = those.map((one, index) =>
      one.trials === 0 ? 0 : (one.successes / one.trials) * (weights[index] ?? 0)
    )
    return { key, posts: those.length, successes: total(successes), trials: total(weights) }
  })
  const shrunk = Shrinkage.shrink(groups).groups.toSorted((one, other) => other.share - one.share)
  const best = shrunk[0]?.interval.low ?? 0
  return shrunk.map((group) => ({
    ...group,
    posts: families.get(group.key)?.length ?? 0,
    amongBest: group.interval.high >= best
  }))
}

/** As many viewers as the hour or kind of a post says about it; where each has one post, as all posts say about one. */
const strengthOfPosts = (families: ReadonlyArray<ReadonlyArray<Shrinkage.Group<unknown>>>): number => {
  const single = families.every((family) => family.length === 1)
  return Shrinkage.strengthIn(single ? [families.flat()] : families)
}

const total = (values: ReadonlyArray<number>): number => values.reduce((so, one) => so + one, 0)
