/**
 * Chance that repeats itself: the same seed gives the same numbers.
 *
 * @module
 */

/** A source of numbers from 0 up to, not including, 1. */
export type Chance = () => number

/** Numbers by Mulberry32, which is small and good enough to stir faults and ids. */
export const make = (seed: number): Chance => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A whole number below a bound. */
export const below = (chance: Chance, bound: number): number => Math.floor(chance() * bound)
