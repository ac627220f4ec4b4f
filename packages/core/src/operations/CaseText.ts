/**
 * What was said in a case, as it is looked for: texts alike however they are written, wide or narrow, large or small, and in which any two characters that
 * stand side by side lead to the case. Chinese has no blanks between its words, so that a word is whatever somebody looks for.
 *
 * @module
 */
import type { Schema } from "effect"

/** The text of an event: every text that was said with its step, one to a line. */
export const of = (event: Schema.Json): string => {
  const all: Array<string> = []
  const walk = (value: unknown): void => {
    if (typeof value === "string") all.push(value)
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(walk)
  }
  walk(Reflect.get(Object(event), "facts"))
  return folded(all.join("\n").slice(0, longest))
}

/** So much of one event is looked through. */
const longest = 20_000

/** The words that are looked for; none where no word has two characters at least. */
export const wordsOf = (asked: string): ReadonlyArray<string> => {
  const words = termsOf(asked)
  return words.some((word) => pairsOf(word).size > 0) ? words : []
}

/** The words that are looked for where each text is read anyway, however short they are. */
export const termsOf = (asked: string): ReadonlyArray<string> =>
  folded(asked)
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, mostWords)

const mostWords = 8

/** One way to write it, without what no database keeps. */
export const folded = (text: string): string =>
  text.toWellFormed().normalize("NFKC").toLowerCase().replaceAll("\u0000", " ").trim()

/** Every two characters of the text that stand side by side, with no blank between them, each once. */
export const pairsOf = (text: string): ReadonlySet<string> => {
  const pairs = new Set<string>()
  let before = ""
  for (const sign of text) {
    const isBlank = /\s/.test(sign)
    if (before !== "" && !isBlank) pairs.add(before + sign)
    before = isBlank ? "" : sign
  }
  return pairs
}
