/** Where the token and the app's secret must never be seen, whoever writes them back. */
import type { RequestListener } from "node:http"
import { WeiboEndpoint, WeiboOAuth } from "@dualops/adapter-weibo"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Logger, Redacted, Result, Tracer } from "effect"
import { FetchHttpClient } from "effect/http"
import * as house from "./house.ts"
import { app, ask, weibo } from "./stranger.ts"

describe("A secret", () => {
  /** Everything that tracing and logging get to see. */
  const watched = <A, E, R>(effect: Effect.Effect<A, E, R>) => {
    const seen: Array<string> = []
    const spans: Array<Tracer.Span> = []
    const tracer = Tracer.make({
      span: (options) => {
        const span = new Tracer.NativeSpan(options)
        spans.push(span)
        return span
      }
    })
    const logger = Logger.make((options) => void seen.push(JSON.stringify(options.message), String(options.cause)))
    const all = () => [
      ...seen,
      ...spans.map(({ attributes, name }) => JSON.stringify([name, [...attributes]])),
      ...spans.map(({ status }) => (status._tag === "Ended" ? String(status.exit) : ""))
    ]
    return effect.pipe(
      Effect.tapError(Effect.logError),
      Effect.ignore,
      Effect.provide(Logger.layer([logger])),
      Effect.withTracer(tracer),
      Effect.map(all)
    )
  }

  /** Weibo, or a proxy, writes back what it was told: the header, the form, the address. */
  const backWith =
    (answer: (told: string) => { readonly status: number; readonly body: string }): RequestListener =>
    (request, response) => {
      let form = ""
      request.on("data", (piece) => {
        form += decodeURIComponent(String(piece))
      })
      request.on("end", () => {
        const secrets = form.split("&").filter((one) => /^(client_secret|code|access_token)=/.test(one))
        const { body, status } = answer([request.headers.authorization, ...secrets, request.url].join(" "))
        response.writeHead(status).end(body)
      })
    }
  const echo = backWith((told) => ({ status: 502, body: told }))
  const refusal = backWith((told) => ({ status: 400, body: JSON.stringify({ error_code: 21332, error: told }) }))

  it.live.each([echo, refusal])("is in no error, no log and no span, whoever writes it back", (listener) =>
    Effect.gen(function* () {
      const { url } = yield* weibo(listener)
      const seen = yield* watched(
        Effect.gen(function* () {
          const said = [
            yield* ask(url, WeiboEndpoint.userTimeline, { uid: house.brand }),
            yield* ask(url, WeiboEndpoint.share, { status: house.text(1) })
          ]
          return yield* Effect.fail(said.map(String).join())
        })
      )
      assert.isAbove(seen.length, 4)
      assert.include(seen.join(), house.share)
      assert.notInclude(seen.join(), house.token)
    }).pipe(Effect.scoped)
  )

  it.live.each([echo, refusal])("of the app, its code and the token to come are in none either", (listener) =>
    Effect.gen(function* () {
      const { url } = yield* weibo(listener)
      const token = Redacted.make(house.token)
      for (const call of [
        WeiboOAuth.exchange(app(url), "c0deOfThePerson"),
        WeiboOAuth.inspect(app(url), token),
        WeiboOAuth.revoke(app(url), token)
      ]) {
        const seen = yield* watched(Effect.provide(Effect.asVoid(call), FetchHttpClient.layer))
        for (const secret of [house.token, "s3cretOfTheApp", "c0deOfThePerson"]) assert.notInclude(seen.join(), secret)
      }
    }).pipe(Effect.scoped)
  )

  /** A secret with every sign that somebody might escape. */
  const odd = `2.00+a/b=c&d"e'f<g>h%i\\j~k`
  const escapes: ReadonlyArray<readonly [string, (secret: string) => string]> = [
    ["in a URL", encodeURIComponent],
    ["in a URL, in small letters", (secret) => encodeURIComponent(secret).toLowerCase()],
    ["in a URL within a URL", (secret) => encodeURIComponent(`?next=${encodeURIComponent(secret)}`)],
    ["in a form", (secret) => new URLSearchParams({ secret }).toString()],
    ["in JSON", JSON.stringify],
    ["in JSON within JSON", (secret) => JSON.stringify(JSON.stringify({ secret }))],
    ["in JSON as PHP writes it", (secret) => JSON.stringify(secret).replaceAll("/", "\\/")],
    [
      "in JSON as Go writes it",
      (secret) => JSON.stringify(secret).replace(/</g, "\\u003c").replace(/>/g, "\\u003e").replace(/&/g, "\\u0026")
    ],
    [
      "in HTML",
      (secret) =>
        secret
          .replace(/&/g, "&amp;")
          .replace(/</g, "&lt;")
          .replace(/>/g, "&gt;")
          .replace(/"/g, "&quot;")
          .replace(/'/g, "&#39;")
    ],
    ["in base 64", (secret) => Buffer.from(secret).toString("base64")],
    ["in a Basic header", (secret) => `Basic ${Buffer.from(`1352222456:${secret}`).toString("base64")}`],
    ["in base 64 behind one sign more", (secret) => Buffer.from(`13522224567:${secret};`).toString("base64url")],
    ["in base 64 within a URL", (secret) => encodeURIComponent(Buffer.from(secret).toString("base64"))],
    ["in hexadecimal digits", (secret) => Buffer.from(secret).toString("hex")],
    ["in quotes", (secret) => `'${secret}' "${secret}"`]
  ]

  it.live.each(escapes)("is in no error, no log and no span when it is written back %s", ([, escaped]) =>
    Effect.gen(function* () {
      const written = escaped(odd)
      const { url } = yield* weibo((_, response) =>
        response.writeHead(502, { "x-echo": encodeURIComponent(odd) }).end(`told ${written}`)
      )
      const call = Effect.flatMap(ask(url, WeiboEndpoint.userTimeline, {}, odd), (said) => Effect.fail(String(said)))
      const seen = (yield* watched(call)).join()
      assert.include(seen, "<secret>")
      // What is left of it, beyond what is quoted again on the way into a log.
      const pieces = JSON.stringify(written).match(/[A-Za-z0-9+/_%&;#\\-]{14,}/g) ?? []
      for (const piece of [...pieces, odd]) assert.notInclude(seen, piece)
    }).pipe(Effect.scoped)
  )

  it.live.each([
    `{"access_token":"${house.token}","expires_in":1,"uid":"1"`,
    `{"access_token":"${house.token}","expires_in":"soon","uid":"1"}`,
    `{"access_token":"${house.token}"}`,
    `access_token=${house.token}&expires_in=1`
  ])("in an answer that cannot be read is not quoted: %s", (body) =>
    Effect.gen(function* () {
      for (const status of [200, 500]) {
        const { url } = yield* weibo((_, response) => response.writeHead(status).end(body))
        const seen = yield* watched(
          Effect.provide(Effect.asVoid(WeiboOAuth.exchange(app(url), "c")), FetchHttpClient.layer)
        )
        assert.include(seen.join(), "unreadable")
        assert.notInclude(seen.join(), house.token)
      }
    }).pipe(Effect.scoped)
  )

  // The first as in TriplyDB/TriplyDB-JS#20, where a blank line behind the token had it quoted in a log.
  it.live.each([`${house.token}\n`, "two\nlines", "2.00\r\nx-injected: 1", "令牌", "", " "])(
    "that no header can carry is sent nowhere and quoted nowhere: %j",
    (token) =>
      Effect.gen(function* () {
        let asked = 0
        const { url } = yield* weibo((_, response) => {
          asked++
          response.end("{}")
        })
        const said = yield* ask(url, WeiboEndpoint.userTimeline, {}, token)
        assert.strictEqual(Result.isFailure(said) && said.failure._tag, "WeiboError.TokenDead")
        if (token.trim() !== "") assert.notInclude(String(said), token.trim())
        assert.strictEqual(asked, 0)
      }).pipe(Effect.scoped)
  )
})
