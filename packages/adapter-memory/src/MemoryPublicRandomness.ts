/**
 * `PublicRandomness` in memory: a chain whose secret everybody can read here, for tests and examples. No draw for people takes its randomness from it.
 *
 * @module
 */
import { Reading } from "@dualops/core/operations"
import { Beacon, BeaconSignature, PublicRandomness } from "@dualops/core/prizes"
import { bls12_381 } from "@noble/curves/bls12-381.js"
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex } from "@noble/hashes/utils.js"
import { DateTime, Duration, Effect, Layer } from "effect"

const { shortSignatures: bls } = bls12_381
const secret = new Uint8Array(32).fill(1)

/** A chain of one round a minute since 2026, which nobody vouches for. */
export const chain: Beacon.Chain = {
  hash: bytesToHex(sha256(secret)),
  name: "memory",
  publicKey: bytesToHex(bls.getPublicKey(secret).toBytes(true)),
  genesis: Date.UTC(2026, 0, 1) / 1_000,
  period: 60,
  scheme: "bls-unchained-g1-rfc9380"
}

/** The chain, by the clock of the program. */
export const layer: Layer.Layer<PublicRandomness> = Layer.succeed(PublicRandomness, {
  chain,
  round: (round) =>
    Effect.gen(function* () {
      const now = yield* DateTime.now
      const wait = Beacon.timeOf(chain, round) - now.epochMilliseconds
      if (wait > 0) {
        const after = Duration.millis(wait)
        return yield* new Reading.TryLater({ code: "not-out", detail: `round ${round} is not out yet`, after })
      }
      const message = bls.hash(BeaconSignature.messageOf(chain.scheme, { round }), BeaconSignature.g1)
      const signature = bls.Signature.toBytes(bls.sign(message, secret))
      return { round, signature: bytesToHex(signature), randomness: bytesToHex(sha256(signature)) }
    })
})
