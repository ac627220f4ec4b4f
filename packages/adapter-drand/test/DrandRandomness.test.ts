import { createServer, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { DrandRandomness } from "@dualops/adapter-drand"
import { Beacon, PublicRandomness } from "@dualops/core/prizes"
import { PublicRandomnessSuite } from "@dualops/core/testing"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { FetchHttpClient } from "effect/http"
import { round123, round1000, round72785 } from "../../core/test/external-system/prizes/sampleDraws.ts"

/** A round as drand's nodes write it. */
const written = ({ previous, ...beacon }: Beacon.Beacon) =>
  JSON.stringify({ ...beacon, ...(previous !== undefined && { previous_signature: previous }) })

const { quicknet, classic } = Beacon
const right: Readonly<Record<string, string>> = {
  [`/${quicknet.hash}/public/123`]: written(round123),
  [`/${quicknet.hash}/public/1000`]: written(round1000),
  [`/${classic.hash}/public/72785`]: written(round72785),
  [`/plain/${quicknet.hash}/public/123`]: JSON.stringify({ round: 123, signature: round123.signature })
}
const [zeroes] = ["0".repeat(64)]
/** What nodes have been seen to answer, and what they might. */
const wrong: Readonly<Record<string, (answer: ServerResponse) => void>> = {
  "an error": (answer) => answer.writeHead(500).end("no"),
  "not found": (answer) => answer.writeHead(404).end("{}"),
  "too many": (answer) => answer.writeHead(429).end(),
  "no JSON": (answer) => answer.end("<html>"),
  "no round": (answer) => answer.end('{"signature":"zz"}'),
  "another round": (answer) => answer.end(written(round1000)),
  "another round under this number": (answer) => answer.end(written({ ...round1000, round: 123 })),
  "other randomness": (answer) => answer.end(written({ ...round123, randomness: zeroes ?? "" })),
  "a signature of nobody": (answer) => answer.end(written({ ...round123, signature: "00".repeat(48) })),
  "a broken connection": (answer) => answer.destroy()
}

const server = createServer((request, answer) => {
  const [, how = ""] = /^\/wrong\/([^/]*)/.exec(request.url ?? "") ?? []
  const misbehave = wrong[decodeURIComponent(how)]
  if (misbehave !== undefined) return misbehave(answer)
  const body = right[request.url ?? ""]
  if (body === undefined) answer.writeHead(404).end()
  else answer.setHeader("content-type", "application/json").end(body)
})
let base = ""
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

const from = (nodes: () => ReadonlyArray<string>, chain?: Beacon.Chain): Layer.Layer<PublicRandomness> =>
  Layer.unwrap(Effect.sync(() => DrandRandomness.layer({ nodes: nodes(), ...(chain && { chain }) }))).pipe(
    Layer.provide(FetchHttpClient.layer)
  )

PublicRandomnessSuite.suite(
  "drand",
  from(() => [base]),
  { out: [123, 1_000], later: 10_000_000_000 }
)

describe("Rounds of drand", () => {
  const ask = (nodes: () => ReadonlyArray<string>, round: number, chain?: Beacon.Chain) =>
    PublicRandomness.use((randomness) => randomness.round(round)).pipe(Effect.provide(from(nodes, chain)))

  it.live("are read of a chain that signs what came before as well", () =>
    Effect.map(
      ask(() => [base], 72_785, classic),
      (beacon) => assert.deepStrictEqual(beacon, round72785)
    )
  )

  it.live("need no randomness in the answer: it is made of the signature (drand/drand#1371)", () =>
    Effect.map(
      ask(() => [`${base}/plain`], 123),
      (beacon) => assert.deepStrictEqual(beacon, round123)
    )
  )

  for (const how of Object.keys(wrong))
    it.live(`come from the next node, where one answers with ${how}`, () =>
      Effect.gen(function* () {
        const bad = () => `${base}/wrong/${encodeURIComponent(how)}`
        assert.deepStrictEqual(yield* ask(() => [bad(), base], 123), round123)
        const alone = yield* Effect.flip(ask(() => [bad()], 123))
        assert.strictEqual(alone._tag, "Reading.TryLater")
      })
    )

  it("has the times that drand's own client has", () => {
    // drand-client, lib/util.ts: roundAt is the newest round that is out, roundTime when one comes out.
    assert.strictEqual(Beacon.timeOf(quicknet, 123), (1_692_803_367 + 122 * 3) * 1_000)
    assert.strictEqual(Beacon.firstFrom(quicknet, Beacon.timeOf(quicknet, 123)), 123)
    assert.strictEqual(Beacon.firstFrom(quicknet, Beacon.timeOf(quicknet, 123) + 1), 124)
    assert.strictEqual(Beacon.firstFrom(quicknet, 0), 1)
  })
})
