/** What other programs are told of what has happened, and what a receiver can do to the house. */
import { Operations } from "@dualops/core/operations"
import { Actor, Case } from "@dualops/core/process"
import { NodeDesk } from "@dualops/desk/node"
import { type Subscription, Webhooks, wrong } from "@dualops/desk/webhooks"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Fiber, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { Webhook } from "standardwebhooks"
import { Webhook as Svix } from "svix"
import { PrizeClaimProcess } from "../../../examples/prizes/PrizeClaimProcess.ts"
import * as Message from "../src/webhooks/Message.ts"
import * as Outward from "../src/webhooks/Outward.ts"
import * as Posting from "../src/webhooks/Posting.ts"
import { claim, services, ten } from "./house.ts"

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
const secrets = [Redacted.make(secret)] as const

interface Heard {
  readonly headers: Record<string, string>
  readonly body: string
}

/** A receiver, and what it has heard; `answers` says with which status it answers what. */
const receiver = Effect.fnUntraced(function* () {
  const heard: Array<Heard> = []
  const state = { answers: (_: Heard): number => 204, headers: {} }
  const url = yield* NodeDesk.serve((incoming, outgoing) => {
    let body = ""
    incoming.setEncoding("utf8").on("data", (more) => {
      body += more
    })
    incoming.on("end", () => {
      const one = { headers: incoming.headers as Record<string, string>, body }
      heard.push(one)
      outgoing.writeHead(state.answers(one), state.headers).end("x".repeat(100_000))
    })
  })
  const types = () => heard.map(({ body }) => `${JSON.parse(body).type} ${JSON.parse(body).data.case}`)
  const subscription: Subscription = { name: "crm", url, secrets, person: Actor.person("lin") }
  return { heard, types, state, subscription }
})

const confirm = (name: string) =>
  Operations.send(PrizeClaimProcess, {
    key: `${name} confirmed`,
    case: Case.CaseId.make(name),
    step: "Confirm",
    by: Actor.person("zhou"),
    input: {}
  })

const inHouse = <A, E, R>(body: Effect.Effect<A, E, R>) =>
  TestClock.setTime(ten.epochMilliseconds).pipe(Effect.andThen(body), Effect.scoped, Effect.provide(services))

