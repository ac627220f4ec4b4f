import { TillClient } from "@dualops/adapter-till"
import { Redemptions, Till } from "@dualops/core/codes"
import { SampleCodes } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Layer, Redacted } from "effect"
import { FetchHttpClient } from "effect/http"
import { handler, house, serve, shop, token, website } from "./serving.ts"

const opened = Effect.gen(function* () {
  const terms = SampleCodes.terms(yield* DateTime.now)
  yield* Redemptions.use((redemptions) => redemptions.keep(terms))
  return { terms, codeOf: (number: number) => SampleCodes.codeOf(terms, number) }
})

interface Sent {
  readonly method?: string
  readonly token?: string
  readonly key?: string
  readonly type?: string
  readonly body?: string
}

/** What a handler answers to a request. */
const send = (answer: (request: Request) => Promise<Response>, sent: Sent) =>
  Effect.promise(async () => {
    const { body, key = "order 1", method = "POST", type = "application/json" } = sent
    const headers = {
      authorization: `Bearer ${sent.token ?? Redacted.value(token)}`,
      "idempotency-key": key,
      "content-type": type
    }
    const request = new Request("https://brand.example/redeem", {
      method,
      headers,
      ...(body !== undefined && { body })
    })
    const response = await answer(request)
    const json: unknown = await response.json()
    return {
      status: response.status,
      headers: response.headers,
      json: json as { title: string; answer?: { _tag: string; till?: string; by?: string } }
    }
  })

const say = (code: string) => JSON.stringify({ code })

