/**
 * Texts that are sealed under a key, inside JSON that otherwise stays as it is. AES-GCM-SIV with 256 bits (RFC 8452): the same text of the same place of a
 * case is sealed alike, and no text can be moved to another case. What begins like a sealed text and is none is sealed as well, so that nobody forges one.
 *
 * @module
 */
import { gcmsiv } from "@noble/ciphers/aes.js"
import { bytesToUtf8, utf8ToBytes } from "@noble/ciphers/utils.js"
import { sha256 } from "@noble/hashes/sha2.js"
import { Result, type Schema } from "effect"
import { Base64 } from "effect/encoding"
import type { Key } from "./PersonalKeys.ts"

/** What people read where a text was erased. */
export const erased = "（已删除 erased）"

const mark = "~sealed:"
const sealed = /^~sealed:([A-Za-z0-9]{1,64}):([A-Za-z0-9+/=]+)$/

/** The JSON with these texts sealed, wherever they stand. `place` is what they are bound to: the case, and which event of it. */
export const seal = (json: Schema.Json, texts: ReadonlySet<string>, key: Key, place: Place): Schema.Json =>
  replaced(json, (text) => (texts.has(text) || looksSealed(text) ? sealText(text, key, place) : text))

/** Whether anything of the JSON has to be sealed. */
export const hasAny = (json: Schema.Json, texts: ReadonlySet<string>): boolean =>
  someText(json, (text) => texts.has(text) || looksSealed(text))

/** Where a sealed text belongs. */
export interface Place {
  readonly case: string
  readonly event: number
}

/** Adds the names of the keys that it takes to open what is sealed in the JSON; whether there are any. */
export const addKeysIn = (json: Schema.Json, names: Set<string>): boolean => {
  let any = false
  someText(json, (text) => {
    const [, name] = looksSealed(text) ? (sealed.exec(text) ?? []) : []
    if (name === undefined) return false
    names.add(name)
    any = true
    return false
  })
  return any
}

/** The JSON with everything opened for which there is a key, and the rest erased. A text that was sealed for another case stays as it is. */
export const open = (json: Schema.Json, keys: ReadonlyMap<string, Key>, of: Place["case"]): Schema.Json =>
  replaced(json, (text) => {
    const [, name, box] = looksSealed(text) ? (sealed.exec(text) ?? []) : []
    if (name === undefined || box === undefined) return text
    const key = keys.get(name)
    return key === undefined ? erased : openText(box, key, of, text)
  })

const looksSealed = (text: string): boolean => text.startsWith(mark)

const sealText = (text: string, { bytes, id }: Key, place: Place): string => {
  const nonce = nonceOf(place)
  // As JSON, for a text may hold half a character.
  const box = gcmsiv(bytes, nonce, utf8ToBytes(place.case)).encrypt(utf8ToBytes(JSON.stringify(text)))
  return `${mark}${id}:${Base64.encode(together(nonce, box))}`
}

const openText = (box: string, { bytes }: Key, of: string, text: string): string => {
  try {
    const all = Result.getOrThrow(Base64.decode(box))
    const plain = gcmsiv(bytes, all.subarray(0, nonceLength), utf8ToBytes(of)).decrypt(all.subarray(nonceLength))
    return String(JSON.parse(bytesToUtf8(plain)))
  } catch {
    return text
  }
}

const together = (nonce: Uint8Array, box: Uint8Array): Uint8Array => {
  const all = new Uint8Array(nonce.length + box.length)
  all.set(nonce)
  all.set(box, nonce.length)
  return all
}

const nonceLength = 12

/** Nobody's chance, and nothing of the text: with this cipher a nonce that comes twice tells no more than whether the same text came twice. */
const nonceOf = (place: Place): Uint8Array =>
  sha256(utf8ToBytes(JSON.stringify([place.case, place.event]))).subarray(0, nonceLength)

/** Whether some text of the JSON is so; nothing is made anew for it. */
const someText = (json: Schema.Json, is: (text: string) => boolean): boolean => {
  if (typeof json === "string") return is(json)
  if (typeof json !== "object" || json === null) return false
  return Object.values(json).some((part: Schema.Json) => someText(part, is))
}

/** The JSON with every text replaced. */
const replaced = (json: Schema.Json, text: (text: string) => string): Schema.Json => {
  if (typeof json === "string") return text(json)
  if (typeof json !== "object" || json === null) return json
  if (Array.isArray(json)) return json.map((item) => replaced(item, text))
  return Object.fromEntries(Object.entries(json).map(([name, part]) => [name, replaced(part, text)]))
}
