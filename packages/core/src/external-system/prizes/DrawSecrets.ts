/**
 * The two secrets of a draw, made of one that the house has: the seed, which is published with the winners, and what the slips are made of, which never is. The same
 * house makes the same ones for the same draw, so that nothing has to be kept and nothing is lost.
 *
 * @module
 */
import { hkdf } from "@noble/hashes/hkdf.js"
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js"
import { Redacted } from "effect"

/** At least 32 bytes that nobody can guess. */
export type HouseSecret = Redacted.Redacted<Uint8Array>

/** What is published at the end. Before that, only its commitment is. */
export const seedOf = (house: HouseSecret, draw: string): Uint8Array => derived(house, "seed", draw)

/** What slips are made of. Whoever has it can tell whose each ticket is. */
export const slipsOf = (house: HouseSecret, draw: string): Uint8Array => derived(house, "slips", draw)

/** What is said of a seed beforehand: its SHA-256. */
export const commitmentOf = (seed: Uint8Array): string => bytesToHex(sha256(seed))

const derived = (house: HouseSecret, use: string, draw: string): Uint8Array => {
  const secret = Redacted.value(house)
  if (secret.length < 32) throw new Error("The secret of draws has at least 32 bytes.")
  return hkdf(sha256, secret, undefined, utf8ToBytes(`dualops draw ${use} ${draw}`), 32)
}
