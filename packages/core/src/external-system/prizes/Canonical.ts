/**
 * The one text of a JSON value, and its fingerprint: the keys of objects in the order of their code units, no blanks, strings as `JSON.stringify` writes them, whole
 * numbers only. What it makes is RFC 8785 (JCS) for such values.
 *
 * @module
 */
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js"

/** The SHA-256 of the one text of the value, in hexadecimal digits. */
export const fingerprint = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(text(value))))

/** The one text of the value. What has none is a defect: a fraction, half a character. */
export const text = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(text).join(",")}]`
  if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
    return `{${fields.map(([name, part]) => `${text(name)}:${text(part)}`).join(",")}}`
  }
  if (typeof value === "number" && !Number.isSafeInteger(value)) throw new Error(`${value} has no one text.`)
  if (typeof value === "string" && !value.isWellFormed()) throw new Error("Half a character has no one text.")
  return JSON.stringify(value)
}
