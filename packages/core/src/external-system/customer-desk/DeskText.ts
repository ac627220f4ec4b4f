/**
 * What fans wrote, in a form that every desk can keep: whoever reads a ticket reads the fan's own words, and nothing that hides or turns them.
 *
 * Databases of desks refuse null characters and halves of characters, and a subject with a line break in it becomes a header of their mails. Such a
 * sign is shown as � rather than left out, so that nobody takes the text for what the fan wrote.
 *
 * @module
 */
import { utf8ToBytes } from "@noble/hashes/utils.js"

/** What stands where a text was cut. */
export const cutMark = "…"

/** How a desk counts a text's length: in characters as UTF-16 has them, or in the bytes of UTF-8. */
export type Count = "characters" | "bytes"

/** The text on as many lines as it has, no longer than the desk keeps. */
export const block = (text: string, most: number, count: Count = "characters"): string =>
  cut(
    text
      .toWellFormed()
      .replace(/\r\n?|\u2028|\u2029|\u0085/g, "\n")
      .replace(bad, "\ufffd"),
    most,
    count
  )

/** The text on one line, no longer than the desk keeps. */
export const line = (text: string, most: number, count: Count = "characters"): string =>
  cut(
    block(text, Number.POSITIVE_INFINITY)
      .replace(/[\n\t\v\f]+/g, " ")
      .trim(),
    most,
    count
  )

/** Control signs but for line break and tab, signs that turn the direction of reading, and numbers that stand for no character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const bad = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]/g

const segmenter = new Intl.Segmenter("zh", { granularity: "grapheme" })

/** Cut between two signs as a reader counts them. */
const cut = (text: string, most: number, count: Count): string => {
  const sizeOf = (part: string) => (count === "bytes" ? utf8ToBytes(part).length : part.length)
  if (sizeOf(text) <= most) return text
  const room = most - sizeOf(cutMark)
  let [end, size] = [0, 0]
  for (const { index, segment } of segmenter.segment(text.slice(0, most))) {
    size += sizeOf(segment)
    if (size > room) break
    end = index + segment.length
  }
  return `${text.slice(0, end)}${cutMark}`
}
