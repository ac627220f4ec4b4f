/** Who is let in, and what is not done for whom. */
import { EventLog, Operations } from "@dualops/core/operations"
import { Actor, Case } from "@dualops/core/process"
import { type Door, ProxyDoor, TokenDoor } from "@dualops/desk"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Redacted } from "effect"
import { Headers } from "effect/http"
import { TestClock } from "effect/testing"
import { PrizeClaimProcess } from "../../../examples/prizes/PrizeClaimProcess.ts"
import { as, atTen, claim, formOf, get, origin, path, post, proxy, ten } from "./house.ts"

const knock = (door: Door.Door["Service"], headers: Readonly<Record<string, string>>) =>
  Effect.match(door.of({ headers: Headers.fromInput(headers) }), {
    onFailure: () => "nobody",
    onSuccess: ({ person }) => person.person as string
  })

describe("Behind a proxy", () => {
  const door = ProxyDoor.make(proxy)
  it.effect("whoever it names is let in, and nobody who comes past it", () =>
    Effect.gen(function* () {
      const { "x-person": name, "x-proof": proof } = as("lin")
      assert.strictEqual(yield* knock(door, { "x-person": name, "x-proof": proof }), "lin")
      for (const headers of [
        { "x-person": name },
        { "x-person": name, "x-proof": "" },
        { "x-person": name, "x-proof": proof.slice(0, -1) },
        { "x-person": name, "x-proof": `${proof} ` },
        { "x-proof": proof },
        { "x-person": "", "x-proof": proof },
        // Two headers of one name become one, with a comma: the proxy has not taken out what came from outside.
        { "x-person": "lin, zhou", "x-proof": proof },
        { "x-person": "lin\u0007", "x-proof": proof }
      ])
        assert.strictEqual(yield* knock(door, headers), "nobody", JSON.stringify(headers))
    })
  )

  it("a secret that can be guessed is refused before anybody knocks", () => {
    assert.throws(() => ProxyDoor.make({ ...proxy, secret: Redacted.make("secret") }), RangeError)
  })
})

describe("A token", () => {
  it.effect("lets its person in until it expires or is taken off the list, and nobody with another", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(ten.epochMilliseconds)
      const { secret, token } = yield* TokenDoor.issue(Actor.person("lin"), DateTime.add(ten, { hours: 1 }))
      const list = [token]
      const door = TokenDoor.make(Effect.sync(() => list))
      const bearer = Redacted.value(secret)
      const with_ = (text: string) => knock(door, { authorization: text })
      assert.strictEqual(yield* with_(`Bearer ${bearer}`), "lin")
      for (const text of [
        "",
        "Bearer ",
        `Basic ${bearer}`,
        `Bearer ${bearer}x`,
        `Bearer ${token.hash}`,
        `Bearer ${bearer}, ${bearer}`
      ])
        assert.strictEqual(yield* with_(text), "nobody", text)
      yield* TestClock.adjust("1 hour")
      assert.strictEqual(yield* with_(`Bearer ${bearer}`), "nobody")
      yield* TestClock.setTime(ten.epochMilliseconds)
      list.pop()
      assert.strictEqual(yield* with_(`Bearer ${bearer}`), "nobody")
    })
  )

  it.effect("stands on no list and in no log: what is kept of it is its hash", () =>
    Effect.gen(function* () {
      const { secret, token } = yield* TokenDoor.issue(Actor.person("lin"), ten)
      assert.match(token.hash, /^[0-9a-f]{64}$/)
      assert.notInclude(JSON.stringify(token), Redacted.value(secret).slice(10))
      assert.notInclude(String(secret), Redacted.value(secret).slice(10))
    })
  )
})

describe("Whoever is not let in", () => {
  it.effect("sees nothing, by no page and by no address of the API", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* claim("claim 1")
        for (const at of [
          "/",
          "/zh",
          path("claim 1"),
          "/events",
          "/api/desk",
          "/api/openapi.json",
          "/api/cases/PrizeClaim/claim%201"
        ]) {
          const answer = yield* Effect.promise(() =>
            desk(new Request(`${origin}${at}`, { headers: { "x-person": "lin" } }))
          )
          const text = yield* Effect.promise(() => answer.text())
          assert.strictEqual(answer.status, 401, at)
          assert.notInclude(text, "小林")
        }
      })
    )
  )
})

describe("Whoever tries to come in", () => {
  it.effect("stands in the record, each kind once a minute however often; whoever shows nothing does not", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        const knocks = (headers: Readonly<Record<string, string>>, times: number) =>
          Effect.forEach(Array.from({ length: times }), () =>
            Effect.promise(() => desk(new Request(`${origin}/zh`, { headers })))
          )
        const unknown = { authorization: "Bearer dualops_of-nobody" }
        yield* knocks({}, 5)
        yield* knocks(unknown, 20)
        yield* TestClock.adjust("1 minute")
        yield* knocks(unknown, 20)
        yield* knocks({ "x-person": "lin" }, 3)
        const refused = yield* EventLog.EventLog.use((log) => log.refusals(undefined, 10))
        assert.deepStrictEqual(
          refused.map(({ times, why }) => [why, times]),
          [
            ["Door.past-the-proxy", 1],
            ["Door.unknown-token", 2]
          ]
        )
        const { text } = yield* get(desk, "he", "/zh/record")
        assert.include(text, "有人用了不属于任何人的令牌。")
        assert.include(text, "在 2 个分钟里")
        assert.notInclude(text, "of-nobody")
      })
    )
  )
})

