/**
 * Texts without anything that only programs see. Whoever wants to tell a model what no person reads writes it in characters that have no shape, or turns
 * the line around: each of them is written out by its number.
 *
 * @module
 */

/** The text, with what has no shape written out; what joins and colours emoji stays where it does. */
export const text = (written: string): string =>
  written
    .toWellFormed()
    .replace(hidden, (one, at: number, whole: string) =>
      isPartOfEmoji(one, whole.slice(0, at), whole.slice(at + one.length)) ? one : `⟨U+${hex(one)}⟩`
    )

/** Everything in it, names included. What is no JSON stays as it is. */
export const all = (value: unknown): unknown => {
  if (typeof value === "string") return text(value)
  if (Array.isArray(value)) return value.map(all)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [text(name), all(one)]))
}

/** Controls but a new line and a tab, what formats and turns around, tags, what chooses a form, blanks that are none, and what nobody has assigned. */
const hidden = /[\p{Cf}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800]|[^\P{Cc}\n\t]/gu

const isPartOfEmoji = (one: string, before: string, after: string): boolean => {
  if (one === "\u{FE0F}") return /[\p{Emoji}]$/u.test(before)
  if (one === "\u{200D}") return /\p{Emoji}\u{FE0F}?$/u.test(before) && /^\p{Extended_Pictographic}/u.test(after)
  return false
}

const hex = (one: string): string => (one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")
