/**
 * The characters of codes: 23 digits and capitals, of which none looks like another, none is a vowel and none is a 4. What looks like one of them is read
 * as that one, in whatever case, width or script it was typed.
 *
 * Left out, and read as: O 0 Q as D, I L as 1, Z as 2, S as 5, G as 6, B as 8, U as V. Of A, E and 4 no code has anything: A and E make words, and 4
 * (四) sounds like death (死).
 *
 * @module
 */

/** The characters, in the order of their values; there are as many as a prime number, so that every value but 0 has an inverse. */
export const characters = "12356789CDFHJKMNPRTVWXY"

/** How many there are: 23. */
export const size: number = characters.length

/** What is read as which of them, besides themselves: capitals that look alike, then those of Cyrillic and Greek, then a bar. */
const alike: ReadonlyArray<readonly [one: string, others: string]> = [
  ["D", "O0QОΟ"],
  ["1", "ILІΙ|"],
  ["2", "ZΖ"],
  ["3", "З"],
  ["5", "SЅ"],
  ["6", "G"],
  ["8", "BВΒ"],
  ["C", "СϹ"],
  ["H", "НΗ"],
  ["J", "Ј"],
  ["K", "КΚ"],
  ["M", "МΜ"],
  ["N", "Ν"],
  ["P", "РΡ"],
  ["T", "ТΤ"],
  ["V", "U"],
  ["X", "ХΧ"],
  ["Y", "УΥ"]
]

const values = new Map<string, number>([
  ...[...characters].map((character, value) => [character, value] as const),
  ...alike.flatMap(([one, others]) => [...others].map((other) => [other, characters.indexOf(one)] as const))
])

/** The value of a character, or of one that looks like it; nothing where no code has anything like it. */
export const digitOf = (character: string): number | undefined => values.get(character)

/** The characters with these values. */
export const write = (digits: ReadonlyArray<number>): string => digits.map((value) => characters[value]).join("")
