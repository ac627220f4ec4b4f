/**
 * What fans wrote, in a form that every desk can keep: whoever reads a ticket reads the fan's own words, and nothing that hides or turns them.
 *
 * Databases of desks refuse null characters and halves of characters, and a subject with a line break in it becomes a header of their mails. Such a
 * sign is shown as � rather than left out, so that nobody takes the text for what the fan wrote.
 *
 * @module
 */

/** What stands where a text was cut. */
export const cutMark = "…"

/** The text on as many lines as it has, with so many characters at most. */
export const block = (text: string, most: number): string =>
  cut(
    text
      .toWellFormed()
      .replace(/\r\n?|\u2028|\u2029|\u0085/g, "\n")
      .replace(bad, "\ufffd"),
    most
  )

/** The text on one line, with so many characters at most. */
export const line = (text: string, most: number): string =>
  cut(
    block(text, Number.POSITIVE_INFINITY)
      .replace(/[\n\t\v\f]+/g, " ")
      .trim(),
    most
  )

/** Control signs but for line break and tab, signs that turn the direction of reading, and numbers that stand for no character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const bad = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]/g

const segmenter = new Intl.Segmenter("zh", { granularity: "grapheme" })

/** Cut between two signs as a reader counts them; characters are counted as UTF-16 does, which is the stricter count. */
const cut = (text: string, most: number): string => {
  if (text.length <= most) return text
  let end = 0
  for (const { index, segment } of segmenter.segment(text.slice(0, most + 50))) {
    if (index + segment.length > most - cutMark.length) break
    end = index + segment.length
  }
  return `${text.slice(0, end)}${cutMark}`
}
