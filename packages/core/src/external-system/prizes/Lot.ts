/**
 * Places by lot, each as likely as any other and none twice: the first so many of a Fisher–Yates shuffle, whose numbers come from HMAC-SHA256 under the key of the draw.
 * A number that would make some places likelier than others is thrown away, and the next one taken.
 *
 * @module
 */
import { hmac } from "@noble/hashes/hmac.js"
import { sha256 } from "@noble/hashes/sha2.js"

/** So many places of `0 … of - 1`, in the order in which they were drawn; all of them where there are no more. */
export const places = (key: Uint8Array, of: number, count: number): ReadonlyArray<number> => {
  const below = numbers(key)
  // Where something else stands by now than the place's own number: a million places are not written down for ten.
  const moved = new Map<number, number>()
  return Array.from({ length: Math.min(of, count) }, (_, drawn) => {
    const chosen = drawn + below(of - drawn)
    const place = moved.get(chosen) ?? chosen
    moved.set(chosen, moved.get(drawn) ?? drawn)
    return place
  })
}

/** Numbers from 0 until below a bound, the same for the same key. */
export const numbers = (key: Uint8Array): ((bound: number) => number) => {
  let counter = 0
  return (bound) => {
    const fair = range - (range % bound)
    while (true) {
      const number = block(key, counter++)
      if (number < fair) return number % bound
    }
  }
}

/** Numbers have 48 bits, which every language counts with exactly. */
const range = 2 ** 48

/** The first six bytes of the HMAC of the counter, which has eight bytes, the highest first. */
const block = (key: Uint8Array, counter: number): number => {
  const message = new DataView(new ArrayBuffer(8))
  message.setBigUint64(0, BigInt(counter))
  const hash = hmac(sha256, key, new Uint8Array(message.buffer))
  const view = new DataView(hash.buffer, hash.byteOffset)
  return view.getUint32(0) * 2 ** 16 + view.getUint16(4)
}
