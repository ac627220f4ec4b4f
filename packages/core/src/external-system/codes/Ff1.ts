/**
 * FF1 of NIST SP 800-38G: a permutation of texts of one length over a small alphabet, by a key and a tweak. Both halves of a text are numbers here that a
 * double holds, and the key is expanded once: it is several times as fast as the one of `@noble/ciphers`, which takes texts of any length, and whose AES
 * this is made with. The tests hold it against that one, against NIST's samples, and against Bouncy Castle.
 *
 * @module
 */
import { unsafe } from "@noble/ciphers/aes.js"

/** A permutation of texts of one length. */
export interface Ff1 {
  /** What the digits become. */
  readonly encrypt: (digits: ReadonlyArray<number>) => ReadonlyArray<number>
  /** What they were. */
  readonly decrypt: (digits: ReadonlyArray<number>) => ReadonlyArray<number>
}

/** A number times 256 and one byte more has to be a whole number still. */
const mostOfHalf = 2 ** 45

/** The permutation of texts of so many digits from 0 until the radix. */
export const make = (radix: number, key: Uint8Array, tweak: Uint8Array, length: number): Ff1 => {
  const u = Math.floor(length / 2)
  const v = length - u
  const [sizeU, sizeV] = [radix ** u, radix ** v]
  if (radix > 0xffff || radix ** length < 1_000_000 || sizeV > mostOfHalf) {
    throw new RangeError(`No texts of ${length} digits below ${radix} are permuted`)
  }
  // The names of the standard: b bytes hold a half, and d bytes of each block are taken; both fit into one block here.
  const b = Math.ceil(Math.log2(sizeV) / 8)
  const d = 4 * Math.ceil(b / 4) + 4
  const expanded = unsafe.expandKeyLE(key)
  const first = new Uint8Array(16)
  const view = new DataView(first.buffer)
  first.set([1, 2, 1, 0, radix >> 8, radix & 0xff, 10, u & 0xff])
  view.setUint32(8, length)
  view.setUint32(12, tweak.length)
  unsafe.encryptBlock(expanded, first)
  const q = new Uint8Array(16 * Math.ceil((tweak.length + 1 + b) / 16))
  q.set(tweak)
  const block = new Uint8Array(16)

  /** What is added to one half in a round, for the other half. */
  const roundOf = (round: number, other: number, size: number): number => {
    q[q.length - b - 1] = round
    for (let place = q.length - 1, rest = other; place >= q.length - b; place--) {
      q[place] = rest % 256
      rest = Math.floor(rest / 256)
    }
    block.set(first)
    for (let at = 0; at < q.length; at += 16) {
      for (let place = 0; place < 16; place++) block[place] = (block[place] ?? 0) ^ (q[at + place] ?? 0)
      unsafe.encryptBlock(expanded, block)
    }
    let rest = 0
    for (let place = 0; place < d; place++) rest = (rest * 256 + (block[place] ?? 0)) % size
    return rest
  }
  const sizeOf = (round: number) => (round % 2 === 0 ? sizeU : sizeV)

  return {
    encrypt: (digits) => {
      let [left, right] = [numberOf(digits, 0, u, radix), numberOf(digits, u, length, radix)]
      for (let round = 0; round < 10; round++) {
        const size = sizeOf(round)
        ;[left, right] = [right, (left + roundOf(round, right, size)) % size]
      }
      return [...digitsOf(left, u, radix), ...digitsOf(right, v, radix)]
    },
    decrypt: (digits) => {
      let [left, right] = [numberOf(digits, 0, u, radix), numberOf(digits, u, length, radix)]
      for (let round = 9; round >= 0; round--) {
        const size = sizeOf(round)
        ;[left, right] = [(right - roundOf(round, left, size) + size) % size, left]
      }
      return [...digitsOf(left, u, radix), ...digitsOf(right, v, radix)]
    }
  }
}

const numberOf = (digits: ReadonlyArray<number>, from: number, until: number, radix: number): number => {
  let number = 0
  for (let place = from; place < until; place++) number = number * radix + (digits[place] ?? Number.NaN)
  return number
}

const digitsOf = (number: number, places: number, radix: number): ReadonlyArray<number> => {
  const digits = new Array<number>(places)
  let rest = number
  for (let place = places - 1; place >= 0; place--) {
    digits[place] = rest % radix
    rest = Math.floor(rest / radix)
  }
  return digits
}
