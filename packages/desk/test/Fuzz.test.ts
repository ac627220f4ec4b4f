/** Whatever is sent: the answer is one that was meant, and nothing has changed. */
import type { Desk } from "@dualops/desk"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import fc from "fast-check"
import { as, atTen, claim, get, origin, path } from "./house.ts"

describe("Whatever is sent", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "zh",
      "en",
      "cases",
      "begin",
      "PrizeClaim",
      "Post",
      "Ask",
      "Confirm",
      "claim 1",
      "search",
      "as",
      "lin",
      "api",
      "desk",
      "events",
      "offers",
      "openapi.json",
      "..",
      "__proto__",
      "constructor",
      "toString",
      "%00",
      "%ff",
      "'; DROP TABLE event;--",
      "1 OR 1=1"
    ),
    fc.string({ maxLength: 8 })
  )
  const headers = fc.dictionary(
    fc.constantFrom("accept-language", "content-type", "idempotency-key", "in-place-of", "last-event-id", "origin"),
    fc.string({ unit: "grapheme-ascii", maxLength: 9 })
  )
  const sent = fc.record({
    method: fc.constantFrom("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"),
    parts: fc.array(piece, { maxLength: 6 }),
    query: fc.dictionary(fc.constantFrom("q", "after", "most", "since", "as"), fc.string({ maxLength: 8 })),
    headers,
    form: fc.dictionary(
      fc.oneof(
        fc.constantFrom("token", "key", "version", "more", "input.winner", "input.content.pictures.rows"),
        fc.string({ maxLength: 5 })
      ),
      fc.string({ maxLength: 9 }),
      { maxKeys: 5 }
    ),
    json: fc.option(fc.json({ maxDepth: 2 }), { nil: undefined })
  })
  const requestOf = ({
    form,
    headers,
    json,
    method,
    parts,
    query
  }: typeof sent extends fc.Arbitrary<infer A> ? A : never): Request | undefined => {
    try {
      const isRead = method === "GET" || method === "HEAD"
      const type = json === undefined ? "application/x-www-form-urlencoded" : "application/json"
      return new Request(`${origin}/${parts.map(encodeURIComponent).join("/")}?${new URLSearchParams(query)}`, {
        method,
        headers: { "content-type": type, ...headers, ...as("zhou") },
        ...(!isRead && { body: json ?? String(new URLSearchParams(form)) })
      })
    } catch {
      return undefined
    }
  }

  it.effect("the answer is one that was meant, and the case stands where it stood", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* claim("claim 1")
        yield* Effect.promise(() =>
          fc.assert(
            fc.asyncProperty(sent, async (one) => {
              const request = requestOf(one)
              if (request === undefined) return
              const { status, body } = await desk(request)
              await body?.cancel()
              assert.isBelow(status, 500, `${request.method} ${request.url}`)
            })
          )
        )
        assert.include((yield* get(desk, "zhou", path("claim 1"))).text, "待核对")
      })
    )
  )

  it.effect("a body of megabytes is not read", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        const big = "x".repeat(3_000_000)
        const ways: ReadonlyArray<readonly [string, string, string]> = [
          ["/zh/begin/PrizeClaim/Ask", "application/x-www-form-urlencoded", `input.winner=${big}`],
          ["/api/cases/PrizeClaim/1/Ask", "application/json", JSON.stringify({ input: big })]
        ]
        for (const [at, type, body] of ways) {
          const { status } = yield* Effect.promise(() => tooLarge(desk, at, type, body))
          assert.include([400, 413, 415], status, at)
        }
      })
    )
  )
})

const tooLarge = (desk: Desk.Handler, at: string, type: string, body: string) =>
  desk(
    new Request(`${origin}${at}`, {
      method: "POST",
      headers: { ...as("lin"), "content-type": type, "idempotency-key": "1" },
      body
    })
  )
