/**
 * Finds every word of a list in a folded text, overlaps included, however long the list is.
 *
 * `modern-ahocorasick` decides what is a hit. On 2,000 characters and 100,000 words it takes 0.6 to 0.7 ms, a third of it to
 * cut the text into grapheme clusters; its entries `/fast` and `/unicode` are slower still. So it is asked only where
 * `WordStarts` says that a word may be.
 *
 * @module
 */
import AhoCorasick from "modern-ahocorasick"
import type { FoldedText } from "./FoldedText.ts"
import * as WordStarts from "./WordStarts.ts"

/** The word's place in the list, and the folded units it covers. */
export interface Hit {
  readonly word: number
  readonly start: number
  readonly end: number
}

/** A compiled list of folded words. */
export interface Lexicon {
  readonly matcher: AhoCorasick
  readonly starts: WordStarts.WordStarts
}

/** Compiles words that are folded, different and not empty; 100,000 take about a second. */
export const compile = (words: ReadonlyArray<string>): Lexicon => ({
  matcher: new AhoCorasick(words),
  starts: WordStarts.of(words)
})

/** Every occurrence of every word, by their ends. With `joints`, ascending, only those that hold one of these units after their first. */
export const search = (
  lexicon: Lexicon,
  folded: Pick<FoldedText, "text" | "units">,
  joints?: ReadonlyArray<number>
): ReadonlyArray<Hit> => {
  const stretches = WordStarts.stretches(lexicon.starts, folded.units, joints)
  if (stretches.length === 0) return []
  const hits: Array<Hit> = []
  let excerpt = ""
  for (let i = 0; i < stretches.length; i += 2) excerpt += folded.text.slice(stretches[i], stretches[i + 1]) + between
  let stretch = 0
  let at = 0
  for (const match of lexicon.matcher.iterate(excerpt)) {
    let length = (stretches[stretch + 1] as number) - (stretches[stretch] as number)
    while (match.start > at + length) {
      at += length + 1
      stretch += 2
      length = (stretches[stretch + 1] as number) - (stretches[stretch] as number)
    }
    const start = (stretches[stretch] as number) + match.start - at
    const end = start + match.end - match.start
    if (joints === undefined || holds(joints, start, end)) hits.push({ word: match.patternIndex, start, end })
  }
  return hits
}

/** A folded text holds no controls but line breaks, so no word can reach over this one, or begin with it. */
const between = "\u0000"

/** Whether one of the ascending positions lies after `start` and before `end`. */
const holds = (positions: ReadonlyArray<number>, start: number, end: number): boolean => {
  let low = 0
  let high = positions.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((positions[middle] as number) <= start) low = middle + 1
    else high = middle
  }
  return low < positions.length && (positions[low] as number) < end
}
