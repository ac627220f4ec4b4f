/** Where webhooks are sent, and where they never are. */

import { Actor } from "@dualops/core/process"
import { NodeDesk } from "@dualops/desk/node"
import { type Subscription, Webhooks, wrong } from "@dualops/desk/webhooks"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Redacted } from "effect"
import { TestClock } from "effect/testing"
import * as Outward from "../src/webhooks/Outward.ts"
import * as Posting from "../src/webhooks/Posting.ts"
import { inHouse, receiver, secrets } from "./hearing.ts"

describe("The address of a webhook", () => {
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
