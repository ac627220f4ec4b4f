/** How much may be asked of a desk, and what whoever asks more can do to others. */

import { Actor } from "@dualops/core/process"
import { TokenDoor } from "@dualops/desk"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Redacted } from "effect"
import { TestClock } from "effect/testing"
import * as Buckets from "../src/limits/Buckets.ts"
import { as, atTen, get, origin, ten, tokens } from "./house.ts"

const limits = { person: { atOnce: 5, perMinute: 6 }, nobody: { atOnce: 3, perMinute: 6 } }

/** A request from an address, as the server has taken it. */
const from = (address: string, path: string, headers: Record<string, string> = {}) =>
  Object.assign(new Request(`${origin}${path}`, { headers }), { address })
const address = (request: Request) => String(Reflect.get(request, "address") ?? "192.0.2.1")

const tried = (desk: (request: Request) => Promise<Response>, request: () => Request, times: number) =>
  Effect.promise(async () => {
    const all: Array<number> = []
    for (let time = 0; time < times; time++) all.push((await desk(request())).status)
    return all
  })

describe("Whoever asks too much", () => {
  it.effect("is told when to ask again, a program by a problem and a person in words, and nobody else waits", () =>
    atTen(
      (desk) =>
        Effect.gen(function* () {
          const all = yield* tried(desk, () => new Request(`${origin}/zh`, { headers: as("lin") }), 7)
          assert.deepStrictEqual(all, [200, 200, 200, 200, 200, 429, 429])
          const page = yield* get(desk, "lin", "/zh")
          assert.deepStrictEqual([page.status, page.headers.get("retry-after")], [429, "10"])
          assert.include(page.text, "请求太频繁")
          for (const path of ["/api/desk", "/mcp"]) {
            const { headers, status, text } = yield* get(desk, "lin", path)
            assert.deepStrictEqual([status, headers.get("content-type")], [429, "application/problem+json"])
            assert.strictEqual(JSON.parse(text).title, "Desk.TooMany")
          }
          assert.strictEqual((yield* get(desk, "zhou", "/zh")).status, 200)
          yield* TestClock.adjust("10 seconds")
          assert.strictEqual((yield* get(desk, "lin", "/zh")).status, 200)
          assert.strictEqual((yield* get(desk, "lin", "/zh")).status, 429)
        }),
      { limits }
    )
  )

  it.effect("asks no more by another token of theirs, or in another's place", () =>
    atTen(
      (desk) =>
        Effect.gen(function* () {
          yield* tried(desk, () => new Request(`${origin}/zh`, { headers: as("lin") }), 5)
          const { secret, token } = yield* TokenDoor.issue(Actor.person("lin"), DateTime.add(ten, { days: 1 }))
          tokens.push(token)
          const headers = { authorization: `Bearer ${Redacted.value(secret)}`, "in-place-of": "zhou" }
          assert.deepStrictEqual(yield* tried(desk, () => new Request(`${origin}/api/desk`, { headers }), 1), [429])
        }),
      { limits }
    )
  )

  it.effect("guesses tokens slowly, and is not told when one is right; whoever is elsewhere is let in", () =>
    atTen(
      (desk) =>
        Effect.gen(function* () {
          const { secret, token } = yield* TokenDoor.issue(Actor.person("he"), DateTime.add(ten, { days: 1 }))
          tokens.push(token)
          const right = { authorization: `Bearer ${Redacted.value(secret)}` }
          let guess = 0
          const wrong = () => from("198.51.100.7", "/api/desk", { authorization: `Bearer dualops_${guess++}` })
          assert.deepStrictEqual(yield* tried(desk, wrong, 5), [401, 401, 401, 429, 429])
          assert.deepStrictEqual(yield* tried(desk, () => from("198.51.100.7", "/api/desk", right), 1), [429])
          assert.deepStrictEqual(yield* tried(desk, () => from("203.0.113.9", "/api/desk", right), 1), [200])
          // People who come by a proxy at that address are somebody.
          assert.deepStrictEqual(yield* tried(desk, () => from("198.51.100.7", "/zh", as("zhou")), 1), [200])
        }),
      { limits: { ...limits, address } }
    )
  )

  it.effect("is one however they write their address, and what they say of it is not believed", () =>
    atTen(
      (desk) =>
        Effect.gen(function* () {
          let host = 1
          const network = () => from(`2001:db8:1:2::${(host++).toString(16)}`, "/zh")
          assert.deepStrictEqual(yield* tried(desk, network, 4), [401, 401, 401, 429])
          const spelt = ["2001:0db8:0001:0002:ffff:0:0:1", "2001:DB8:1:2:3:4:5:6"]
          for (const one of spelt) assert.deepStrictEqual(yield* tried(desk, () => from(one, "/zh"), 1), [429])
          const forwarded = () => from("198.51.100.8", "/zh", { "x-forwarded-for": `10.0.0.${host++}` })
          assert.deepStrictEqual(yield* tried(desk, forwarded, 4), [401, 401, 401, 429])
          assert.deepStrictEqual(yield* tried(desk, () => from("::ffff:198.51.100.8", "/zh"), 1), [429])
        }),
      { limits: { ...limits, address } }
    )
  )

  it("takes no more memory, however many come", () => {
    const buckets = Buckets.make(limits.nobody)
    for (let number = 0; number < 50_000; number++) buckets.take(`address ${number}`, number)
    assert.isAtMost(buckets.size(), 10_000)
    // A clock that is set back makes nobody wait for longer.
    buckets.take("late", 1_000_000)
    assert.isUndefined(buckets.take("late", 0))
  })

  it.effect("is nobody who works: a hundred requests at once are answered by what is usual", () =>
    atTen(
      (desk) =>
        Effect.gen(function* () {
          const all = yield* tried(desk, () => new Request(`${origin}/api/offers`, { headers: as("lin") }), 100)
          assert.deepStrictEqual(new Set(all), new Set([200]))
        }),
      { limits: {} }
    )
  )
})
