/**
 * What may stand between the characters of a word to break it up: the one definition of it, by sign.
 *
 * - *Noise* is read over wherever it stands: blanks, symbols, emoji, dots, dashes, brackets, quotes, strokes (丶), and stops that are repeated
 *   until they are none (。。。).
 * - *Stops* end what is said: a new line and 。，、；：！？ They part words, as 多加。微信 does, unless a character stands alone between them or
 *   on a line: nobody ends a sentence behind every character, so 加，微，信 is one word.
 * - One or two *letters or digits* between two Chinese characters are read over where a character stands alone between them: 加1微1信.
 * - An *emoji that is a character*, such as 🈶, is read as that character, and is read over as any other emoji.
 * - Between two Latin letters or digits everything stays, for a blank is how their words end; letters that are spelled out (v x, 加v❤x) are joined.
 * - One to four characters in *brackets* between two Chinese ones are read over, brackets and all: 加微（不是）信.
 *
 * @module
 */
import { type FoldedText, Growing, isDigit, isLatin } from "./FoldedText.ts"

/** A text without what is read over. `joints` are the units that moved next to the one before them. */
export interface Squeezed {
  readonly text: FoldedText
  readonly joints: ReadonlyArray<number>
}

/** The text without signs between the characters of a word. */
export const squeeze = (folded: FoldedText): Squeezed => join(folded, signs(folded))

/** The same without letters and digits between them, for a text without signs; nothing where there are none. */
export const unlace = ({ text }: Squeezed): Squeezed =>
  laced.test(text.text) || framed.test(text.original) ? join(text, letters(text)) : { text, joints: [] }

const laced = /[^\0-\x7f][a-z0-9]{1,2}[^\0-\x7f]/

/** Emoji that are characters in a frame. */
const framed = /[\u3297\u3299\u{1F201}\u{1F202}\u{1F21A}\u{1F22F}\u{1F232}-\u{1F23A}\u{1F250}\u{1F251}]/u

/** The text as it is written, but for what stands in brackets inside of a word: 加微（不是）信. */
export const unbracket = (folded: FoldedText): Squeezed => {
  if (folded.text.search(asides) < 0) return { text: folded, joints: [] }
  const text = new Growing(folded.units.length)
  const joints: Array<number> = []
  let at = 0
  const copyTo = (end: number) => {
    for (; at < end; at++) text.push(folded.units[at] as number, folded.start[at] as number, folded.end[at] as number)
  }
  for (const { 0: aside, index } of folded.text.matchAll(asides)) {
    copyTo(index)
    joints.push(text.length)
    at = index + aside.length
  }
  copyTo(folded.units.length)
  return { text: text.finish(folded.original), joints }
}

/** One to four characters in brackets between two Chinese ones. */
const asides =
  /(?<=[\u4e00-\u9fff])[([{<【「『《〈][^\n()[\]{}<>【】「」『』《》〈〉]{1,4}[)\]}>】」』》〉](?=[\u4e00-\u9fff])/g

/** What stands in front of a unit that is kept: of several, the strongest. */
const Nothing = 0
const Blank = 1
const Noise = 2
const Stop = 3

/** The units that are kept for certain, and what stands in front of each. */
interface Gaps {
  readonly kept: ReadonlyArray<number>
  readonly before: ReadonlyArray<number>
}

