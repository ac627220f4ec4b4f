/**
 * A code as it is printed, and as it is read from what somebody has typed: in groups of characters, and whatever case, width, blanks, hyphens and
 * quotation marks it comes with.
 *
 * @module
 */
import { Result, Schema } from "effect"
import type { Bilingual } from "../../finding/Bilingual.ts"
import { digitOf, write as written } from "./Alphabet.ts"
import * as Checks from "./Checks.ts"

/** How many characters a code may have, its two checks among them. */
export const Length = Schema.Int.check(Schema.isBetween({ minimum: 8, maximum: 20 }))

/** Nothing longer is looked at, in UTF-16 code units. */
export const longestText = 200

/** Why a text is no code. */
export const Why = Schema.Union([
  Schema.TaggedStruct("Stranger", { character: Schema.String }),
  Schema.TaggedStruct("TooShort", { characters: Schema.Int, of: Schema.Int }),
  Schema.TaggedStruct("TooLong", { of: Schema.Int }),
  Schema.TaggedStruct("Mistyped", { place: Schema.optionalKey(Schema.Int), swapped: Schema.Boolean })
])
/** Why a text is no code. */
export type Why = typeof Why.Type

/** The digits in groups of four, or of three or five where that comes out even, with hyphens between. */
export const write = (digits: ReadonlyArray<number>): string => {
  const size = [4, 3, 5].find((one) => digits.length % one === 0) ?? 4
  return (written(digits).match(new RegExp(`.{1,${size}}`, "g")) ?? []).join("-")
}

/** The digits of a code of that length that somebody has typed, or why they are none. */
export const read = (text: string, length: number): Result.Result<ReadonlyArray<number>, Why> => {
  if (text.length > longestText) return Result.fail({ _tag: "TooLong", of: length })
  const digits: Array<number> = []
  for (const character of bare(text)) {
    const value = digitOf(character)
    if (value === undefined) return Result.fail({ _tag: "Stranger", character })
    digits.push(value)
  }
  if (digits.length < length) return Result.fail({ _tag: "TooShort", characters: digits.length, of: length })
  if (digits.length > length) return Result.fail({ _tag: "TooLong", of: length })
  const wrong = Checks.wrongIn(digits)
  if (wrong === undefined) return Result.succeed(digits)
  const place = wrong._tag === "One" ? { place: wrong.place } : {}
  return Result.fail({ _tag: "Mistyped", ...place, swapped: wrong._tag === "Swapped" })
}

/** What is left without blanks, marks and signs that nobody sees: full-width characters are as wide as others, and small ones are capitals. */
const bare = (text: string): string =>
  text
    .toWellFormed()
    .normalize("NFKD")
    .toUpperCase()
    .replaceAll(/[\s\p{P}\p{C}\p{Sk}\p{M}]/gu, "")

/** What people read who have typed it. */
export const said = (why: Why): Bilingual => {
  switch (why._tag) {
    case "Stranger":
      return {
        zh: `兑换码里没有「${why.character}」这个字符，请对照原文再输一次。`,
        en: `No code has the character ${why.character}; look at it again.`
      }
    case "TooShort":
      return {
        zh: `只有 ${why.characters} 位，兑换码有 ${why.of} 位。`,
        en: `There are ${why.characters} characters, and a code has ${why.of}.`
      }
    case "TooLong":
      return { zh: `太长了，兑换码只有 ${why.of} 位。`, en: `That is too long: a code has ${why.of} characters.` }
    case "Mistyped":
      return why.swapped
        ? { zh: "有两位写反了，请再核对一次。", en: "Two characters seem to be swapped; look at it again." }
        : why.place === undefined
          ? { zh: "有几位写错了，请再核对一次。", en: "Some characters are mistyped; look at it again." }
          : {
              zh: `第 ${why.place} 位可能写错了，请再核对一次。`,
              en: `Character ${why.place} seems to be mistyped; look at it again.`
            }
  }
}