describe("Over HTTP", () => {
  it.live("whoever has no token of a till is told nothing, whatever else they send", () =>
    Effect.gen(function* () {
      const { codeOf } = yield* opened
      const answer = yield* handler()
      const texts: Array<string> = []
      for (const wrong of ["", "x", `${Redacted.value(token)}x`, Redacted.value(token).slice(1)]) {
        for (const body of [say(codeOf(1)), say("nonsense"), "{"]) {
          const { headers, json, status } = yield* send(answer, { token: wrong, body })
          assert.strictEqual(status, 401)
          assert.strictEqual(headers.get("www-authenticate"), "Bearer")
          texts.push(JSON.stringify(json))
        }
      }
      assert.strictEqual(new Set(texts).size, 1)
      assert.strictEqual((yield* send(answer, { body: say(codeOf(1)) })).status, 200)
    }).pipe(Effect.provide(house))
  )

  it.live("a request that is none is a problem that says why, and redeems nothing", () =>
    Effect.gen(function* () {
      const { codeOf } = yield* opened
      const answer = yield* handler()
      const statusOf = (sent: Sent) => Effect.map(send(answer, sent), ({ json, status }) => `${status} ${json.title}`)
      const body = say(codeOf(1))
      assert.strictEqual(yield* statusOf({ method: "GET" }), "405 OnlyPost")
      assert.strictEqual(yield* statusOf({ type: "text/plain", body }), "415 NoJson")
      assert.strictEqual(yield* statusOf({ key: "", body }), "400 NoKey")
      assert.strictEqual(yield* statusOf({ key: "x".repeat(101), body }), "400 NoKey")
      for (const bad of ["", "{", "[]", '{"code":1}', '{"kode":"x"}', `{"code":"x","fan":""}`]) {
        const said = yield* statusOf({ body: bad })
        assert.include(["400 BadBody", "422 Misread"], said, bad)
      }
      assert.strictEqual(yield* statusOf({ body: say("x".repeat(5_000)) }), "413 TooLarge")
      assert.strictEqual(yield* statusOf({ body: say("x".repeat(4_000)) }), "422 Misread")
      assert.strictEqual(yield* statusOf({ body: say("\u0000") }), "422 Misread")
      assert.strictEqual(yield* statusOf({ body }), "200 undefined")
    }).pipe(Effect.provide(house))
  )

  it.live("a shop hears why a code is not redeemed, as problems for programs and in words for people", () =>
    Effect.gen(function* () {
      const { codeOf, terms } = yield* opened
      const answer = yield* handler()
      yield* send(answer, { body: say(codeOf(1)) })
      const second = yield* send(answer, { body: say(codeOf(1)), key: "order 2" })
      assert.strictEqual(second.status, 409)
      assert.strictEqual(second.headers.get("content-type"), "application/problem+json")
      assert.strictEqual(second.headers.get("cache-control"), "no-store")
      assert.strictEqual(second.json.title, "AlreadyRedeemed")
      assert.deepInclude(second.json.answer, { _tag: "AlreadyRedeemed", till: "nanjing-road" })
      yield* Redemptions.use((redemptions) => redemptions.keep({ ...terms, revision: 2, until: terms.from }))
      assert.strictEqual((yield* send(answer, { body: say(codeOf(2)), key: "order 3" })).status, 410)
    }).pipe(Effect.provide(house))
  )

  it.live("strangers hear the same of every code that is not redeemed, whether it exists or not", () =>
    Effect.gen(function* () {
      const { codeOf, terms } = yield* opened
      const answer = yield* handler()
      const ask = (code: string, key: string) => send(answer, { body: say(code), key, token: Redacted.value(website) })
      yield* ask(codeOf(1), "visit 1")
      const heard = [yield* ask(codeOf(1), "visit 2"), yield* ask(codeOf(9_999), "visit 3")]
      yield* Redemptions.use((redemptions) => redemptions.keep({ ...terms, revision: 2, until: terms.from }))
      heard.push(yield* ask(codeOf(2), "visit 4"))
      assert.strictEqual(new Set(heard.map(({ json, status }) => JSON.stringify([status, json]))).size, 1)
      assert.strictEqual(heard[0]?.status, 404)
    }).pipe(Effect.provide(house))
  )

  it.live("an order that a shop cancels has nothing that stands, whatever it had; strangers cancel none", () =>
    Effect.gen(function* () {
      const { codeOf } = yield* opened
      const answer = yield* handler()
      const back = JSON.stringify({ giveBack: { by: "chen" } })
      yield* send(answer, { body: say(codeOf(1)) })
      const stranger = yield* send(answer, { body: back, token: Redacted.value(website) })
      assert.deepStrictEqual([stranger.status, stranger.json.title], [403, "NotForStrangers"])
      assert.strictEqual((yield* send(answer, { body: say(codeOf(1)), key: "order 2" })).status, 409)
      for (const { json, status } of [yield* send(answer, { body: back }), yield* send(answer, { body: back })]) {
        assert.strictEqual(status, 200)
        assert.deepInclude(json.answer, { _tag: "GivenBack", by: "chen" })
      }
      const none = yield* send(answer, { body: '{"giveBack":{}}', key: "order 3" })
      assert.deepStrictEqual<unknown>([none.status, none.json.answer], [200, { _tag: "NotRedeemed" }])
      const late = yield* send(answer, { body: say(codeOf(1)) })
      assert.deepStrictEqual([late.status, late.json.title], [409, "GivenBack"])
      assert.strictEqual((yield* send(answer, { body: say(codeOf(1)), key: "order 2" })).status, 200)
      for (const body of ['{"giveBack":1}', '{"giveBack":{"by":""}}', `{"giveBack":{},"code":"${codeOf(2)}"}`])
        assert.strictEqual((yield* send(answer, { body, key: "order 4" })).status, 400, body)
    }).pipe(Effect.provide(house))
  )

  it.live("strangers wait as long for every answer", () =>
    Effect.gen(function* () {
      const { codeOf } = yield* opened
      const answer = yield* handler({ publicWait: "120 millis" })
      for (const [index, code] of [codeOf(1), codeOf(9_999), "nonsense"].entries()) {
        const begun = performance.now()
        yield* send(answer, { body: say(code), key: `visit ${index}`, token: Redacted.value(website) })
        assert.isAtLeast(performance.now() - begun, 115)
      }
    }).pipe(Effect.provide(house))
  )

  it.live("whoever guesses is told to wait, and keeps nobody else from redeeming", () =>
    Effect.gen(function* () {
      const { codeOf } = yield* opened
      const answer = yield* handler({ addressOf: (request) => request.headers.get("idempotency-key")?.split(" ")[0] })
      const ask = (code: string, key: string) => send(answer, { body: say(code), key, token: Redacted.value(website) })
      const statuses: Array<number> = []
      for (let guess = 0; guess < 12; guess++)
        statuses.push((yield* ask(codeOf(5_000 + guess), `guesser ${guess}`)).status)
      assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 404), 429, 429])
      const { headers, status } = yield* ask(codeOf(1), "guesser 13")
      assert.strictEqual(status, 429)
      assert.match(headers.get("retry-after") ?? "", /^[1-6]$/)
      assert.strictEqual((yield* ask(codeOf(1), "neighbour 1")).status, 200)
    }).pipe(Effect.provide(house))
  )

  it("tokens that are short, or that two tills have, are a mistake of the house", async () => {
    const made = (tills: Parameters<typeof handler>[0]) =>
      Effect.runPromise(Effect.provide(Effect.exit(handler(tills)), house)).then((exit) => exit._tag)
    assert.strictEqual(await made({ tills: { shop: { token: Redacted.make("short") } } }), "Failure")
    assert.strictEqual(await made({ tills: { one: { token }, two: { token } } }), "Failure")
  })

  it.live("an answer that is lost leaves nobody knowing, and the same claim made again gets it", () =>
    Effect.gen(function* () {
      const { codeOf } = yield* opened
      const answer = yield* handler()
      let lost = 0
      const url = yield* serve(async (request) => {
        const response = await answer(request)
        return lost++ === 0 ? new Response("upstream timed out", { status: 502 }) : response
      })
      const till = yield* Effect.provide(Till, TillClient.layer(shop(url)).pipe(Layer.provide(FetchHttpClient.layer)))
      const asked = { code: codeOf(1), key: "order 1" }
      const failure = yield* Effect.flip(till.redeem(asked))
      assert.strictEqual(failure._tag, "Writing.Unknown")
      assert.strictEqual((yield* till.redeem(asked))._tag, "Redeemed")
      assert.strictEqual((yield* till.redeem({ ...asked, key: "order 2" }))._tag, "AlreadyRedeemed")
    }).pipe(Effect.scoped, Effect.provide(house))
  )

  it.live("a till believes no answer that is none: another house, a redirect, a page, half an answer", () =>
    Effect.gen(function* () {
      const heard: Array<string> = []
      const answers: ReadonlyArray<readonly [() => Response, string]> = [
        [() => new Response("<html>", { status: 200 }), "Writing.Unknown"],
        [() => Response.json({ answer: { _tag: "Redeemed" } }), "Writing.Unknown"],
        [() => Response.json({ answer: { _tag: "Anything" } }), "Writing.Unknown"],
        [() => new Response(" ".repeat(100_000)), "Writing.Unknown"],
        [() => new Response(null, { status: 302, headers: { location: "http://127.0.0.1:9/" } }), "Writing.Unknown"],
        [() => new Response("", { status: 401 }), "Writing.Unauthorised"],
        [() => new Response("", { status: 429 }), "Writing.TryLater"],
        [() => new Response("", { status: 413 }), "Writing.Refused"]
      ]
      for (const [response, expected] of answers) {
        const url = yield* serve(async (request) => {
          heard.push(request.headers.get("authorization") ?? "")
          return response()
        })
        const layer = TillClient.layer(shop(url)).pipe(Layer.provide(FetchHttpClient.layer))
        const failure = yield* Effect.flip(
          Effect.provide(
            Till.use((till) => till.redeem({ code: "x", key: "k" })),
            layer
          )
        )
        assert.strictEqual(failure._tag, expected)
        assert.notInclude(String(failure), Redacted.value(token))
      }
      assert.lengthOf(heard, answers.length)
    }).pipe(Effect.scoped)
  )
})