describe("A webhook", () => {
  it.effect("tells each step once, signed so that the libraries of receivers believe it, in whatever script", () =>
    inHouse(
      Effect.gen(function* () {
        const { heard, subscription, types } = yield* receiver()
        yield* claim("before")
        yield* Webhooks.pass(subscription)
        yield* claim("claim 1", "小林 👩‍👩‍👧 \u2028")
        yield* confirm("claim 1")
        yield* Webhooks.pass(subscription)
        yield* Webhooks.pass(subscription)
        // What was there before the subscription is not told.
        assert.deepStrictEqual(types(), ["PrizeClaim.Ask claim 1", "PrizeClaim.Confirm claim 1"])
        for (const { body, headers } of heard) {
          const signed = new Webhook(secret).sign(headers["webhook-id"] ?? "", DateTime.toDate(ten), body)
          assert.deepStrictEqual(
            [headers["webhook-signature"], headers["webhook-timestamp"]],
            [signed, String(ten.epochMilliseconds / 1000)]
          )
        }
        assert.include(JSON.stringify(JSON.parse(heard[0]?.body ?? "").data.event), "小林 👩‍👩‍👧 \u2028")
      })
    )
  )

  it.effect("has the signature that Standard Webhooks has published, and its two libraries verify", () =>
    Effect.sync(() => {
      const message = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", body: '{"test": 2432232314}' }
      const published = Message.headersOf(message, secrets, DateTime.makeUnsafe(1_614_265_330_000))
      assert.strictEqual(published["webhook-signature"], "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
      const other = `whsec_${Buffer.from("another secret of 32 characters.").toString("base64")}`
      const now = Message.headersOf(message, [Redacted.make(other), ...secrets], DateTime.makeUnsafe(Date.now()))
      for (const known of [secret, other]) {
        assert.deepStrictEqual(new Webhook(known).verify(message.body, now), { test: 2_432_232_314 })
        assert.doesNotThrow(() => new Svix(known).verify(message.body, now))
        assert.throws(() => new Webhook(known).verify(`${message.body} `, now))
        assert.throws(() => new Svix(known).verify(message.body, { ...now, "webhook-id": "msg_other" }))
      }
    })
  )

  it.effect("holds back the later steps of a case that is not taken, tells the others, and leaves nothing out", () =>
    inHouse(
      Effect.gen(function* () {
        const { heard, state, subscription, types } = yield* receiver()
        yield* Webhooks.pass(subscription)
        state.answers = ({ body }) => (JSON.parse(body).data.case === "bad" ? 500 : 200)
        yield* claim("bad")
        yield* claim("good")
        yield* confirm("bad")
        yield* confirm("good")
        yield* Webhooks.pass(subscription)
        assert.deepStrictEqual(types(), ["PrizeClaim.Ask bad", "PrizeClaim.Ask good", "PrizeClaim.Confirm good"])
        yield* TestClock.adjust("3 seconds")
        yield* Webhooks.pass(subscription)
        assert.strictEqual(heard.length, 3, "not before the pause is over")
        yield* TestClock.adjust("4 seconds")
        yield* Webhooks.pass(subscription)
        assert.strictEqual(heard.length, 4)
        yield* TestClock.adjust("40 seconds")
        yield* Webhooks.pass(subscription)
        assert.strictEqual(heard.length, 4, "the pauses grow")
        state.answers = () => 200
        yield* TestClock.adjust("40 seconds")
        yield* Webhooks.pass(subscription)
        assert.deepStrictEqual(types().slice(4), ["PrizeClaim.Ask bad", "PrizeClaim.Confirm bad"])
        const first = heard
          .map((one) => one.headers)
          .filter((one) => one["webhook-id"] === heard[0]?.headers["webhook-id"])
        assert.strictEqual(first.length, 3, "the same id, however often")
        assert.strictEqual(new Set(first.map((one) => one["webhook-timestamp"])).size, 3, "signed anew every time")
      })
    )
  )

  it.effect("is told everything in order when its receiver was away for a week, which is asked ever more rarely", () =>
    inHouse(
      Effect.gen(function* () {
        const { heard, state, subscription, types } = yield* receiver()
        yield* Webhooks.pass(subscription)
        state.answers = () => 503
        for (let number = 10; number < 40; number++) yield* claim(`claim ${number}`)
        for (let hour = 0; hour < 7 * 24; hour++) {
          yield* Webhooks.pass(subscription)
          yield* TestClock.adjust("1 hour")
        }
        assert.isBelow(heard.length, 400)
        heard.length = 0
        state.answers = () => 200
        for (let hour = 0; hour < 16; hour++) {
          yield* Webhooks.pass(subscription)
          yield* TestClock.adjust("1 hour")
        }
        assert.strictEqual(new Set(types()).size, 30)
        assert.strictEqual(types().length, 30, "none twice")
      })
    )
  )

  it.effect("waits as long as the receiver asks for, and asks no more one that is gone", () =>
    inHouse(
      Effect.gen(function* () {
        const { heard, state, subscription } = yield* receiver()
        yield* Webhooks.pass(subscription)
        Object.assign(state, { answers: () => 429, headers: { "retry-after": "7200" } })
        yield* claim("claim 1")
        yield* Webhooks.pass(subscription)
        yield* TestClock.adjust("1 hour")
        yield* Webhooks.pass(subscription)
        assert.strictEqual(heard.length, 1)
        yield* TestClock.adjust("1 hour")
        state.answers = () => 410
        assert.isFalse(yield* Webhooks.pass(subscription))
        assert.strictEqual(heard.length, 2)
        // The next start of the program asks once more, and nothing was lost.
        state.answers = () => 200
        assert.isTrue(yield* Webhooks.pass(subscription))
        assert.strictEqual(heard.length, 3)
      })
    )
  )

  it.effect("tells of what its person sees and of what was asked for, and of nothing else", () =>
    inHouse(
      Effect.gen(function* () {
        const { subscription, types } = yield* receiver()
        const stranger = { ...subscription, name: "stranger", person: Actor.person("stranger") }
        const some = { ...subscription, name: "some", of: ["Post", "PrizeClaim.Confirm"] }
        yield* Webhooks.pass(stranger)
        yield* Webhooks.pass(some)
        yield* claim("claim 1")
        yield* confirm("claim 1")
        yield* Webhooks.pass(stranger)
        assert.deepStrictEqual(types(), [])
        yield* Webhooks.pass(some)
        assert.deepStrictEqual(types(), ["PrizeClaim.Confirm claim 1"])
      })
    )
  )

  it.effect("follows no redirection, and no name into a network of one's own", () =>
    inHouse(
      Effect.gen(function* () {
        const inside = yield* receiver()
        const { state, subscription } = yield* receiver()
        Object.assign(state, { answers: () => 307, headers: { location: inside.subscription.url } })
        const send = (url: string, mayBePrivate = false) =>
          Effect.flip(Posting.post({ url, mayBePrivate }, {}, "{}")).pipe(Effect.map(({ why }) => why))
        assert.strictEqual(yield* send(subscription.url), "the answer is 307")
        assert.deepStrictEqual(inside.heard, [])
        for (const url of [
          "https://10.0.0.1/",
          "https://169.254.169.254/latest/meta-data",
          "https://[fd00::1]/",
          "https://[::ffff:10.0.0.1]/",
          "https://0xa000001/x",
          "https://167772161/",
          "https://0177.0.0.2/"
        ])
          assert.include(yield* send(url), "is not of the internet", url)
        // The name of this machine, by a name that is not allowed to be it.
        assert.match(yield* send("https://localhost.:1/"), /not of the internet|ENOTFOUND|EAI_AGAIN/)
      })
    )
  )

  it("knows the addresses that the internet does not", () => {
    for (const one of ["127.0.0.1", "0.0.0.0", "192.168.1.1", "100.64.0.1", "::1", "::", "fe80::1", "fc00::1"])
      assert.isFalse(Outward.isOutside(one), one)
    for (const one of ["::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "2001:db8::1", "224.0.0.1", "name"])
      assert.isFalse(Outward.isOutside(one), one)
    for (const one of ["1.1.1.1", "2606:4700::1111", "172.32.0.1"]) assert.isTrue(Outward.isOutside(one), one)
  })

  it.effect("is not waited for that never answers", () =>
    inHouse(
      Effect.gen(function* () {
        const url = yield* NodeDesk.serve(() => {})
        const sent = yield* Effect.forkChild(Effect.flip(Posting.post({ url }, {}, "{}")))
        yield* TestClock.adjust("15 seconds")
        assert.strictEqual((yield* Fiber.join(sent)).why, "no answer in time")
      })
    )
  )

  it("is refused before it starts where it could be read or guessed by others", () => {
    const url = "https://crm.example/hooks"
    const of = (more: Partial<Subscription>) => wrong({ name: "crm", url, secrets, ...more })
    assert.isUndefined(of({}))
    assert.isUndefined(of({ url: "http://localhost:3000/hooks" }))
    for (const more of [
      { url: "http://crm.example/hooks" },
      { url: "http://localhost.evil.example/" },
      { url: "http://127.0.0.1@evil.example/" },
      { url: "https://user:word@crm.example/" },
      { url: "file:///etc/passwd" },
      { url: "/hooks" },
      { name: "" },
      { name: "a/b" },
      { secrets: [Redacted.make("secret")] as const },
      { secrets: [Redacted.make("whsec_c2hvcnQ=")] as const }
    ])
      assert.isString(of(more), JSON.stringify(more))
    assert.throws(
      () => Webhooks.run([{ name: "crm", url: "http://x", secrets, person: Actor.person("lin") }]),
      RangeError
    )
  })
})
