/**
 * What somebody may have meant who wrote a word that nobody knows.
 *
 * @module
 */
import { closest, distance } from "fastest-levenshtein"

/** The known word that is so near that it may have been meant. */
export const nearest = (word: string, known: ReadonlyArray<string>): string | undefined => {
  const near = known.length === 0 ? undefined : closest(word, [...known])
  return near !== undefined && distance(word, near) <= Math.max(2, word.length / 3) ? near : undefined
}
