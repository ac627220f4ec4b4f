/**
 * When an episode began and ended, told afterwards: Kleinberg's automaton (2002) over the gaps between mentions. A state stands for a rate, each so many
 * times the one below; to climb costs, to come down does not; the cheapest way through all gaps says when the rate was high. What is dated is the whole,
 * so that neither a pause of a minute ends an episode nor two chance neighbours begin one.
 *
 * @module
 */
import { Schema } from "effect"

/** How rates and climbing are weighed. */
export const Settings = Schema.Struct({
  /** How many times faster each state is than the one below. */
  scale: Schema.Finite.check(Schema.isGreaterThan(1)),
  /** What a climb costs, in logarithms of the number of gaps. */
  climb: Schema.Finite.check(Schema.isGreaterThan(0)),
  /** How many states there are at most, the lowest among them. */
  states: Schema.Int.check(Schema.isBetween({ minimum: 2, maximum: 30 }))
})
/** How rates and climbing are weighed. */
export type Settings = typeof Settings.Type

/** Twice as fast in each state, as in the paper. */
export const usual: Settings = { scale: 2, climb: 1, states: 12 }

/** A stretch in which mentions came at least so fast. */
export interface Burst {
  /** 1 is the first above the usual; those of higher levels lie within it. */
  readonly level: number
  readonly from: number
  readonly until: number
}

/** The bursts of mentions by their moments, in milliseconds; by the beginning, the outer one first. */
export const date = (settings: Settings, moments: ReadonlyArray<number>): ReadonlyArray<Burst> => {
  const sorted = moments.toSorted((one, other) => one - other)
  const states = path(settings, gapsOf(sorted))
  const open: Array<Burst> = []
  const all: Array<Burst> = []
  for (const [index, state] of [...states, 0].entries()) {
    const at = sorted[index] ?? 0
    while (open.length > state) {
      const burst = open.pop()
      if (burst !== undefined) all.push({ ...burst, until: at })
    }
    while (open.length < state) open.push({ level: open.length + 1, from: at, until: at })
  }
  return all.toSorted((one, other) => one.from - other.from || one.level - other.level)
}

/** The gaps between neighbours. Two at the same moment are as near as the clock can tell: half a unit apart, not infinitely near. */
const gapsOf = (sorted: ReadonlyArray<number>): ReadonlyArray<number> =>
  sorted.slice(1).map((at, index) => Math.max(at - (sorted[index] ?? at), 0.5))

/** The cheapest sequence of states, one for each gap, by Viterbi's algorithm; before the first gap it is the lowest. */
export const path = (settings: Settings, gaps: ReadonlyArray<number>): ReadonlyArray<number> => {
  if (gaps.length === 0) return []
  const { climbing, count, costOf } = costs(settings, gaps)
  let cost = Array.from({ length: count }, (_, state) => (state === 0 ? 0 : Number.POSITIVE_INFINITY))
  const from: Array<Uint8Array> = []
  for (const gap of gaps) {
    const came = new Uint8Array(count)
    const next = cost.map((_, state) => {
      let best = 0
      let least = Number.POSITIVE_INFINITY
      for (let before = 0; before < count; before++) {
        const sum = (cost[before] ?? Number.POSITIVE_INFINITY) + climbing(before, state)
        if (sum < least) [best, least] = [before, sum]
      }
      came[state] = best
      return least + costOf(state, gap)
    })
    from.push(came)
    cost = next
  }
  let state = cost.indexOf(Math.min(...cost))
  const states = new Array<number>(gaps.length).fill(0)
  for (let index = gaps.length - 1; index >= 0; index--) {
    states[index] = state
    state = from[index]?.[state] ?? 0
  }
  return states
}

/** What a way through the states costs altogether: by what ways are compared. */
export const costOfPath = (settings: Settings, gaps: ReadonlyArray<number>, states: ReadonlyArray<number>): number => {
  const { climbing, costOf } = costs(settings, gaps)
  return states.reduce(
    (sum, state, index) => sum + climbing(states[index - 1] ?? 0, state) + costOf(state, gaps[index] ?? 0),
    0
  )
}

const costs = ({ climb, scale, states }: Settings, gaps: ReadonlyArray<number>) => {
  const whole = gaps.reduce((sum, gap) => sum + gap, 0)
  const rate = gaps.length / whole
  const least = gaps.reduce((one, gap) => Math.min(one, gap), Number.POSITIVE_INFINITY)
  // No gap is so short that a faster state than this would suit it.
  const enough = Math.ceil(1 + (Math.log(whole) + Math.log(1 / least)) / Math.log(scale))
  const rung = climb * Math.log(gaps.length)
  return {
    count: Math.max(1, Math.min(states, enough)),
    climbing: (before: number, after: number) => (after > before ? (after - before) * rung : 0),
    /** The negative logarithm of the exponential density. */
    costOf: (state: number, gap: number) => {
      const fast = rate * scale ** state
      return fast * gap - Math.log(fast)
    }
  }
}
