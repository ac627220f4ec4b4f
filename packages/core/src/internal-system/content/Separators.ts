/**
 * What may stand between the characters of a word to break it up: the one definition of it, by sign.
 *
 * - *Noise* is read over wherever it stands: blanks, symbols, emoji, dots, dashes, brackets, quotes, strokes (丶), and stops that are repeated
 *   until they are none (。。。).
 * - *Stops* end what is said: a new line and 。，、；：！？ They part words, as 多加。微信 does, unless a character stands alone between them or
 *   on a line: nobody ends a sentence behind every character, so 加，微，信 is one word.
 * - One or two *letters or digits* between two Chinese characters are read over where a character stands alone between them: 加1微1信.
 * - An *emoji that is a character*, such as 🈶, is read as that character, and is read over as any other emoji.
 * - Between two Latin letters or digits everything stays, for a blank is how their words end; letters that are spelled out (v x) are joined.
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

/** What stands in front of a unit that is kept. */
const Nothing = 0
const Noise = 1
const Stop = 2

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
    if (isLatin(left) && isLatin(right))
      return before[at] === Noise && !isDigit(left) && !isDigit(right) && isAlone(at - 1) && isAlone(at)
    return before[at] === Noise || isAlone(at - 1) || isAlone(at)
  }
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
    } else if (kind === Noise || isRepeated(units, at)) gap = Math.max(gap, Noise)
    else gap = Stop
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
const noise = /^(?:[\p{P}\p{S}\p{Z}\t丶丨丿]|\p{Extended_Pictographic})/u
const kinds = /* @__PURE__ */ new Uint8Array(0x10000)
const Unknown = 0

/** What a unit is: known by a table that fills itself, but for halves of a pair. */
const kindOf = (text: string, units: Uint16Array, at: number): number => {
  const unit = units[at] as number
  if (isLowSurrogate(unit)) return at > 0 && noise.test(text.slice(at - 1, at + 1)) ? Noise : Nothing
  if (unit >= 0xd800 && unit <= 0xdbff) return noise.test(text.slice(at, at + 2)) ? Noise : Nothing
  if (kinds[unit] === Unknown) {
    const sign = text[at] as string
    kinds[unit] = 1 + (stops.test(sign) ? Stop : noise.test(sign) ? Noise : Nothing)
  }
  return (kinds[unit] as number) - 1
}