const join = (folded: FoldedText, { before, kept }: Gaps): Squeezed => {
  const { units } = folded
  const count = kept.length
  const isLow = (at: number) => at < count && isLowSurrogate(units[kept[at] as number] as number)
  const isAlone = (at: number): boolean => {
    const first = isLow(at) ? at - 1 : at
    const next = isLow(first + 1) ? first + 2 : first + 1
    return (first <= 0 || before[first] !== Nothing) && (next >= count || before[next] !== Nothing)
  }
  const isReadOver = (at: number): boolean => {
    const left = units[kept[at - 1] as number]
    const right = units[kept[at] as number]
    const isOver = before[at] === Noise || before[at] === Blank
    if (!isLatin(left) || !isLatin(right)) return isOver || isAlone(at - 1) || isAlone(at)
    if (!isOver || isDigit(left) || isDigit(right)) return false
    return (isAlone(at - 1) && isAlone(at)) || (before[at] === Noise && isLetter(at - 1) && isLetter(at))
  }
  /** Whether a Latin letter has none beside it that belongs to it. */
  const isLetter = (at: number): boolean =>
    (before[at] !== Nothing || !isLatin(units[kept[at - 1] as number])) &&
    (before[at + 1] !== Nothing || !isLatin(units[kept[at + 1] as number]))
  const text = new Growing(units.length)
  const joints: Array<number> = []
  for (let at = 0; at < count; at++) {
    const place = kept[at] as number
    let from = place
    if (at > 0 && before[at] !== Nothing) {
      if (isReadOver(at)) joints.push(text.length)
      else from = (kept[at - 1] as number) + 1
    }
    for (let i = from; i <= place; i++)
      text.push(units[i] as number, folded.start[i] as number, folded.end[i] as number)
  }
  return { text: text.finish(folded.original), joints }
}

const signs = ({ text, units }: FoldedText): Gaps => {
  const kept: Array<number> = []
  const before: Array<number> = []
  let gap = Nothing
  for (let at = 0; at < units.length; at++) {
    const kind = kindOf(text, units, at)
    if (kind === Nothing) {
      kept.push(at)
      before.push(gap)
      gap = Nothing
    } else gap = Math.max(gap, kind === Stop && isRepeated(units, at) ? Noise : kind)
  }
  return { kept, before }
}

const letters = ({ end, original, start, units }: FoldedText): Gaps => {
  const isFramed = (at: number) => at < units.length && framed.test(original.slice(start[at], end[at]))
  const hasFrames = framed.test(original)
  const kept: Array<number> = []
  const before: Array<number> = []
  for (let at = 0; at < units.length; ) {
    let after = at
    while ((isLatin(units[after]) || (hasFrames && isFramed(after))) && after - at < 3) after++
    const isBetween = at > 0 && after > at && after - at < 3 && isChinese(units[at - 1]) && isChinese(units[after])
    const place = isBetween ? after : at
    kept.push(place)
    before.push(!isBetween ? Nothing : isLatin(units[at]) ? Stop : Noise)
    at = place + 1
  }
  return { kept, before }
}

/** A unit that no Latin letter, digit or sign of ASCII is. */
const isChinese = (unit: number | undefined): boolean => unit !== undefined && unit >= 0x2e80

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** Two commas or full stops in a row are an ellipsis, as people type it; two exclamation marks still end a sentence. */
const isRepeated = (units: Uint16Array, at: number): boolean =>
  ellipses.has(units[at] as number) && (units[at] === units[at - 1] || units[at] === units[at + 1])
const ellipses = new Set(Array.from("。、,", (sign) => sign.charCodeAt(0)))

const stops = /[\n。、,;:!?]/
const noise = /^(?:[\p{P}\p{S}\p{Z}\t丶丨丿\u02b0-\u02ff]|\p{Extended_Pictographic})/u
const kinds = /* @__PURE__ */ new Uint8Array(0x10000)
const Unknown = 0

/** What a unit is: known by a table that fills itself, but for halves of a pair. */
const kindOf = (text: string, units: Uint16Array, at: number): number => {
  const unit = units[at] as number
  if (isLowSurrogate(unit)) return at > 0 && noise.test(text.slice(at - 1, at + 1)) ? Noise : Nothing
  if (unit >= 0xd800 && unit <= 0xdbff) return noise.test(text.slice(at, at + 2)) ? Noise : Nothing
  if (kinds[unit] === Unknown) {
    const sign = text[at] as string
    kinds[unit] = 1 + (stops.test(sign) ? Stop : /[\p{Z}\t]/u.test(sign) ? Blank : noise.test(sign) ? Noise : Nothing)
  }
  return (kinds[unit] as number) - 1
}
