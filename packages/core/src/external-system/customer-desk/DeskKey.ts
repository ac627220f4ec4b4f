/**
 * The key that a caller gives what is written to a customer desk or to the members, the same at every try, so that it is done once.
 *
 * Desks find texts without regard to upper and lower case, cut long ones, and trim blanks. A key has nothing that any of them could take for that of
 * another one; `of` makes one of any text.
 *
 * @module
 */
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js"
import { Schema } from "effect"

const form = /^[a-z0-9][a-z0-9:._/-]{0,99}$/

/** A key: lower-case letters, digits and `: . _ / -`, at most 100 of them. */
export const DeskKey = Schema.String.check(
  Schema.isPattern(form, { expected: "at most 100 lower-case letters, digits and : . _ / -" })
).pipe(Schema.brand("DeskKey"))
/** A key: lower-case letters, digits and `: . _ / -`, at most 100 of them. */
export type DeskKey = typeof DeskKey.Type

/** The key of a text: the text itself where that is a key, or else what of it can stand in one, with a digest that no other text has. */
export const of = (text: string): DeskKey => {
  if (form.test(text) && !digested.test(text)) return DeskKey.make(text)
  const readable = text
    .toLowerCase()
    .replace(/[^a-z0-9:._/-]+/g, "-")
    .slice(0, 50)
  return DeskKey.make(`x${readable}.${bytesToHex(sha256(utf8ToBytes(escaped(text)))).slice(0, 40)}`)
}

/** What `of` makes of another text is never taken as it is. */
const digested = /^x.{0,50}\.[0-9a-f]{40}$/

/** Halves of characters all have the same bytes in UTF-8: so they are written by their number before. */
const escaped = (text: string): string =>
  text.isWellFormed() ? text : JSON.stringify([...text].map((sign) => sign.codePointAt(0)))
