/**
 * What others use to see a burst, and what is tried beside it: each says of a bucket whether it is too much, from what it has seen before.
 *
 * @module
 */
import { type Baseline, Burst, type KindOfDay } from "@dualops/core/monitoring"

/** A bucket as everybody sees it. */
export interface Seen {
  readonly index: number
  readonly hour: KindOfDay.Hour
  readonly authors: number
  readonly expected: Baseline.Expected
}

/** Says what is too much. `raises` must not change anything, and must hold for every larger number as well. */
export interface Detector<S> {
  readonly method: string
  readonly setting: string
  readonly start: S
  readonly step: (state: S, seen: Seen) => readonly [state: S, isRaised: boolean]
}

interface Waiting<S> {
  readonly own: S
  readonly phase: "quiet" | "raised" | "cooling"
  readonly count: number
}

/** The same hysteresis and cool-down as ours, around what has none: six calm buckets end an alarm, eighteen pass before the next. */
const calmed = <S>(
  method: string,
  setting: string,
  start: S,
  rule: (state: S, seen: Seen) => readonly [state: S, isTooMuch: boolean]
): Detector<Waiting<S>> => ({
  method,
  setting,
  start: { own: start, phase: "quiet", count: 0 },
  step: ({ count, own, phase }, seen) => {
    const [next, isTooMuch] = rule(own, seen)
    if (phase === "quiet") return [{ own: next, phase: isTooMuch ? "raised" : "quiet", count: 0 }, isTooMuch]
    if (phase === "raised") {
      const calm = isTooMuch ? 0 : count + 1
      return [calm >= 6 ? { own: next, phase: "cooling", count: 18 } : { own: next, phase, count: calm }, false]
    }
    return [count <= 1 ? { own: next, phase: "quiet", count: 0 } : { own: next, phase, count: count - 1 }, false]
  }
})

export const fixed = (threshold: number) =>
  calmed("fixed threshold", `>= ${threshold}`, 0, (state, { authors }) => [state, authors >= threshold])

/** So many times the mean of the last buckets, and so many beyond it. */
export const movingAverage = (buckets: number, times: number, least: number) =>
  calmed("moving average", `> ${times} x mean of ${buckets} + ${least}`, 0, (mean, { authors }) => [
    mean + (authors - mean) / buckets,
    authors > times * mean + least
  ])

/** Mean and standard deviation of the last buckets. */
export const movingDeviation = (buckets: number, times: number, least: number) =>
  calmed(
    "moving average, deviations",
    `> mean + ${times} sd of ${buckets}, >= ${least}`,
    { mean: 0, square: 0 },
    ({ mean, square }, { authors }) => [
      { mean: mean + (authors - mean) / buckets, square: square + (authors * authors - square) / buckets },
      authors >= least && authors > mean + times * Math.sqrt(Math.max(0.1, square - mean * mean))
    ]
  )

/** The mean of four weeks as the rate, with no hour and no day; begins anew after an alarm. */
export const poisson = (ratio: number, limit: number) =>
  calmed(
    "plain Poisson CUSUM",
    `ratio ${ratio}, limit ${limit}`,
    { mean: 1, sum: 0, seen: 0 },
    ({ mean, seen, sum }, { authors }) => {
      const next = Math.max(0, sum + authors * Math.log(ratio) - mean * (ratio - 1))
      const weight = Math.min(seen + 1, 4032)
      return [{ mean: mean + (authors - mean) / weight, seen: seen + 1, sum: next >= limit ? 0 : next }, next >= limit]
    }
  )

/** Our baseline, with an exponentially weighted mean of how far each bucket is off, in standard deviations. */
export const ewma = (weight: number, limit: number, least: number) =>
  calmed("EWMA on our baseline", `weight ${weight}, limit ${limit}, >= ${least}`, 0, (mean, { authors, expected }) => {
    const off = (authors - expected.mean) / Math.sqrt(expected.mean + expected.varies * expected.mean ** 2)
    const next = mean + weight * (off - mean)
    return [Math.min(next, limit * 2), next >= limit && authors >= least]
  })

export const ours = (settings: Burst.Settings): Detector<Burst.State> => ({
  method: "**ours**: negative-binomial CUSUM",
  setting: `limit ${settings.limit}, keeps ${settings.keeps}, allows ${settings.allows}`,
  start: Burst.quiet,
  step: (state, { authors, expected, index }) => {
    const [next, verdict] = Burst.step(settings, state, { at: index, authors, expected, learnt: index })
    return [next, verdict._tag === "Raised"]
  }
})
