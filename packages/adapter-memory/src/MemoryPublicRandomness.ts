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
  // Of the secret; to work it out takes as long as all else that is loaded with it.
  publicKey:
    "8b9a051b77956975dd6ebca347ee6108857fe4e58ea52170dd2b7f62d67254dbaaea9f870c617e0b7b825d1c4b5ddc8b0c397d4f1b25ecd817ed32a05477c27b9c2933b2cd3b1517810d62789298d744b04657a20907145238d97a486bd9f9f1",
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
