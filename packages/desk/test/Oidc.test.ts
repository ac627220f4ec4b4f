/** Sign-in by OpenID Connect, at a real provider; and what others try to be let in as. */
import { EventLog } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { generateKeyPair, SignJWT } from "jose"
import { ten } from "./house.ts"
import { keys, signedInDesk, Visitor } from "./signing-in.ts"

const others = await generateKeyPair("RS256")

const signing = <A, E>(
  body: (desk: Effect.Success<ReturnType<typeof signedInDesk>>) => Effect.Effect<A, E>,
  more: Parameters<typeof signedInDesk>[0] = {}
) =>
  TestClock.setTime(ten.epochMilliseconds).pipe(Effect.andThen(Effect.flatMap(signedInDesk(more), body)), Effect.scoped)

const session = (origin: string, visitor: Visitor) => visitor.jar(origin).get("dualops-session")

describe("Whoever signs in elsewhere", () => {
  it.effect("is led there from the page that they wanted, and back to it, as who they are", () =>
    signing(({ issuer, origin }) =>
      Effect.promise(async () => {
        const visitor = new Visitor()
        const page = await visitor.signIn(`${origin}/zh?x=1`, "zhou")
        assert.deepStrictEqual([page.status, page.url], [200, `${origin}/zh?x=1`])
        assert.include(page.text, "周舟")
        const asked = new URL(visitor.trail.find((url) => url.startsWith(`${issuer}/auth?`)) ?? "").searchParams
        for (const name of ["state", "nonce", "code_challenge"]) assert.isAbove((asked.get(name) ?? "").length, 40)
        assert.strictEqual(asked.get("code_challenge_method"), "S256")
      })
    )
  )

  it.effect("and is nobody in the handbook is told so, is not let in, and stands in the record", () =>
    signing(({ house, origin }) =>
      Effect.gen(function* () {
        const visitor = new Visitor()
        const page = yield* Effect.promise(() => visitor.signIn(`${origin}/zh`, "unknown"))
        assert.strictEqual(page.status, 403)
        assert.include(page.text, "nobody in the handbook")
        assert.isUndefined(session(origin, visitor))
        const refused = yield* Effect.provide(
          EventLog.EventLog.use((log) => log.refusals(undefined, 10)),
          house
        )
        assert.deepStrictEqual(
          refused.map(({ why }) => why),
          ["Door.unknown-person"]
        )
      })
    )
  )

  it.effect(
    "has a cookie that no script reads, goes on while they work, and ends after rest, after a day, and by leaving",
    () =>
      signing(({ origin, handler }) =>
        Effect.gen(function* () {
          const visitor = new Visitor()
          yield* Effect.promise(() => visitor.signIn(`${origin}/zh`, "zhou"))
          const first = session(origin, visitor)
          const status = (cookie: string | undefined) =>
            Effect.promise(
              async () =>
                (await handler(new Request(`${origin}/zh`, { headers: { cookie: `dualops-session=${cookie}` } })))
                  .status
            )
          yield* TestClock.adjust("90 minutes")
          const renewed = yield* Effect.promise(() => visitor.ask(`${origin}/zh`))
          assert.match(renewed.headers.getSetCookie().join(), /HttpOnly; SameSite=Lax/)
          const second = session(origin, visitor)
          assert.notStrictEqual(first, second)
          yield* TestClock.adjust("90 minutes")
          assert.deepStrictEqual([yield* status(first), yield* status(second)], [401, 200])
          for (let hour = 0; hour < 12; hour++) {
            yield* Effect.promise(() => visitor.ask(`${origin}/zh`))
            yield* TestClock.adjust("1 hour")
          }
          assert.strictEqual(yield* status(session(origin, visitor)), 401, "however much they did")
        })
      )
  )

  it.effect("signs out here and at the provider, after which no copy of the cookie lets in", () =>
    signing(({ origin }) =>
      Effect.promise(async () => {
        const visitor = new Visitor()
        await visitor.signIn(`${origin}/zh`, "zhou")
        const copy = session(origin, visitor) ?? ""
        const asked = await visitor.ask(`${origin}/sign-out`)
        assert.include(await asked.text(), '<form method="post"')
        assert.isDefined(session(origin, visitor), "looking signs nobody out")
        const left = await visitor.ask(`${origin}/sign-out`, new URLSearchParams())
        assert.match(left.headers.get("location") ?? "", /\/session\/end\?/)
        assert.isUndefined(session(origin, visitor))
        const thief = new Visitor()
        thief.jar(origin).set("dualops-session", copy)
        const led = await thief.ask(`${origin}/zh`)
        assert.match(led.headers.get("location") ?? "", /sign-in/)
      })
    )
  )

  it.effect("has two pages open, and signs in by both", () =>
    signing(({ origin }) =>
      Effect.promise(async () => {
        const visitor = new Visitor()
        const one = await visitor.signIn(`${origin}/zh?one`, "zhou", `${origin}/signed-in`)
        const two = await visitor.signIn(`${origin}/zh?two`, "zhou")
        assert.strictEqual(two.url, `${origin}/zh?two`)
        assert.strictEqual((await visitor.go(one.url)).url, `${origin}/zh?one`)
        for (let flow = 0; flow < 20; flow++) await visitor.ask(`${origin}/sign-in`)
        assert.isAtMost(visitor.jar(origin).size, 6, "what has begun and not ended is bounded")
      })
    )
  )
})

