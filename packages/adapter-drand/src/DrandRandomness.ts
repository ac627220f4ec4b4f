/**
 * `PublicRandomness` from drand's nodes. Nobody has to trust them: a round is checked against the chain's public key, which is known here, and the next node is asked where
 * one does not answer or answers something else.
 *
 * @module
 */
import { Reading } from "@dualops/core/operations"
import { Beacon, PublicRandomness } from "@dualops/core/prizes"
import { DateTime, Duration, Effect, Layer, Result } from "effect"
import { HttpClient } from "effect/http"
import * as DrandAnswer from "./DrandAnswer.ts"

/** Whom to ask for which chain. */
export interface Settings {
  /** The League of Entropy's quicknet, unless it is said. */
  readonly chain?: Beacon.Chain
  /** Addresses of nodes, asked one after the other; those that drand names (docs.drand.love), unless it is said. */
  readonly nodes?: ReadonlyArray<string>
  /** How long a node may take. */
  readonly patience?: Duration.Input
}

/** The nodes that drand names. */
export const publicNodes = [
  "https://api.drand.sh",
  "https://api2.drand.sh",
  "https://api3.drand.sh",
  "https://drand.cloudflare.com"
]

/** Rounds of a chain. It needs a client of HTTP. */
export const layer = ({
  chain = Beacon.quicknet,
  nodes = publicNodes,
  patience = "10 seconds"
}: Settings = {}): Layer.Layer<PublicRandomness, never, HttpClient.HttpClient> =>
  Layer.effect(
    PublicRandomness,
    Effect.map(HttpClient.HttpClient, (client) => {
      const ask = (node: string, round: number): Effect.Effect<Beacon.Beacon, string> =>
        client.get(`${node}/${chain.hash}/public/${round}`).pipe(
          Effect.flatMap((answer) =>
            answer.status === 200
              ? Effect.mapError(answer.json, () => "the answer is no JSON")
              : Effect.fail(`HTTP status ${answer.status}`)
          ),
          Effect.flatMap((json) => Effect.fromResult(DrandAnswer.beaconOf(chain, round, json))),
          Effect.timeoutOrElse({ duration: patience, orElse: () => Effect.fail("no answer in time") }),
          Effect.mapError((why) => `${node}: ${typeof why === "string" ? why : "no answer"}`)
        )
      return {
        chain,
        round: Effect.fn("DrandRandomness.round")(function* (round) {
          const now = yield* DateTime.now
          const wait = Beacon.timeOf(chain, round) - now.epochMilliseconds
          if (wait > 0) {
            const detail = `round ${round} is not out yet`
            return yield* new Reading.TryLater({ code: "not-out", detail, after: Duration.millis(wait) })
          }
          const refused: Array<string> = []
          for (const node of nodes) {
            const answer = yield* Effect.result(ask(node, round))
            if (Result.isSuccess(answer)) return answer.success
            refused.push(answer.failure)
          }
          const after = Duration.seconds(chain.period)
          return yield* new Reading.TryLater({ code: "no-node", detail: refused.join("; "), after })
        })
      }
    })
  )
