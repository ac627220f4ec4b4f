/**
 * Reads texts by the terms that are watched for. A text is read as people read it (width, case and traditional characters make no difference), words
 * count where they are said, not where two others meet, and what stands in an address is not said.
 *
 * @module
 */
import * as FoldedText from "../content/FoldedText.ts"
import * as Link from "../content/Link.ts"
import * as WordBounds from "../content/WordBounds.ts"
import type { Near, WatchTerm } from "./WatchTerm.ts"

/** Where a word is said in a folded text. */
interface Place {
  readonly start: number
  readonly end: number
}

/** Compiles a term: whether a text says it. Texts are hostile: whatever they hold, the answer takes time in proportion to their length. */
export const compile = ({
  all = [],
  any = [],
  near = [],
  none = [],
  notIn = []
}: WatchTerm): ((text: string) => boolean) => {
  const fold = (words: ReadonlyArray<string>) =>
    words.map((word) => FoldedText.fold(word).text).filter((word) => word !== "")
  const [every, some, out, longer] = [fold(all), fold(any), fold(none), fold(notIn)]
  const close = near.map(({ within, words }) => ({ within, words: fold(words) }))
  return (original) => {
    const text = FoldedText.fold(original.length > longest ? original.slice(0, longest) : original)
    const quick = (word: string) => text.text.includes(word)
    // Most texts say nothing that is watched for: those are told without asking where words end.
    if (!every.every(quick) || (some.length > 0 && !some.some(quick))) return false
    if (!close.every(({ words }) => words.every(quick))) return false
    const hidden = Link.addresses(original)
    const settled = longer.flatMap((phrase) => occurrences(text.text, phrase))
    const said = (word: string) =>
      occurrences(text.text, word).filter(
        (place) =>
          !settled.some((phrase) => phrase.start <= place.start && place.end <= phrase.end) &&
          !hidden.some(
            ({ end, start }) => start <= (text.start[place.start] ?? 0) && (text.start[place.start] ?? 0) < end
          ) &&
          isSaidAt(text.text, place)
      )
    const isSaid = (word: string) => said(word).length > 0
    if (out.some((word) => quick(word) && isSaid(word))) return false
    if (!every.every(isSaid) || (some.length > 0 && !some.some(isSaid))) return false
    return close.every(({ within, words }) => areNear(words.map(said), within))
  }
}

/** A single character is taken wherever it stands, for 裂 is no word in 裂了: whoever watches for one says beside it what it has to be near. */
const isSaidAt = (text: string, place: Place): boolean =>
  place.end - place.start === 1 || WordBounds.isSaid({ text, ...place, coined: true })

/** Longer texts are read so far. */
const longest = 20_000

const occurrences = (text: string, word: string): Array<Place> => {
  const found: Array<Place> = []
  for (let at = text.indexOf(word); at >= 0 && found.length < most; at = text.indexOf(word, at + 1))
    found.push({ start: at, end: at + word.length })
  return found
}

/** A word that is said more often in one text says nothing new. */
const most = 200

/** Whether one place of each word can be chosen so that, in the order of the text, each stands near the next. */
const areNear = (places: ReadonlyArray<ReadonlyArray<Place>>, within: Near["within"]): boolean => {
  if (places.some((all) => all.length === 0)) return false
  const row = places
    .flatMap((all, word) => all.map((place) => ({ ...place, word })))
    .toSorted((one, other) => one.start - other.start || one.end - other.end)
  // From the left: a chain of neighbours breaks where the gap is too wide; within a chain every word has to stand once.
  let chain = new Set<number>()
  let end = Number.NEGATIVE_INFINITY
  for (const place of row) {
    if (place.start - end > within) chain = new Set()
    chain.add(place.word)
    end = Math.max(end, place.end)
    if (chain.size === places.length) return true
  }
  return false
}