describe("Nobody is let in", () => {
  it.effect("by an answer that another browser asked for, that was used before, or whose state is another", () =>
    signing(({ origin }) =>
      Effect.promise(async () => {
        const attacker = new Visitor()
        const { url } = await attacker.signIn(`${origin}/zh`, "he", `${origin}/signed-in`)
        const victim = new Visitor()
        const led = await victim.go(url)
        assert.deepStrictEqual([led.status, session(origin, victim)], [400, undefined], "signed in as the attacker")
        const other = new URL(url)
        other.searchParams.set("state", "x".repeat(43))
        assert.strictEqual((await attacker.go(other.href)).status, 400)
        const none = new URL(url)
        none.searchParams.delete("state")
        assert.strictEqual((await attacker.go(none.href)).status, 400)
        const flows = new Map(attacker.jar(origin))
        assert.strictEqual((await attacker.go(url)).status, 200)
        const again = new Visitor()
        for (const [name, value] of flows) again.jar(origin).set(name, value)
        const replayed = await again.go(url)
        assert.deepStrictEqual([replayed.status, session(origin, again)], [401, undefined])
      })
    )
  )

  it.effect("by a cookie that was altered, made for something else, or made before they signed in", () =>
    signing(({ origin, handler }) =>
      Effect.promise(async () => {
        const visitor = new Visitor()
        visitor.jar(origin).set("dualops-session", "fixed")
        await visitor.signIn(`${origin}/zh`, "zhou")
        const sealed = session(origin, visitor) ?? ""
        assert.notStrictEqual(sealed, "fixed")
        await visitor.ask(`${origin}/sign-in`)
        const flow = [...visitor.jar(origin)].find(([name]) => name.includes("-in-"))?.[1] ?? ""
        assert.isAbove(flow.length, 40)
        const flipped = Buffer.from(sealed, "base64url")
        flipped[20] = (flipped[20] ?? 0) ^ 1
        for (const cookie of ["", flow, flipped.toString("base64url"), sealed.slice(0, -2), "A".repeat(5000)]) {
          const answer = await handler(
            new Request(`${origin}/zh`, { headers: { cookie: `dualops-session=${cookie}` } })
          )
          assert.strictEqual(answer.status, 401, cookie)
        }
      })
    )
  )

  const forged = (change: (jwt: SignJWT) => SignJWT, key = keys.privateKey) => ({
    fetch: async (url: string, init: object) => {
      const answer = await fetch(url, init)
      if (!url.endsWith("/token")) return answer
      const told = await answer.json()
      const claims = JSON.parse(Buffer.from(String(told.id_token).split(".")[1] ?? "", "base64url").toString())
      const jwt = change(new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "1" }))
      return Response.json({ ...told, id_token: await jwt.sign(key) })
    }
  })
  for (const [what, change, expected, key] of [
    ["is signed by the provider, which lets in", (jwt: SignJWT) => jwt, 200],
    ["somebody else has signed", (jwt: SignJWT) => jwt, 401, others.privateKey],
    ["is for another audience", (jwt: SignJWT) => jwt.setAudience("another"), 401],
    ["is another issuer's", (jwt: SignJWT) => jwt.setIssuer("https://evil.example"), 401],
    ["has run out", (jwt: SignJWT) => jwt.setExpirationTime(1), 401]
  ] as const)
    it.effect(`by an identity that ${what}`, () =>
      signing(
        ({ origin }) =>
          Effect.promise(async () => {
            assert.strictEqual((await new Visitor().signIn(`${origin}/zh`, "zhou")).status, expected)
          }),
        forged(change, key)
      )
    )

  it.effect("and led elsewhere, by an address to come back to", () =>
    signing(({ origin }) =>
      Effect.promise(async () => {
        for (const to of [
          "//evil.example",
          "/\\evil.example",
          "https://evil.example/",
          "/.//evil.example",
          "javascript:alert(1)",
          "/\t/evil.example",
          `${origin}@evil.example/`
        ]) {
          const { url } = await new Visitor().signIn(`${origin}/sign-in?${new URLSearchParams({ to })}`, "zhou")
          assert.strictEqual(new URL(url).origin, origin, to)
        }
      })
    )
  )

  it.effect("where the provider does not answer: people are told, and the next one tries again", () =>
    signing(
      ({ origin }) =>
        Effect.promise(async () => {
          const page = await new Visitor().go(`${origin}/zh`)
          assert.strictEqual(page.status, 503)
          assert.include(page.text, "登录服务")
        }),
      { fetch: () => Promise.reject(new Error("down")) }
    )
  )

  it.effect("and a program is told that it is not, as before", () =>
    signing(({ origin }) =>
      Effect.promise(async () => {
        for (const path of ["api/desk", "mcp", "events"])
          assert.strictEqual((await new Visitor().ask(`${origin}/${path}`)).status, 401, path)
      })
    )
  )
})
