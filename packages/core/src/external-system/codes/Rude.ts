/**
 * Whether a code reads as a word that it must not, or as a number, which spreadsheets make something else of.
 *
 * @module
 */
import { characters, digitOf, write } from "./Alphabet.ts"
import * as RudeWords from "./RudeWords.ts"

/** Whether a code with these characters is not given out, under the words of an edition and those that a brand adds. */
export const teller = (edition: number, words: ReadonlyArray<string>): ((code: string) => boolean) => {
  const looks = [...RudeWords.of(edition), ...words].flatMap((word) => lookOf(word) ?? [])
  // No character of codes means anything in a pattern.
  const rude = new RegExp([...new Set(looks), numeric].join("|"))
  return (code) => rude.test(code)
}

/** Digits alone, and digits around a D, which some programs take for an exponent: spreadsheets round them. */
const numeric = "^[0-9]*D?[0-9]*$"

/** How a word looks in a code; nothing where none can look so. */
export const lookOf = (word: string): string | undefined => {
  const values = [...word.normalize("NFKC").toUpperCase()].map((one) => (one === "E" ? three : digitOf(one)))
  const whole = values.flatMap((value) => value ?? [])
  return whole.length === values.length && whole.length > 0 ? write(whole) : undefined
}

const three = characters.indexOf("3")

/** How many of all codes of a length read as one of these words, from 0 to 1: an upper bound. */
export const share = (words: ReadonlyArray<string>, length: number): number => {
  const looks = new Set(words.flatMap((word) => lookOf(word) ?? []))
  return Math.min(
    1,
    [...looks].reduce((sum, { length: own }) => sum + Math.max(0, length - own + 1) / characters.length ** own, 0)
  )
}
