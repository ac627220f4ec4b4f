/**
 * Which words a model may have: those that many people wrote, found with `Intl.Segmenter`, and pairs of neighbours.
 *
 * Names are left out: what stands mostly in topics and behind @ is one, and so is what only a handful of texts have.
 *
 * @module
 */
import type { Features } from "@dualops/core/triage"

const segmenter = new Intl.Segmenter("zh", { granularity: "word" })

/** A word has to stand in so many texts; one that was written by hand is nobody's own, and counts as several. */
const fewest = 8
const ours = 4

/** Words and signs that enough of the texts have, in a fixed order. */
export const of = (
  texts: ReadonlyArray<Features.Features>,
  isOurs: (index: number) => boolean
): ReadonlyArray<string> => {
  const many = new Map<string, number>()
  const named = new Map<string, number>()
  for (const [index, { folded, stretches }] of texts.entries()) {
    const here = new Set<string>()
    const names = new Set<string>()
    for (const { end, sign, start } of stretches) {
      const text = folded.text.slice(start, end)
      if (sign === undefined) wordsIn(text, here)
      else {
        here.add(sign)
        if (sign.startsWith("<")) wordsIn(text, names)
      }
    }
    count(many, here, isOurs(index) ? ours : 1)
    count(named, names, 1)
  }
  return [...many]
    .filter(([word, texts]) => texts >= fewest && (named.get(word) ?? 0) <= texts / 4)
    .map(([word]) => word)
    .sort()
}

const count = (counts: Map<string, number>, words: ReadonlySet<string>, times: number): void => {
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + times)
}

const wordsIn = (text: string, words: Set<string>): void => {
  let before = ""
  for (const { isWordLike, segment } of segmenter.segment(text)) {
    if (isWordLike && fit.test(segment)) {
      words.add(segment)
      if (before !== "" && fit.test(before + segment)) words.add(before + segment)
      before = segment
    } else {
      before = ""
      if (telling.test(segment)) words.add(segment)
    }
  }
  for (const [signs] of text.matchAll(/[?!~…]{2,3}/g)) words.add(signs)
}

/** Neither numbers nor long words of letters, which are names more often than not. */
const fit = /^(?:\p{Script=Han}{1,6}|[a-z]{1,10})$/u
const telling = /^(?:[?!~…]|\p{Extended_Pictographic})$/u
