/**
 * What of a text counts: its running words as they are folded, and signs that say something by themselves, such as [怒].
 *
 * Width, case and script make no difference. Of addresses, names, topics and numbers only that there is one counts, and of what is quoted nothing:
 * a model learns how people talk and never who they are.
 *
 * @module
 */
import { type FoldedText, fold, isDigit } from "../content/FoldedText.ts"

/** A stretch of the folded text: running words, or a sign that is known by its name. */
export interface Stretch {
  readonly start: number
  readonly end: number
  /** `[怒]`, or what stands for all of a kind: `<link>`, `<name>`, `<topic>`, `<media>`, `<figures>`. */
  readonly sign: string | undefined
}

/** What of a text counts. */
export interface Features {
  readonly folded: FoldedText
  readonly stretches: ReadonlyArray<Stretch>
  /** Whether the text was too long to be read to its end. */
  readonly isCut: boolean
}

/** So many units of a text are read, from its beginning; a post on Weibo has 2,000 at most. */
export const most = 4000

/** Takes a text apart; never throws, whatever the text. */
export const of = (text: string): Features => {
  const folded = fold(text.length > most ? text.slice(0, most) : text)
  return { folded, stretches: stretches(folded), isCut: text.length > most }
}

/** What others are quoted with stands behind it, and whom a comment answers before it. */
const quoted = /\/\/\s*@/
const answered = /^\s*(?:回[复覆]\s*)?@[^\s:@]{1,30}\s*:/

const stretches = ({ text, units }: FoldedText): ReadonlyArray<Stretch> => {
  const all: Array<Stretch> = []
  const quote = text.includes("//") ? text.search(quoted) : -1
  const end = quote < 0 ? units.length : quote
  let from = text.includes("@") ? (answered.exec(text)?.[0].length ?? 0) : 0
  const words = (to: number) => {
    if (from < to) all.push({ start: from, end: to, sign: undefined })
  }
  for (let at = from; at < end; ) {
    const sign = signAt(text, units, at, end)
    if (sign === undefined) at++
    else {
      words(at)
      all.push(sign)
      at = from = sign.end
    }
  }
  words(end)
  return all
}

/** By their first unit, so that most units are passed over with one look. */
const signs: ReadonlyMap<number, readonly [RegExp, string | undefined]> = new Map([
  [0x40, [/@[\p{L}\p{N}_-]+/uy, "<name>"]],
  [0x23, [/#[^#\n]{1,60}#/y, "<topic>"]],
  [0x7b, [/\{%[^%]*%\}/y, "<media>"]],
  [0x5b, [/\[[\p{L}\p{N}]{1,8}\]/uy, undefined]],
  [0x68, [/https?:[!-Z\\^-~]*/y, "<link>"]],
  [0x77, [/www\.[!-Z\\^-~]+/y, "<link>"]]
])
const figures = /\d[\d -]{3,}\d/y

const signAt = (text: string, units: Uint16Array, at: number, most: number): Stretch | undefined => {
  const unit = units[at] as number
  const [pattern, name] = isDigit(unit) ? [figures, "<figures>"] : (signs.get(unit) ?? nothing)
  if (pattern === undefined) return undefined
  pattern.lastIndex = at
  const found = pattern.exec(text)?.[0]
  return found === undefined || at + found.length > most
    ? undefined
    : { start: at, end: at + found.length, sign: name ?? found }
}
const nothing = [undefined, undefined] as const
