/**
 * The signature of a round of public randomness, checked against the public key of its chain: BLS on the curve BLS12-381, as drand signs.
 *
 * @module
 */
import { bls12_381 } from "@noble/curves/bls12-381.js"
import { sha256 } from "@noble/hashes/sha2.js"
import { hexToBytes } from "@noble/hashes/utils.js"
import type { Beacon, Chain } from "./Beacon.ts"

/** Whether the chain has signed this round. Whatever is no signature is none of the chain's. What was asked lately is not counted again. */
export const isSigned = (chain: Chain, beacon: Beacon): boolean => {
  const question = [chain.publicKey, chain.scheme, beacon.round, beacon.signature, beacon.previous].join(" ")
  const known = answers.get(question)
  if (known !== undefined) return known
  const answer = signed(chain, beacon)
  if (answers.size >= mostAnswers) answers.clear()
  answers.set(question, answer)
  return answer
}

/** A pairing takes as long as a thousand hashes. */
const answers = new Map<string, boolean>()
const mostAnswers = 64

const signed = ({ publicKey, scheme }: Chain, beacon: Beacon): boolean => {
  try {
    const [message, signature, key] = [messageOf(scheme, beacon), hexToBytes(beacon.signature), hexToBytes(publicKey)]
    const { longSignatures, shortSignatures } = bls12_381
    return scheme === "pedersen-bls-chained"
      ? longSignatures.verify(signature, longSignatures.hash(message), key)
      : shortSignatures.verify(signature, shortSignatures.hash(message, g1), key)
  } catch {
    return false
  }
}

/** What the chain signs of a round. */
export const messageOf = (
  scheme: Chain["scheme"],
  { previous, round }: Pick<Beacon, "previous" | "round">
): Uint8Array => {
  const number = new DataView(new ArrayBuffer(8))
  number.setBigUint64(0, BigInt(round))
  const hash = sha256.create()
  if (scheme === "pedersen-bls-chained") hash.update(hexToBytes(previous ?? "a round of a chain names the one before"))
  return hash.update(new Uint8Array(number.buffer)).digest()
}

/** The domain of signatures on G1 (RFC 9380). */
export const g1 = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_"
