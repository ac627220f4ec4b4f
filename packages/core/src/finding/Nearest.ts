/**
 * What somebody may have meant who wrote a name that is not known.
 *
 * @module
 */
import { distance } from "fastest-levenshtein"
import type { Bilingual } from "./Bilingual.ts"

/** Names longer than this are not compared, and of longer lists only so many: findings take bounded time, whatever the text. */
const longest = 64
const most = 500

/** The known name that is a slip of the keyboard away, if there is one. */
export const nearest = (name: string, known: ReadonlyArray<string>): string | undefined => {
  if (name.length > longest) return undefined
  let near: string | undefined
  let least = longest
  for (const one of known.slice(0, most)) {
    const slips = one.length > longest ? longest : slipsBetween(name.toLowerCase(), one.toLowerCase())
    if (slips < least) [near, least] = [one, slips]
  }
  return near
}

/** Letters that are wrong, missing or too many, two that have changed places being one slip; `longest` when there are too many of them. */
const slipsBetween = (name: string, known: string): number => {
  if (haveChangedPlaces(name, known)) return 1
  const slips = distance(name, known)
  return slips <= allowed(name, known) ? slips : longest
}

const haveChangedPlaces = (name: string, known: string): boolean => {
  const at = Array.from(name).findIndex((letter, index) => letter !== known[index])
  const [first, second] = [known[at], known[at + 1]]
  return second !== undefined && name === `${known.slice(0, at)}${second}${first}${known.slice(at + 2)}`
}

/** One letter of two is half of the name, and one of three its beginning as a rule: Li is no slip of Lu, nor Tan of Lan. */
const allowed = (name: string, known: string): number => {
  const letters = Math.max(name.length, known.length)
  if (letters <= 3) return letters === 3 && name[0] === known[0] ? 1 : 0
  return letters <= 5 ? 1 : Math.floor(letters / 3)
}

/** The same as advice, or else what could be written; `otherwise` is for a list without names. */
export const advice = (name: string, known: ReadonlyArray<string>, otherwise: Bilingual): Bilingual => {
  const near = nearest(name, known)
  if (near !== undefined) return { zh: `是否应为「${near}」？`, en: `Did you mean ${near}?` }
  if (known.length === 0) return otherwise
  const shown = known.slice(0, 24)
  const more = known.length > shown.length
  return {
    zh: `${otherwise.zh}可用的有：「${shown.join("」「")}」${more ? "等" : ""}。`,
    en: `${otherwise.en} What may stand here: ${shown.join(", ")}${more ? ", and others" : ""}.`
  }
}

/** The beginning of a text, for a sentence about it. */
export const excerpt = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text)

/** A sentence in which somebody else's words stand: of each the beginning, and of a list of them as many as anybody reads. */
export const brief = (sentence: string): string => {
  const words = sentence.replaceAll(/[^\s「」“”"，。、：；,;()（）]{81,}/gu, (word) => excerpt(word).toWellFormed())
  return words.length > longestSentence ? `${words.slice(0, longestSentence).toWellFormed()}…` : words
}
const longestSentence = 1_000

/** The beginning of a text from outside, in quotes as JSON has them: the one form in which errors echo what somebody sent. */
export const echo = (text: string): string => JSON.stringify(excerpt(text).toWellFormed())
