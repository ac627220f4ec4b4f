/**
 * Chains of public randomness as drand makes them: every few seconds a round comes out, whose signature is made by many together and can be made in one way only. Whoever
 * has the chain's public key checks a round without asking anybody (`BeaconSignature`).
 *
 * Source: drand.love/docs/cryptography and docs.drand.love; the League of Entropy's chains are those of `drand-client` (`lib/defaults.ts`).
 *
 * @module
 */
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js"

/** What has to be known of a chain. */
export interface Chain {
  /** The hash of all of it, by which a chain is called. */
  readonly hash: string
  readonly name: string
  readonly publicKey: string
  /** When the first round came out, in seconds since 1970. */
  readonly genesis: number
  /** Seconds from one round to the next. */
  readonly period: number
  /** What is signed and where on the curve: only the round (`bls-unchained-g1-rfc9380`), or the signature before and the round (`pedersen-bls-chained`). */
  readonly scheme: "bls-unchained-g1-rfc9380" | "pedersen-bls-chained"
}

/** A round that is out. */
export interface Beacon {
  readonly round: number
  readonly randomness: string
  readonly signature: string
  /** The signature of the round before, where the chain signs it too. */
  readonly previous?: string
}

/** The League of Entropy's chain of every three seconds. */
export const quicknet: Chain = {
  hash: "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971",
  name: "drand quicknet",
  publicKey:
    "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a",
  genesis: 1_692_803_367,
  period: 3,
  scheme: "bls-unchained-g1-rfc9380"
}

/** The League of Entropy's first chain, of every half a minute. */
export const classic: Chain = {
  hash: "8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce",
  name: "drand default",
  publicKey: "868f005eb8e6e4ca0a47c8a77ceaa5309a47978a7c71bc5cce96366b5d7a569937c529eeda66c7293784a9402801af31",
  genesis: 1_595_431_050,
  period: 30,
  scheme: "pedersen-bls-chained"
}

/** The chains that everybody knows. */
export const wellKnown: ReadonlyArray<Chain> = [quicknet, classic]

/** The first round that comes out then or later; times in milliseconds since 1970. */
export const firstFrom = ({ genesis, period }: Chain, time: number): number =>
  Math.max(1, Math.ceil((time / 1_000 - genesis) / period) + 1)

/** When a round comes out, in milliseconds since 1970. */
export const timeOf = ({ genesis, period }: Chain, round: number): number => (genesis + (round - 1) * period) * 1_000

/** The randomness of a signature: its SHA-256. */
export const randomnessOf = (signature: string): string => bytesToHex(sha256(hexToBytes(signature)))

/** Whether the randomness is that of its signature. It says nothing of who has signed. */
export const isOfSignature = ({ randomness, signature }: Beacon): boolean => randomnessOf(signature) === randomness