describe("A form", () => {
  const refuse = path("claim 1", "Refuse")
  const stateOf = Effect.map(Operations.load(PrizeClaimProcess, Case.CaseId.make("claim 1")), (one) => one?.state._tag)

  it.effect("that a page from elsewhere sends in somebody's name is not taken", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* claim("claim 1")
        const form = { ...formOf((yield* get(desk, "he", refuse)).text), "input.why": "重复" }
        const zhous = yield* get(desk, "zhou", refuse)
        const tries = [
          yield* post(desk, "he", refuse, form, { "sec-fetch-site": "cross-site" }),
          yield* post(desk, "he", refuse, form, { "sec-fetch-site": "same-site" }),
          yield* post(desk, "he", refuse, { ...form, token: "" }),
          yield* post(desk, "he", refuse, { ...form, token: formOf(zhous.text)["token"] ?? "" })
        ]
        const old = Effect.promise(() =>
          desk(
            new Request(`${origin}${refuse}`, {
              method: "POST",
              headers: { ...as("he"), origin: "https://evil.example" },
              body: new URLSearchParams(form)
            })
          )
        )
        assert.deepStrictEqual([...tries.map(({ status }) => status), (yield* old).status], [403, 403, 403, 403, 403])
        assert.strictEqual(yield* stateOf, "Asked")
        assert.strictEqual((yield* post(desk, "he", refuse, form)).status, 303)
      })
    )
  )

  it.effect(
    "that was open overnight is taken the next day, and one of last week is sent once more with what was typed",
    () =>
      atTen((desk) =>
        Effect.gen(function* () {
          yield* claim("claim 1")
          const form = { ...formOf((yield* get(desk, "he", refuse)).text), "input.why": "重复领取" }
          yield* TestClock.adjust("7 days")
          const late = yield* post(desk, "he", refuse, form)
          assert.strictEqual(late.status, 403)
          assert.include(late.text, "重复领取")
          assert.strictEqual((yield* post(desk, "he", refuse, { ...formOf(late.text) })).status, 303)
        })
      )
  )

  it.effect(
    "changes nothing when it is only looked at, and the API takes no order that a browser was made to send",
    () =>
      atTen((desk) =>
        Effect.gen(function* () {
          yield* claim("claim 1")
          yield* get(desk, "he", `${refuse}?${new URLSearchParams({ "input.why": "x" })}`)
          const send = (headers: Readonly<Record<string, string>>) =>
            Effect.promise(() =>
              desk(
                new Request(`${origin}/api/cases/PrizeClaim/claim%201/Confirm`, {
                  method: "POST",
                  headers: { ...as("he"), "idempotency-key": "1", "content-type": "application/json", ...headers },
                  body: "{}"
                })
              )
            )
          assert.strictEqual((yield* send({ "sec-fetch-site": "cross-site" })).status, 403)
          assert.strictEqual((yield* send({ origin: "https://evil.example" })).status, 403)
          assert.isAtLeast((yield* send({ "content-type": "text/plain" })).status, 400)
          assert.strictEqual(yield* stateOf, "Asked")
          assert.strictEqual((yield* send({})).status, 200)
        })
      )
  )
})

describe("Whoever acts in another's place", () => {
  const compose = "/zh/as/lin/begin/Post/Compose"

  it.effect("without having it sees nothing by it", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* claim("claim 1")
        const inPlace = `/zh/as/lin${path("claim 1").slice(3)}`
        assert.strictEqual((yield* get(desk, "stranger", inPlace)).status, 404)
        assert.strictEqual((yield* get(desk, "he", inPlace)).status, 404)
        assert.strictEqual((yield* get(desk, "zhou", compose)).status, 409)
      })
    )
  )

  it.effect("while the other is away writes in their name, and the case says so", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* TestClock.setTime(DateTime.makeUnsafe("2026-11-25T02:00:00Z").epochMilliseconds)
        const { status, text } = yield* get(desk, "zhou", compose)
        assert.strictEqual(status, 200)
        const filled = {
          ...formOf(text),
          "input.account": "1000000001",
          "input.content.text": "桂花乌龙",
          "input.slot": "2026-11-26T10:00"
        }
        const sent = yield* post(desk, "zhou", compose, filled)
        assert.strictEqual(sent.status, 303, sent.text)
        const at = sent.headers.get("location") ?? ""
        assert.match(at, /^\/zh\/as\/lin\/cases\/Post\//)
        const page = yield* get(desk, "zhou", at)
        assert.include(page.text, "周舟（代林夏）：撰写")
        assert.include(page.text, "2026-11-26 10:00")
      })
    )
  )
})
