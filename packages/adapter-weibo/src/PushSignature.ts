/**
 * How the fan service signs: the app's secret, the timestamp and the nonce, sorted as text, joined, SHA-1 in hex.
 *
 * The body is not signed. Source: the fan-service page; its vector (xyz123xyz, 1397022061823, 57155157) gives
 * 90e4c22c90a58f26526c2dd5b6c56c8822edeaa1.
 *
 * @module
 */
import { createHash, timingSafeEqual } from "node:crypto"

/** The signature of a timestamp and a nonce. */
export const sign = (secret: string, timestamp: string, nonce: string): string =>
  createHash("sha1").update([secret, timestamp, nonce].sort().join("")).digest("hex")

/** Whether a signature is the one of the secret; how long this takes says nothing of where they differ. */
export const verify = (secret: string, timestamp: string, nonce: string, signature: string): boolean => {
  const ours = Buffer.from(sign(secret, timestamp, nonce))
  const theirs = Buffer.from(signature.toLowerCase())
  return ours.length === theirs.length && timingSafeEqual(ours, theirs)
}
