/**
 * The alarm while it happens: the evidence, bucket by bucket, that more people write than usual. For each of several rates (twice, four times, eight
 * times as many) it adds up how much more likely the number is at that rate than at the usual one, by the negative binomial law, and begins anew
 * where nothing speaks for it (Page's CUSUM, as in Höhle & Paul 2008). It is raised once, calms down by hysteresis, and cools down before the next.
 *
 * @module
 */
import { Schema } from "effect"
import type { Expected } from "./Baseline.ts"

/** When it is raised, and when it is over. */
export const Settings = Schema.Struct({
  /** How many times as many people as usual it looks for. */
  ratios: Schema.NonEmptyArray(Schema.Finite),
  /** The evidence at which it is raised: e to that power against one, for each time that it begins anew. */
  limit: Schema.Finite,
  /** How much of the evidence so far is kept from one bucket to the next: what is small and goes on long is no burst. */
  keeps: Schema.Finite,
  /** So many people more than expected are nothing strange in any bucket: one post that is read by friends brings them. */
  allows: Schema.Finite,
  /** With fewer people it is never raised, however unusual they are. */
  least: Schema.Int,
  /** An alarm is over when so many buckets in turn were no more than so many times the usual, or no more than is nothing strange. */
  calm: Schema.Struct({ buckets: Schema.Int, ratio: Schema.Finite }),
  /** For so many buckets after that it is not raised again, unless the evidence is three times as strong. */
  coolDown: Schema.Int,
  /** For so many buckets from the first on it only learns, unless so many people write at once. */
  learns: Schema.Struct({ buckets: Schema.Int, unless: Schema.Int })
})
/** When it is raised, and when it is over. */
export type Settings = typeof Settings.Type

/** Buckets of ten minutes. */
export const usual: Settings = {
  ratios: [2, 4, 8],
  limit: 3,
  keeps: 0.8,
  allows: 4,
  least: 6,
  calm: { buckets: 6, ratio: 1.5 },
  coolDown: 18,
  learns: { buckets: 144, unless: 100 }
}

const Chart = Schema.Struct({
  /** The evidence so far. */
  sum: Schema.Finite,
  /** The bucket in which it began, in milliseconds. */
  since: Schema.Finite,
  authors: Schema.Finite,
  expected: Schema.Finite
})
type Chart = typeof Chart.Type

/** How it stands: plain data, to be kept. */
export const State = Schema.Struct({
  charts: Schema.Array(Chart),
  phase: Schema.Union([
    Schema.Struct({ _tag: Schema.Literal("Quiet") }),
    Schema.Struct({ _tag: Schema.Literal("Raised"), at: Schema.Finite, calm: Schema.Int, peak: Schema.Finite }),
    Schema.Struct({ _tag: Schema.Literal("Cooling"), left: Schema.Int })
  ])
})
/** How it stands. */
export type State = typeof State.Type

/** Before the first bucket. */
export const quiet: State = { charts: [], phase: { _tag: "Quiet" } }

/** A bucket, and what was expected of it. */
export interface Seen {
  /** When it begins, in milliseconds. */
  readonly at: number
  readonly authors: number
  readonly expected: Expected
  /** How many buckets the baseline has learnt from. */
  readonly learnt: number
  /** Whether more may come: then it can raise an alarm, and not end one. */
  readonly isOpen?: boolean
}

/** Why an alarm is raised, as figures. */
export const Why = Schema.Struct({
  /** How many people wrote since it began, and how many are usual in that time. */
  authors: Schema.Finite,
  expected: Schema.Finite,
  /** How far the usual number varies beyond chance. */
  varies: Schema.Finite,
  /** The rate that explains it best, as a multiple of the usual. */
  ratio: Schema.Finite,
  evidence: Schema.Finite,
  limit: Schema.Finite,
  /** The bucket in which it began, by the evidence, in milliseconds. */
  since: Schema.Finite
})
/** Why an alarm is raised. */
export type Why = typeof Why.Type

