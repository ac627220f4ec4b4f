/**
 * The two check characters at the end of a code: by them the values of all its characters come to nothing, summed up as they are and summed up with their
 * places as weights, modulo 23.
 *
 * Any two codes differ in three places at least (a shortened Reed–Solomon code over a field of 23 elements): every one or two characters that are wrong and
 * every two that are swapped, wherever they stand, are noticed, and of everything else 528 in 529.
 *
 * @module
 */
import { size } from "./Alphabet.ts"

/** How many there are. */
export const count = 2

/** No text with these checks is longer: the weights, which are the places from 1 on, all differ and none is nothing. */
export const longest: number = size - 1

/** The digits with their two checks behind them. */
export const add = (body: ReadonlyArray<number>): ReadonlyArray<number> => {
  const [sum, weighted] = sumsOf(body)
  const last = modulo((body.length + 1) * sum - weighted)
  return [...body, modulo(-sum - last), last]
}

/** Where the digits are not as they were written. */
export type Wrong =
  /** One is, most likely, at that place from 1 on. */
  | { readonly _tag: "One"; readonly place: number }
  /** Their sum is right: two are swapped, most likely. */
  | { readonly _tag: "Swapped" }
  /** More than one. */
  | { readonly _tag: "Some" }

/** What is wrong with the digits of a whole code; nothing where they are as they were written. */
export const wrongIn = (digits: ReadonlyArray<number>): Wrong | undefined => {
  const [sum, weighted] = sumsOf(digits)
  if (sum === 0) return weighted === 0 ? undefined : { _tag: "Swapped" }
  // One that is wrong by `sum` at its place adds to the weighted sum that much times its place.
  const place = digits.findIndex((_, index) => modulo((index + 1) * sum) === weighted) + 1
  return place > 0 ? { _tag: "One", place } : { _tag: "Some" }
}

const sumsOf = (digits: ReadonlyArray<number>): readonly [sum: number, weighted: number] => {
  let [sum, weighted] = [0, 0]
  for (const [index, digit] of digits.entries()) {
    sum += digit
    weighted += digit * (index + 1)
  }
  return [modulo(sum), modulo(weighted)]
}

const modulo = (whole: number): number => ((whole % size) + size) % size
