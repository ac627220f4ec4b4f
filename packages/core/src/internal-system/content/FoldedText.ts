/**
 * A text as a reader takes it, with the way back to what was written.
 *
 * Width, case, accents and the traditional form of a character make no difference to a reader, and what has no width is
 * not seen at all; so none of them may hide a word. A letter that looks like a Latin one (Cyrillic а, 🆅) is taken for it.
 * Every unit of the folded text knows which units of the original it stands for.
 *
 * @module
 */
import { Converter } from "opencc-js/t2cn"
import type { Range } from "../../finding/Finding.ts"

/** A text without what makes no difference to a reader. `start[i]` and `end[i]` are where unit `i` stands in the original. */
export interface FoldedText {
  readonly original: string
  readonly text: string
  readonly units: Uint16Array
  readonly start: ReadonlyArray<number>
  readonly end: ReadonlyArray<number>
}

/** Folds character by character, so that the place is never lost and never throws, whatever the text. */
export const fold = (original: string): FoldedText => {
  const folded = new Growing(original.length + 16)
  for (let at = 0; at < original.length; ) {
    const unit = original.charCodeAt(at)
    const known = folding[unit] as number
    if (known > Several) {
      folded.push(known, at, at + 1)
      at += 1
    } else if (known === Unseen) {
      folded.widen(at + 1)
      at += 1
    } else {
      const character = String.fromCodePoint(original.codePointAt(at) as number)
      const after = at + character.length
      const seen = asSeen(character)
      // What a lone surrogate is taken for must not be remembered for the pairs that begin with it.
      if (character.length === 1 && (unit < 0xd800 || unit > 0xdfff)) {
        folding[unit] = seen.length === 1 ? seen.charCodeAt(0) : seen === "" ? Unseen : Several
      }
      if (seen === "") folded.widen(after)
      for (let i = 0; i < seen.length; i++) folded.push(seen.charCodeAt(i), at, after)
      at = after
    }
  }
  return folded.finish(original)
}

/** The range of the original which the folded units from `start` to before `end` stand for, in whatever order they stand there. */
export const rangeOf = (folded: FoldedText, start: number, end: number): Range => {
  let from = folded.start[start] as number
  let to = folded.end[end - 1] as number
  for (let at = start; at < end; at++) {
    from = Math.min(from, folded.start[at] as number)
    to = Math.max(to, folded.end[at] as number)
  }
  return { start: from, end: to }
}

/** Whether a folded unit is a Latin letter or a digit. */
export const isLatin = (unit: number | undefined): boolean =>
  unit !== undefined && ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39))

/** Whether a folded unit is a digit. */
export const isDigit = (unit: number | undefined): boolean => unit !== undefined && unit >= 0x30 && unit <= 0x39

/** What is known of a UTF-16 unit: 0 nothing yet, that it is not seen, that it becomes several, or else what it becomes. */
const Unseen = 1
const Several = 2
const folding = /* @__PURE__ */ new Uint16Array(0x10000)

const unseen = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Emoji_Modifier}]|(?![\n\t])\p{Cc}/gu
const lineBreak = /[\n\v\f\r\u0085\u2028\u2029]/
const toSimplified = /* @__PURE__ */ Converter({ from: "t", to: "cn" })
/** Twice, for 薴 becomes 苧, and 苧 becomes 苎. What only a rare character outside the basic plane stands for is read as it is: 鉮. */
const simplified = (character: string): string => {
  const plain = toSimplified(toSimplified(character))
  return plain.length > character.length ? character : plain
}

/**
 * By what they look like: letters of other scripts and signs (source: confusables.txt of Unicode TR 39, for the letters in use); characters that
 * nobody writes but in the place of another, and the figures of cheques.
 */
const lookAlikes: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  Object.entries({
    ...{
      抽: "菗",
      最: "蕞朂冣",
      第: "笫",
      微: "㣲徾徴",
      信: "㐰訫",
      一: "壹弌",
      二: "贰貳弍",
      三: "叁叄弎",
      1: "❶➀➊",
      2: "❷➁➋",
      3: "❸➂➌"
    },
    ...{ a: "аɑα", b: "ь", c: "сϲᴄ", d: "ԁ", e: "еєҽᴇε", g: "ɡց", h: "һʜ", i: "іιıɪ", j: "ј", k: "кκᴋ", l: "ӏ" },
    ...{ m: "мᴍ", n: "пոɴη", o: "оοօᴏσ", p: "рρ", q: "ԛ", r: "гᴦ", s: "ѕꜱ", t: "тτᴛ", u: "υսᴜ", v: "νѵᴠ∨" },
    ...{ w: "ԝѡᴡω", x: "хχ×", y: "уүγʏ", z: "ᴢ" }
  })
    .flatMap(([letter, others]) => Array.from(others, (other): [string, string] => [other, letter]))
    // The letters in black circles, in frames, and in black frames.
    .concat(
      [0x1f150, 0x1f170].flatMap((first) =>
        Array.from("abcdefghijklmnopqrstuvwxyz", (letter, at): [string, string] => [
          String.fromCodePoint(first + at),
          letter
        ])
      )
    )
)

const asSeen = (character: string): string => {
  if (lineBreak.test(character)) return "\n"
  if (/\p{Cs}/u.test(character)) return "\uFFFD"
  const plain = character
    .normalize("NFKC")
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize("NFKD")
    .replace(unseen, "")
  return Array.from(plain.normalize("NFC"), (one) => lookAlikes.get(one) ?? simplified(one)).join("")
}

/** A folded text while it is being written. Most texts are short, and for those plain arrays are made sooner than typed ones. */
export class Growing {
  length = 0
  private units: Uint16Array
  private readonly start: Array<number> = []
  private readonly end: Array<number> = []
  constructor(capacity: number) {
    this.units = new Uint16Array(capacity)
  }
  /** One more unit, and the place in the original that it stands for. */
  push(unit: number, start: number, end: number): void {
    const at = this.length++
    if (at === this.units.length) this.grow()
    this.units[at] = unit
    this.start.push(start)
    this.end.push(end)
  }
  /** What is not seen belongs to the character before it, so that a range never cuts off an accent. */
  widen(end: number): void {
    if (this.length > 0) this.end[this.length - 1] = end
  }
  /** The whole, beside the original. */
  finish(original: string): FoldedText {
    const units = this.units.subarray(0, this.length)
    return { original, text: textOf(units), units, start: this.start, end: this.end }
  }
  private grow(): void {
    const grown = new Uint16Array(this.units.length * 2 + 16)
    grown.set(this.units)
    this.units = grown
  }
}

/** Units as a string. */
export const textOf = (units: Uint16Array): string => {
  let text = ""
  for (let at = 0; at < units.length; at += 4096) {
    // Spreading goes through an iterator and is ten times slower; `apply` takes what is like an array, though its type says otherwise.
    text += String.fromCharCode.apply(null, units.subarray(at, at + 4096) as unknown as Array<number>)
  }
  return text
}
