/**
 * What stands for a person in a published list. Her *slip*, which the house gives to nobody but her, opens it: the ticket is the hash of the slip and of her id. Without
 * the slip nobody can find out whose a ticket is, not even by trying every id there is; with it, everybody can see that it is hers and nobody else's.
 *
 * @module
 */
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js"

/** How many bytes a ticket has, and a slip. */
export const size = 16

/** The ticket that a slip opens for this person. */
export const open = (slip: Uint8Array, fan: string): Uint8Array =>
  sha256
    .create()
    .update(slip)
    .update(utf8ToBytes(plain(fan)))
    .digest()
    .subarray(0, size)

/** The slip of a person, made of the draw's own secret. */
export const slipOf = (secret: Uint8Array, fan: string): Uint8Array =>
  sha256
    .create()
    .update(block(secret))
    .update(utf8ToBytes(plain(fan)))
    .digest()
    .subarray(0, size)

/** The tickets of these people, whose ids are plain, one after the other in their order. */
export const all = (secret: Uint8Array, fans: ReadonlyArray<string>): Uint8Array => {
  const tickets = new Uint8Array(fans.length * size)
  // A million of them: what is hashed first is hashed once, and nothing is made anew for each.
  const [begun, empty, hash] = [sha256.create().update(block(secret)), sha256.create(), sha256.create()]
  const out = new Uint8Array(32)
  const slip = out.subarray(0, size)
  const room = new Uint8Array(size + longest)
  const [ids, slipsAndIds] = [0, size].map((before) =>
    Array.from({ length: longest + 1 }, (_, length) => room.subarray(size - before, size + length))
  )
  for (let index = 0; index < fans.length; index++) {
    const fan = fans[index] ?? ""
    const isShort = fillsAscii(fan, room)
    const id = isShort ? ids?.[fan.length] : undefined
    begun._cloneInto(hash)
    hash.update(id ?? utf8ToBytes(fan)).digestInto(out)
    room.set(slip)
    empty._cloneInto(hash)
    if (id === undefined) hash.update(slip).update(utf8ToBytes(fan))
    else hash.update(slipsAndIds?.[fan.length] ?? slip)
    hash.digestInto(out)
    tickets.set(slip, index * size)
  }
  return tickets
}

const longest = 64

/** Writes a short ASCII id behind the room for its slip; whether it is one. */
const fillsAscii = (fan: string, room: Uint8Array): boolean => {
  if (fan.length > longest) return false
  for (let index = 0; index < fan.length; index++) {
    const unit = fan.charCodeAt(index)
    if (unit > 0x7e) return false
    room[size + index] = unit
  }
  return true
}

/** A secret that fills the hash's first block, so that no slip of one is a slip of another. */
const block = (secret: Uint8Array): Uint8Array => {
  if (secret.length !== 32) throw new Error("The secret of a draw has 32 bytes.")
  const whole = new Uint8Array(64)
  whole.set(secret)
  return whole
}

/**
 * An id in one way of writing: full-width digits as digits, no blanks and nothing that cannot be seen. Large and small letters stay apart, as
 * platforms keep them apart.
 */
export const plain = (fan: string): string => {
  if (isPlain(fan)) return fan
  const plainer = fan.normalize("NFKC").replace(/[\p{Z}\p{C}]/gu, "")
  // What stood apart may come together once nothing invisible is between: the plain form of a plain id is itself.
  return plainer === fan ? fan : plain(plainer)
}

const isPlain = (fan: string): boolean => {
  for (let index = 0; index < fan.length; index++) {
    const unit = fan.charCodeAt(index)
    if (unit < 0x21 || unit > 0x7e) return false
  }
  return true
}

/** The digits of a slip or ticket. */
export const hex = (bytes: Uint8Array): string => bytesToHex(bytes)
