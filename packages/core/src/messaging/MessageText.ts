/**
 * What a message reads like: one line a matter, with the address at which something is done about it, in the room that a platform gives.
 *
 * @module
 */
import type { Language } from "../finding/Bilingual.ts"
import type { Matter } from "./Messenger.ts"

/** A matter as it is read. */
export interface Line {
  readonly text: string
  readonly act: string
}

/** What stands behind a text of which a part was left out. */
export const cutMark: Readonly<Record<Language, string>> = {
  zh: "……（有删节，全文见链接）",
  en: "… (cut; the whole is at the link)"
}

/**
 * Text on one line that mentions nobody, leads nowhere and hides nothing, whoever wrote it: signs that are not seen are taken out, `@` is written
 * full-width, and what applications would make a link of is written with brackets, as `https:[//]evil[.]com`.
 */
export const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .replace(unseen, "")
    .replace(/\s+/gu, " ")
    .trim()
    .replaceAll("@", "＠")
    .replace(/(?<!\[)\/\/(?!\])/g, "[//]")
    .replace(/(?<=\S)[.．｡](?=\p{L}[\p{L}\p{N}-])/gu, "[.]")

/** Formatting signs, which turn or hide what is read; the joiner of emoji is none of them. */
const unseen = /(?!\u200d)\p{Cf}/gu

/**
 * The matters as they are read, none left out: where they do not fit as they are, the longest of their texts are cut, at the end of a sentence where
 * there is one near, and say so. Nothing, where not even their addresses fit.
 */
export const fit = (
  matters: ReadonlyArray<Matter>,
  language: Language,
  fits: (lines: ReadonlyArray<Line>) => boolean
): ReadonlyArray<Line> | undefined => {
  const texts = matters.map(({ message }) => signsOf(plain(message[language])))
  const linesOf = (most: number) =>
    matters.map(({ act }, index) => ({ text: cut(texts[index] ?? [], most, cutMark[language]), act }))
  const longest = Math.max(...texts.map(({ length }) => length))
  const whole = linesOf(longest)
  if (fits(whole)) return whole
  let [found, least, most]: [ReadonlyArray<Line> | undefined, number, number] = [undefined, 0, longest - 1]
  while (least <= most) {
    const middle = Math.floor((least + most) / 2)
    const lines = linesOf(middle)
    if (fits(lines)) {
      found = lines
      least = middle + 1
    } else most = middle - 1
  }
  return found
}

/** What a reader takes for one sign, so that no emoji and no accent is cut apart. */
const signsOf = (text: string): ReadonlyArray<string> => Array.from(segmenter.segment(text), ({ segment }) => segment)
const segmenter = new Intl.Segmenter("zh", { granularity: "grapheme" })

/** The text with so many signs at most, before the mark that says that it was cut. */
const cut = (signs: ReadonlyArray<string>, most: number, mark: string): string => {
  if (signs.length <= most) return signs.join("")
  const kept = signs.slice(0, most)
  const end = kept.findLastIndex((sign) => /^[。！？；!?;]$/u.test(sign)) + 1
  return `${kept.slice(0, end * 2 > most ? end : most).join("")}${mark}`
}

/** How many bytes a text has in UTF-8, which is what platforms count. */
export const bytesOf = (text: string): number => {
  let bytes = 0
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

/** The lines as one text: a matter is its text and, below it, its address; several of them are numbered. */
export const joined = (lines: ReadonlyArray<Line>): string =>
  lines.map(({ act, text }, index) => `${lines.length > 1 ? `${index + 1}. ` : ""}${text}\n${act}`).join("\n")
