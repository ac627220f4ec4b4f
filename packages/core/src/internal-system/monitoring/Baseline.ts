/**
 * How many people usually write in a bucket of time, by hour of the day and kind of day, and how much that varies. It learns with every bucket and
 * forgets slowly; where little is known of an hour, it leans on the same hour of a like kind of day, then of all days, then on the whole.
 *
 * @module
 */
import { Schema } from "effect"
import * as KindOfDay from "./KindOfDay.ts"

/** How it learns. */
export const Settings = Schema.Struct({
  /** How many buckets of one hour and kind of day it remembers. */
  remembers: Schema.Finite,
  /** How many buckets of its own an hour needs to weigh as much as what it leans on. */
  leans: Schema.Finite,
  /** How many buckets the level of late is read from. */
  recent: Schema.Finite,
  /** What is expected in a bucket as long as nothing is known. */
  prior: Schema.Finite,
  /** How far the number varies beyond chance as long as nothing is known: the variance is the mean and this times its square. */
  varies: Schema.Finite
})
/** How it learns. */
export type Settings = typeof Settings.Type

/** Buckets of ten minutes: six weeks are remembered. */
export const usual: Settings = { remembers: 252, leans: 12, recent: 72, prior: 1, varies: 0.5 }

const Cell = Schema.Struct({ seen: Schema.Finite, buckets: Schema.Finite })
type Cell = typeof Cell.Type

/** What it has learnt: plain data, to be kept. */
export const State = Schema.Struct({
  /** Twenty-four hours of each kind of day. */
  cells: Schema.Array(Cell),
  /** What came of late, and what the hours would have had. */
  recent: Schema.Struct({ seen: Schema.Finite, expected: Schema.Finite }),
  /** How much more than by chance it varied, and the squares of what was expected. */
  spread: Schema.Struct({ over: Schema.Finite, square: Schema.Finite }),
  /** How many buckets it has learnt from, ever. */
  buckets: Schema.Int
})
/** What it has learnt. */
export type State = typeof State.Type

/** Nothing learnt yet. */
export const empty: State = {
  cells: Array.from({ length: KindOfDay.all.length * 24 }, () => ({ seen: 0, buckets: 0 })),
  recent: { seen: 0, expected: 0 },
  spread: { over: 0, square: 0 },
  buckets: 0
}

/** What is expected of a bucket. */
export interface Expected {
  /** How many people. */
  readonly mean: number
  /** By how much it varies: the variance is the mean and this times its square. */
  readonly varies: number
}

/** What is expected of a bucket in that hour, by all that is known before it. */
export const expected = (settings: Settings, state: State, hour: KindOfDay.Hour): Expected => {
  const mean = Math.max(least, seasonal(settings, state, hour) * level(state))
  return { mean, varies: variesOf(settings, state) }
}

/** Nobody ever writing is not to be expected. */
const least = 0.02

/** Learns from a bucket that is over. What a burst brings counts only as far as it could have been chance, so that it does not become usual at once. */
export const learn = (settings: Settings, state: State, hour: KindOfDay.Hour, authors: number): State => {
  const usually = expected(settings, state, hour)
  const { mean } = usually
  const seen = Math.min(authors, highest(usually))
  const at = place(hour)
  const forget = 1 - 1 / settings.remembers
  const fade = 1 - 1 / settings.recent
  const slow = 1 - 1 / (settings.remembers * 4)
  const cells = state.cells.slice()
  const cell = cells[at] ?? none
  cells[at] = { seen: cell.seen * forget + seen, buckets: cell.buckets * forget + 1 }
  const off = seen - mean
  return {
    cells,
    recent: {
      seen: state.recent.seen * fade + seen,
      expected: state.recent.expected * fade + seasonal(settings, state, hour)
    },
    spread: {
      over: state.spread.over * slow + off * off - mean,
      square: state.spread.square * slow + mean * mean
    },
    buckets: state.buckets + 1
  }
}

/** So many people in a bucket could have been chance; no bucket teaches more. */
export const highest = ({ mean, varies }: Expected): number => mean + 1 + 3 * Math.sqrt(mean + varies * mean * mean)

/** What came late belongs to the hour in which it was written, and says nothing of now. */
export const late = (state: State, hour: KindOfDay.Hour, authors: number): State => {
  const at = place(hour)
  const cell = state.cells[at] ?? none
  // An hour that nothing was learnt of has no bucket that the late ones could belong to.
  return cell.buckets === 0 ? state : { ...state, cells: state.cells.with(at, { ...cell, seen: cell.seen + authors }) }
}

const none: Cell = { seen: 0, buckets: 0 }
const place = ({ hour, kind }: KindOfDay.Hour): number => KindOfDay.all.indexOf(kind) * 24 + hour

/** The hour's own mean, as far as it is known, and what it leans on beyond that. */
const seasonal = (settings: Settings, { cells }: State, { hour, kind }: KindOfDay.Hour): number => {
  const at = (one: KindOfDay.KindOfDay, h: number) => cells[place({ kind: one, hour: (h + 24) % 24 })] ?? none
  const lean = ({ buckets, seen }: Cell, on: number) => (seen + settings.leans * on) / (buckets + settings.leans)
  let [seen, buckets] = [0, 0]
  for (const cell of cells) {
    seen += cell.seen
    buckets += cell.buckets
  }
  let mean = lean({ seen, buckets }, settings.prior)
  // The same hour of all days, and the two beside it, which count half.
  const anyDay = { seen: 0, buckets: 0 }
  for (const one of KindOfDay.all)
    for (const [step, weight] of beside) {
      const cell = at(one, hour + step)
      anyDay.seen += weight * cell.seen
      anyDay.buckets += weight * cell.buckets
    }
  mean = lean(anyDay, mean)
  const other = KindOfDay.like[kind]
  if (other !== undefined) mean = lean(at(other, hour), mean)
  return lean(at(kind, hour), mean)
}

const beside = [
  [-1, 0.25],
  [0, 0.5],
  [1, 0.25]
] as const

/** How the last while compares with what its hours usually have: a brand that becomes known, or a quiet season. */
const level = ({ recent: { expected, seen } }: State): number =>
  Math.min(4, Math.max(0.25, (seen + weight) / (expected + weight)))
const weight = 20

const variesOf = (settings: Settings, { spread: { over, square } }: State): number =>
  Math.min(4, Math.max(0.02, (over + settings.varies * trust) / (square + trust)))
const trust = 50
