/**
 * Finds the words of a list that a text does not write but sounds out: in pinyin, with characters of the same sound, or shortened.
 *
 * Every other pair of syllables sounds like some word of a very long list, so only lists of up to `most` words are listened for. And a
 * character of the same sound counts only where no ordinary word has it: 威信 is one, 薇信 is none.
 *
 * @module
 */
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
  const { text } = folded
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

/** What stands directly before a unit in the original, blanks aside. */
const before = ({ original, start, end }: FoldedText, at: number): string => {
  const from = at === 0 ? 0 : (end[at - 1] as number)
  if (from === start[at]) return ""
  return original.slice(from, start[at]).trimEnd().slice(-1)
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
  const coined = other.length === 0
  if (same === word.length || !WordBounds.isSaid({ text, start: hit.start, end: hit.end, coined })) return Silent
  if (coined) return isVerified(text, hit) ? Faint : Clear
  const isLong = word.length > 2
  if (!other.every((place) => WordBounds.isLoose(text, place, isLong ? hit : undefined))) return Silent
  if (isLong) return same + told >= word.length / 2 ? Clear : Silent
  if (other.length > 1 || other.some((place) => everyday.has(text[place] as string))) return Silent
  return other.every((place) => rare.test(text[place] as string)) ? Clear : Faint
}

/** 加V and nothing behind it is also what an account does that Weibo verifies. */
const isVerified = (text: string, { end, start }: Lexicon.Hit): boolean =>
  /^加?[我个下你]?v$/.test(text.slice(start, end)) && /^(?:$|[\n。,!?])/.test(text.slice(end, end + 1))

/** Characters that hardly stand for themselves: what people write 微 and 信 with. */
const rare = /[薇葳溦崴巍葨徽维芯]/

/** The characters that make up most of what is written are read as themselves: 读博 is no 赌博. */
const everyday = new Set(
  `的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如
都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间
由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名
真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便
空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让
识候带导争运吗吧啊呢呀哦读饭喝吃买送够哪怎妈爸`.replaceAll("\n", "")
)
