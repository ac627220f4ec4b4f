/**
 * What a drand node answers of a round (docs.drand.love/dev-guide/developer/http-api): decoded, and checked before anybody sees it.
 *
 * @module
 */
import { Beacon, BeaconSignature } from "@dualops/core/prizes"
import { Result, Schema } from "effect"

const hex = Schema.String.check(Schema.isPattern(/^(?:[0-9a-f]{2})+$/))

/** `/public/{round}`; a node may say more. */
export const Round = Schema.Struct({
  round: Schema.Int,
  randomness: Schema.optionalKey(hex),
  signature: hex,
  previous_signature: Schema.optionalKey(hex)
})

/** The round of that number, where the answer is one that the chain has signed; else why it is none. */
export const beaconOf = (chain: Beacon.Chain, round: number, json: unknown): Result.Result<Beacon.Beacon, string> => {
  const read = Schema.decodeUnknownResult(Round)(json)
  if (Result.isFailure(read)) return Result.fail("the answer is no round")
  const { previous_signature: previous, signature, ...said } = read.success
  if (said.round !== round) return Result.fail(`round ${said.round} was answered for round ${round}`)
  const randomness = Beacon.randomnessOf(signature)
  if ((said.randomness ?? randomness) !== randomness) return Result.fail("the randomness is not that of its signature")
  const isChained = chain.scheme === "pedersen-bls-chained"
  const beacon = { round, randomness, signature, ...(isChained && previous !== undefined && { previous }) }
  return BeaconSignature.isSigned(chain, beacon) ? Result.succeed(beacon) : Result.fail("the chain has not signed this")
}
