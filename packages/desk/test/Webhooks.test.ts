/** What other programs are told of: signed, in order, at least once, and with the rights of a person. */

import { Operations } from "@dualops/core/operations"
import { Actor, Case } from "@dualops/core/process"
import { Webhooks } from "@dualops/desk/webhooks"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { Webhook } from "standardwebhooks"
import { Webhook as Svix } from "svix"
import { PrizeClaimProcess } from "../../../examples/prizes/PrizeClaimProcess.ts"
import * as Message from "../src/webhooks/Message.ts"
import { inHouse, receiver, secret, secrets } from "./hearing.ts"
import { claim, ten } from "./house.ts"

const confirm = (name: string) =>
  Operations.send(PrizeClaimProcess, {
    key: `${name} confirmed`,
    case: Case.CaseId.make(name),
    step: "Confirm",
    by: Actor.person("zhou"),
    input: {}
  })

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

  it.effect("tells at once what happens, in its order, without a look at the clock", () =>
    inHouse(
      Effect.gen(function* () {
        const { subscription, types } = yield* receiver()
        // Up to here it has told everything: from now on, no clock goes on.
        yield* Webhooks.pass(subscription)
        yield* Effect.forkScoped(Webhooks.run([subscription]))
        yield* Effect.forEach(Array.from({ length: 50 }), () => Effect.yieldNow)
        for (const [name, count] of [
          ["claim 1", 2],
          ["claim 2", 4]
        ] as const) {
          yield* claim(name)
          yield* confirm(name)
          yield* Effect.promise(async () => {
            while (types().length < count) await new Promise((resolve) => setTimeout(resolve, 5))
          })
        }
        assert.deepStrictEqual(types(), [
          "PrizeClaim.Ask claim 1",
          "PrizeClaim.Confirm claim 1",
          "PrizeClaim.Ask claim 2",
          "PrizeClaim.Confirm claim 2"
        ])
      })
    )
  )
})