/** What a bucket comes to. */
export type Verdict =
  | { readonly _tag: "Nothing" }
  | { readonly _tag: "Raised"; readonly why: Why }
  | { readonly _tag: "Goes on"; readonly authors: number; readonly expected: number }
  | { readonly _tag: "Over" }

/** Takes a bucket in. One that is still open can be taken in again and again from the same state. */
export const step = (settings: Settings, state: State, seen: Seen): readonly [State, Verdict] => {
  const charts = settings.ratios.map((ratio, index) => grown(ratio, state.charts[index], seen, settings))
  const { phase } = state
  if (phase._tag === "Raised") {
    const isCalm = seen.authors <= calmest(settings, seen.expected)
    const calm = isCalm ? phase.calm + 1 : 0
    if (calm < settings.calm.buckets || seen.isOpen === true)
      return [
        { charts, phase: { ...phase, calm, peak: Math.max(phase.peak, seen.authors) } },
        { _tag: "Goes on", authors: seen.authors, expected: seen.expected.mean }
      ]
    // What has been told of is not told of again.
    return [
      { charts: [], phase: settings.coolDown > 0 ? { _tag: "Cooling", left: settings.coolDown } : quiet.phase },
      { _tag: "Over" }
    ]
  }
  const needed = phase._tag === "Cooling" ? 3 * settings.limit : settings.limit
  const why = strongest(settings, charts, seen)
  const mayRaise = seen.learnt >= settings.learns.buckets || seen.authors >= settings.learns.unless
  if (mayRaise && why !== undefined && why.evidence >= needed)
    return [
      { charts, phase: { _tag: "Raised", at: seen.at, calm: 0, peak: seen.authors } },
      { _tag: "Raised", why: { ...why, limit: needed } }
    ]
  const left = phase._tag === "Cooling" ? phase.left - 1 : 0
  return [{ charts, phase: left > 0 ? { _tag: "Cooling", left } : quiet.phase }, { _tag: "Nothing" }]
}

/** The most that is calm. A multiple alone would be no single person on a small account, whose alarms would hardly end. */
const calmest = ({ allows, calm }: Settings, { mean }: Expected): number => Math.max(calm.ratio * mean, mean + allows)

/** How many people a chart needs at least is asked of what it has seen since it began. */
const strongest = (settings: Settings, charts: ReadonlyArray<Chart>, seen: Seen): Why | undefined => {
  let best: Why | undefined
  for (const [index, chart] of charts.entries()) {
    if (chart.authors < settings.least || (best !== undefined && best.evidence >= chart.sum)) continue
    best = {
      authors: chart.authors,
      expected: chart.expected,
      varies: seen.expected.varies,
      ratio: settings.ratios[index] ?? 1,
      evidence: chart.sum,
      limit: settings.limit,
      since: chart.since
    }
  }
  return best
}

const grown = (
  ratio: number,
  chart: Chart | undefined,
  { at, authors, expected }: Seen,
  { allows, keeps }: Settings
): Chart => {
  const before = chart === undefined || chart.sum <= 0 ? { sum: 0, since: at, authors: 0, expected: 0 } : chart
  const sum = keeps * before.sum + evidence(authors, allowing(allows, expected), ratio)
  if (sum <= 0) return { sum: 0, since: at, authors: 0, expected: 0 }
  return {
    sum,
    since: before.since,
    authors: before.authors + authors,
    expected: before.expected + expected.mean
  }
}

/** What is usual, and what is allowed beyond it, which varies by chance only: the variances add up. */
const allowing = (allows: number, { mean, varies }: Expected): Expected => {
  const whole = mean + allows
  return { mean: whole, varies: varies * (mean / whole) ** 2 }
}

/** How much more likely a number is at a multiple of the usual rate than at the usual one: the logarithm of the quotient of two negative binomials. */
export const evidence = (authors: number, { mean, varies }: Expected, ratio: number): number => {
  const size = 1 / varies
  const more = Math.log((size + ratio * mean) / (size + mean))
  return authors * (Math.log(ratio) - more) - size * more
}
