/**
 * How hard codes are to guess. The check characters are no secret: whoever guesses tries only what has the right ones.
 *
 * @module
 */
import { size } from "./Alphabet.ts"
import { count } from "./Checks.ts"

/** How hard it is. */
export interface Odds {
  /** One of so many guesses hits a code that was given out, on average. */
  readonly oneIn: number
  /** The same as a power of two. */
  readonly bits: number
}

/** The odds of one guess, where codes of that length were given out that many times. */
export const of = (length: number, codes: number): Odds => {
  const oneIn = size ** (length - count) / Math.max(1, codes)
  return { oneIn, bits: Math.log2(oneIn) }
}

/** A series in which fewer guesses hit is not given out: at ten wrong ones a minute, that is one hit in two months. */
export const least = 1_000_000
