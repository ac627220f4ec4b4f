/**
 * Finds the words of a list that a text does not write but sounds out: in pinyin, with characters of the same sound, or shortened.
 *
 * Every other pair of syllables sounds like some word of a very long list, so only lists of up to `most` words are listened for. And a
 * character of the same sound counts only where no ordinary word has it: 威信 is one, 薇信 is none.
 *
 * @module
 */
import * as Everyday from "./Everyday.ts"
import type { FoldedText } from "./FoldedText.ts"
import * as Lexicon from "./Lexicon.ts"
import * as Sound from "./Sound.ts"
import * as WordBounds from "./WordBounds.ts"

/** A list that is listened for: the words, and by their sound which of them are meant. */
export interface Disguises {
  readonly words: ReadonlyArray<string>
  readonly lexicon: Lexicon.Lexicon
  readonly meant: ReadonlyArray<ReadonlyArray<number>>
  /** The syllables that pinyin is read as. */
  readonly known: ReadonlySet<number>
}

/** How long a list may be to be listened for. */
export const most = 2000

/** Compiles the words that are Chinese; nothing, where there are too many or none. */
export const compile = (words: ReadonlyArray<string>): Disguises | undefined => {
  if (words.length > most) return undefined
  const meant = new Map<string, Array<number>>()
  for (const [at, word] of words.entries()) {
    for (const sound of Sound.ofWord(word)) meant.set(sound, [...(meant.get(sound) ?? []), at])
  }
  return meant.size === 0
    ? undefined
    : {
        words,
        lexicon: Lexicon.compile([...meant.keys()]),
        meant: [...meant.values()],
        known: Sound.alphabet(meant.keys())
      }
}

/** A word that is sounded out; faintly, where common characters stand for it, which may as well be meant themselves. */
export interface Sounding extends Lexicon.Hit {
  readonly faint: boolean
}

/** The words that a text without signs in it sounds out, by the units that do. */
export const search = ({ known, lexicon, meant, words }: Disguises, folded: FoldedText): ReadonlyArray<Sounding> => {
  const { original, text } = folded
  if (!Sound.maySound(lexicon.starts, text, original)) return []
  const sounded = Sound.of(text, known, (at) => before(folded, at))
  return Lexicon.search(lexicon, sounded).flatMap(({ end, start, word }) =>
    (meant[word] ?? []).flatMap((word): ReadonlyArray<Sounding> => {
      const hit = { word, start: sounded.start[start] as number, end: sounded.end[end - 1] as number }
      const loud = loudness(words[word] as string, text, sounded, start, hit)
      return loud === Silent ? [] : [{ ...hit, faint: loud === Faint }]
    })
  )
}

const Silent = 0
const Faint = 1
const Clear = 2

/** The signs before a unit in the original, or at its end, blanks aside. */
const before = ({ original, start, end }: FoldedText, at: number): string => {
  const from = at === 0 ? 0 : (end[at - 1] as number)
  if (from === start[at]) return ""
  return original.slice(from, start[at]).trimEnd()
}

const loudness = (
  word: string,
  text: string,
  { spelled, start }: Sound.Sounded,
  first: number,
  hit: Lexicon.Hit
): number => {
  const other: Array<number> = []
  let same = 0
  let told = 0
  for (let at = 0; at < word.length; at++) {
    const place = start[first + at] as number
    if (spelled[first + at] === 1) told += 1
    else if (text[place] === word[at]) same += 1
    else other.push(place)
  }
  if (same === word.length) return Silent
  const coined = other.length === 0
  const isLong = word.length > 2
  const isFar = same + told < word.length / 2
  const isEveryday = other.some((place) => Everyday.characters.has(text[place] as string))
  if (isLong ? isFar && isEveryday : isEveryday && told === 0) return Silent
  if (!WordBounds.isSaid({ text, start: hit.start, end: hit.end, coined })) return Silent
  if (coined) return isVerified(text, hit) ? Faint : Clear
  if (!other.every((place) => WordBounds.isLoose(text, place, isLong ? hit : undefined))) return Silent
  if (isLong && !isFar) return Clear
  return !isFar && !isEveryday && other.every((place) => rare.test(text[place] as string)) ? Clear : Faint
}

/** 加V and nothing behind it is also what an account does that Weibo verifies. */
const isVerified = (text: string, { end, start }: Lexicon.Hit): boolean =>
  /^加?[我个下你]?v$/.test(text.slice(start, end)) && /^(?:$|[\n。,!?])/.test(text.slice(end, end + 1))

/** Characters that hardly stand for themselves: what people write 微 and 信 with. */
const rare = /[薇葳溦崴巍葨徽维芯]/
