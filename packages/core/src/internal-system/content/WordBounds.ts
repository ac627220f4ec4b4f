/**
 * Whether what was found is a word that is said, or the end of one word that meets the beginning of another: 国旗 in 中国旗舰店.
 *
 * Chinese is written without blanks; `Intl.Segmenter` knows its words. It is asked for a few characters around a hit, and only where one of
 * its edges has a letter on either side. Two characters and three can meet by chance; four do not.
 *
 * @module
 */
import * as Everyday from "./Everyday.ts"

/** What is asked: a folded text, simplified, and where in it the word was found. */
export interface Found {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Somebody has named this word as one of theirs, whether a dictionary knows it or not. */
  readonly coined: boolean
}

/** Whether the word stands for itself. */
export const isSaid = ({ coined, end, start, text }: Found): boolean => {
  const [left, right] = [joinOf(text, start), joinOf(text, end)]
  if (left === Within || right === Within) return false
  if ((left === Apart && right === Apart) || end - start > longest) return true
  return isWord(text, start, end, coined)
}

/** How far a word of the language is looked for on either side, and how long a word that is listed may be to be doubted. */
const longest = 3

/**
 * Of all ways to cut a text into words, that with the fewest words is how it is read. What was found is said if it makes fewer of them than the
 * words that it cuts, or if it begins or ends a longer word. Where the numbers are equal, a word that somebody coined is said if it comes last and
 * leaves a word that stands alone (from the end, words are cut right more often than from the beginning), or if it comes first, no dictionary
 * knows it and it cuts no word of three characters: 开发票, 在京东 and 微信号, but no 刷单 in 印刷单, no 算了 in 计算了, no 大麻 in 大麻烦, and no 去死 in
 * 去死胡同.
 */
const isWord = (text: string, start: number, end: number, coined: boolean): boolean => {
  const from = Math.max(0, start - longest)
  const around = text.slice(from, end + longest)
  const words = segmenter.segment(around)
  const first = words.containing(start - from)
  const last = words.containing(end - from - 1)
  if (first === undefined || last === undefined) return true
  const before = around.slice(first.index, start - from)
  const after = around.slice(end - from, last.index + last.segment.length)
  if (before === "" && after === "") return true
  if (Array.from(text.slice(start, end)).length === 1) return false
  if (first.index === last.index) return before === "" || after === ""
  const cut = count(around.slice(first.index, last.index + last.segment.length), words, first.index)
  const own = 1 + wordsIn(before) + wordsIn(after)
  if (own !== cut || !coined) return own < cut
  if (before !== "") return after === "" && standsAlone(before)
  return last.segment.length <= 2 && wordsIn(text.slice(start, end)) > 1
}

/** Whether what a cut leaves is a word by itself: an everyday one that is no mere part of words, or of a place's name. 就|算了, but 计算|了. */
const standsAlone = (rest: string): boolean => Everyday.characters.has(rest) && !bound.test(rest)

/** Everyday characters that hardly stand alone, and 打, which makes verbs of what follows. */
const bound = /[东南西北们然民第此业情体政产表化任常济期度门制社基务决资命思数管规观取象设式术领传历计组育合打]/

/** Whether a character belongs to no longer word of the language, but for one that lies wholly within a stretch. */
export const isLoose = (
  text: string,
  at: number,
  within?: { readonly start: number; readonly end: number }
): boolean => {
  const from = Math.max(0, at - longest)
  const word = segmenter.segment(text.slice(from, at + longest + 1)).containing(at - from)
  if (word === undefined || Array.from(word.segment).length === 1) return true
  const start = from + word.index
  return within !== undefined && within.start <= start && start + word.segment.length <= within.end
}

const segmenter = /* @__PURE__ */ new Intl.Segmenter("zh", { granularity: "word" })

const wordsIn = (text: string): number => (text.length < 2 ? text.length : [...segmenter.segment(text)].length)

const count = (stretch: string, words: Intl.Segments, from: number): number => {
  let sum = 0
  for (let at = from; at < from + stretch.length; sum++) at += words.containing(at)?.segment.length ?? 1
  return sum
}

/** How what stands on either side of a place belongs together. */
const Apart = 0
const Perhaps = 1
const Within = 2

/** A word of letters, or a number, is cut nowhere; where neighbouring letters have no blanks between words, it has to be asked. */
const joinOf = (text: string, at: number): number => {
  if (at === 0 || at === text.length) return Apart
  const [before, after] = [classOf(text, at - 1), classOf(text, at)]
  if (before !== after || before === Sign) return Apart
  return before === Unspaced ? Perhaps : Within
}

const Sign = 0
const Unspaced = 1
const Letter = 2
const Digit = 3

const classOf = (text: string, at: number): number => {
  const unit = text.charCodeAt(at)
  if (unit < 0x80) return unit >= 0x30 && unit <= 0x39 ? Digit : unit >= 0x61 && unit <= 0x7a ? Letter : Sign
  if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0xd800 && unit <= 0xdfff)) return Unspaced
  const character = text[at] as string
  return unspaced.test(character) ? Unspaced : letter.test(character) ? Letter : Sign
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const letter = /[\p{L}\p{N}]/u
