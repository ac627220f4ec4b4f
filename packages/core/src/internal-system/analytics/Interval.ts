/// <reference path="./jstat.d.ts" />
/**
 * Between which bounds a share lies that was seen in a sample, and how sure that is. The quantiles are those of jstat.
 *
 * @module
 */
import { Schema } from "effect"
import jstat from "jstat"

/** From `low` to `high`, both included; of a hundred such intervals, `level` times a hundred hold what they are about. */
export const Interval = Schema.Struct({ low: Schema.Finite, high: Schema.Finite, level: Schema.Finite })
/** From `low` to `high`, both included. */
export type Interval = typeof Interval.Type

/** The level of an interval for which none is asked. */
export const usual = 0.95

/** By how many standard deviations an interval of a level reaches to each side: 1.96 at 0.95. A level that is no level is a defect. */
export const deviations = (level: number): number => {
  if (!(level > 0 && level < 1)) throw new RangeError(`The level of an interval lies between 0 and 1: ${level}`)
  return jstat.normal.inv(0.5 + level / 2, 0, 1)
}

/**
 * Wilson's interval of a share that was seen `successes` times in `trials` (E. B. Wilson, JASA 22, 1927). It never leaves 0 to 1, and says
 * something of samples of one. Of no trials it is everything from 0 to 1. More successes than trials are a defect.
 */
export const wilson = (successes: number, trials: number, level: number = usual): Interval => {
  check(successes, trials)
  const z = deviations(level)
  if (trials === 0) return { low: 0, high: 1, level }
  const [share, slack] = [successes / trials, z ** 2 / trials]
  const middle = (share + slack / 2) / (1 + slack)
  const reach = (z / (1 + slack)) * Math.sqrt((share * (1 - share)) / trials + slack / (4 * trials))
  return {
    low: successes === 0 ? 0 : Math.max(0, middle - reach),
    high: successes === trials ? 1 : Math.min(1, middle + reach),
    level
  }
}

/** So many of so many. */
export interface Seen {
  readonly successes: number
  readonly trials: number
}

/**
 * Of the difference of two shares that were seen in two samples, the first less the second: Newcombe's interval, made of Wilson's two (R. G. Newcombe,
 * Statistics in Medicine 17, 1998, 873–890, method 10). It never leaves -1 to 1.
 */
export const difference = (one: Seen, other: Seen, level: number = usual): Interval => {
  const [first, second] = [wilson(one.successes, one.trials, level), wilson(other.successes, other.trials, level)]
  if (one.trials === 0 || other.trials === 0)
    return { low: first.low - second.high, high: first.high - second.low, level }
  const [share, less] = [one.successes / one.trials, other.successes / other.trials]
  return {
    low: share - less - Math.hypot(share - first.low, second.high - less),
    high: share - less + Math.hypot(first.high - share, less - second.low),
    level
  }
}

/** The middle part of a beta distribution: of a share, after `alpha` ones and `beta` noughts. */
export const ofBeta = (alpha: number, beta: number, level: number = usual): Interval => {
  deviations(level)
  const tail = (1 - level) / 2
  if (alpha <= 0) return { low: 0, high: beta <= 0 ? 1 : 0, level }
  if (beta <= 0) return { low: 1, high: 1, level }
  return { low: jstat.beta.inv(tail, alpha, beta), high: jstat.beta.inv(1 - tail, alpha, beta), level }
}

/** Throws where so many of so many cannot be. */
export const check = (successes: number, trials: number): void => {
  if (!(successes >= 0 && successes <= trials && Number.isFinite(trials)))
    throw new RangeError(`${successes} of ${trials} is no share`)
}
