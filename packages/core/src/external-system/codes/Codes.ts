/**
 * The codes of a house: the number of a code in its series, scrambled by a secret. No two numbers have one code, for a permutation has no collisions; nothing
 * of a code is kept but the secret; and a code leads back to its number, and so to where it was placed.
 *
 * The permutation is FF1 (NIST SP 800-38G) with AES-256 over characters of the alphabet, under a key derived from the secret, and with the name of the series
 * as its tweak. What is scrambled is a first digit, the try, and the number behind it: a number whose code reads as something rude takes its code at the next
 * try. So numbers have no gaps, and whoever has the secret can tell a code that was never given out.
 *
 * @module
 */
import { FF1 } from "@noble/ciphers/ff1.js"
import { hkdf } from "@noble/hashes/hkdf.js"
import { sha256 } from "@noble/hashes/sha2.js"
import { utf8ToBytes } from "@noble/hashes/utils.js"
import { Redacted } from "effect"
import { size, write } from "./Alphabet.ts"
import * as Checks from "./Checks.ts"
import * as CodeText from "./CodeText.ts"
import * as Rude from "./Rude.ts"

/** By what the codes of a series are made. None of it may change once a code was printed. */
export interface Making {
  /** The name of the series: another one has other codes. */
  readonly series: string
  /** How many characters a code has. */
  readonly length: number
  /** The edition of the words that none reads as (`RudeWords`). */
  readonly edition: number
  /** The brand's own words that none reads as. */
  readonly words: ReadonlyArray<string>
}

/** The codes of a series. */
export interface Series {
  /** The code of a number from 0 on, as it is printed. */
  readonly codeOf: (number: number) => string
  /** The number of a code by its digits (`CodeText.read`); nothing where no number has it. */
  readonly numberOf: (digits: ReadonlyArray<number>) => number | undefined
}

/** The codes of a house. */
export interface Codes {
  /** The codes of a series. */
  readonly of: (making: Making) => Series
}

/** Codes by a secret of at least 32 characters. Whoever has it can make every code of the house, and without it those that were printed are nothing. */
export const make = (secret: Redacted.Redacted<string>): Codes => {
  if (Redacted.value(secret).length < 32) throw new Error("The secret of the codes is too short")
  const key = hkdf(sha256, utf8ToBytes(Redacted.value(secret)), undefined, utf8ToBytes("dualops codes"), 32)
  const made = new Map<string, Series>()
  const makeSeries = ({ edition, length, series, words }: Making): Series => {
    const digits = length - Checks.count
    const scramble = FF1(size, key, utf8ToBytes(series))
    const isRude = Rude.teller(edition, words)
    const bodyAt = (attempt: number, number: number) =>
      Checks.add(scramble.encrypt([attempt, ...digitsOf(number, digits - 1)]))
    return {
      codeOf: (number) => {
        for (let attempt = 0; attempt < size; attempt++) {
          const code = bodyAt(attempt, number)
          if (!isRude(write(code))) return CodeText.write(code)
        }
        throw new Error(`Number ${number} of series ${series} has no code that reads as none of its words`)
      },
      numberOf: (code) => {
        if (code.length !== length || isRude(write(code))) return undefined
        const [attempt = 0, ...rest] = scramble.decrypt(code.slice(0, digits))
        const number = rest.reduce((sum, digit) => sum * size + digit, 0)
        if (!Number.isSafeInteger(number)) return undefined
        // A code was given out only where every earlier try was rude.
        for (let earlier = 0; earlier < attempt; earlier++) {
          if (!isRude(write(bodyAt(earlier, number)))) return undefined
        }
        return number
      }
    }
  }
  return {
    of: (making) => {
      const name = JSON.stringify([making.series, making.length, making.edition, making.words])
      const series = made.get(name) ?? makeSeries(making)
      made.set(name, series)
      return series
    }
  }
}

/** The digits of a number, as many as there is place for. */
const digitsOf = (number: number, places: number): ReadonlyArray<number> => {
  if (!Number.isSafeInteger(number) || number < 0 || number >= size ** places) {
    throw new Error(`${number} is no number of a code with ${places} digits`)
  }
  const digits = new Array<number>(places)
  let rest = number
  for (let place = places - 1; place >= 0; place--) {
    digits[place] = rest % size
    rest = Math.floor(rest / size)
  }
  return digits
}
