/**
 * What every `PublicRandomness` does.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { Effect, type Layer, Result } from "effect"
import * as Beacon from "../external-system/prizes/Beacon.ts"
import * as BeaconSignature from "../external-system/prizes/BeaconSignature.ts"
import { PublicRandomness } from "../external-system/prizes/PublicRandomness.ts"

/** Runs the suite on a chain of which these rounds are out, and this one is not. */
export const suite = <E>(
  name: string,
  layer: Layer.Layer<PublicRandomness, E>,
  { later, out }: { readonly out: readonly [number, number]; readonly later: number }
): void => {
  const test = (sentence: string, body: Effect.Effect<void, unknown, PublicRandomness>) =>
    it.live(sentence, () => Effect.provide(body, layer))

  describe(`${name} is a PublicRandomness`, () => {
    test(
      "gives the round of that number, with a signature of the chain",
      Effect.gen(function* () {
        const { chain, round } = yield* PublicRandomness
        for (const number of out) {
          const beacon = yield* round(number)
          assert.strictEqual(beacon.round, number)
          assert.isTrue(Beacon.isOfSignature(beacon) && BeaconSignature.isSigned(chain, beacon))
        }
      })
    )
    test(
      "gives always the same one, and another for another number",
      Effect.gen(function* () {
        const { round } = yield* PublicRandomness
        const [one, again, other] = [yield* round(out[0]), yield* round(out[0]), yield* round(out[1])]
        assert.deepStrictEqual(again, one)
        assert.notStrictEqual(other.randomness, one.randomness)
      })
    )
    test(
      "has a round that is not out yet for later",
      Effect.gen(function* () {
        const { round } = yield* PublicRandomness
        const answer = yield* Effect.result(round(later))
        assert.strictEqual(Result.isFailure(answer) && answer.failure._tag, "Reading.TryLater")
      })
    )
    test(
      "says which round is the first from a moment on: never before it, and less than a period behind",
      Effect.gen(function* () {
        const { chain } = yield* PublicRandomness
        const begun = Beacon.timeOf(chain, 1)
        for (const after of [0, 1, chain.period * 1_000 - 1, chain.period * 1_000, 86_400_001]) {
          const first = Beacon.firstFrom(chain, begun + after)
          assert.isAtLeast(Beacon.timeOf(chain, first), begun + after)
          assert.isBelow(Beacon.timeOf(chain, first - 1), begun + after)
        }
        assert.strictEqual(Beacon.firstFrom(chain, begun - 1_000_000), 1)
      })
    )
  })
}
