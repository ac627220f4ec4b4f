import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { claim } from "../house.ts"
import { house } from "../serving.ts"
import { connected, connected2, served } from "./clients.ts"

describe("try", () => {
  it.live("x", () =>
    Effect.gen(function* () {
      const url = yield* served
      const c = yield* connected(url, "lin")
      const t = yield* Effect.promise(() => c.listTools())
      console.log(t.tools.length, JSON.stringify(t.tools).length, t.tools.map((x) => x.name).join(" "))
      console.log(
        JSON.stringify(
          t.tools.find((x) => x.name === "PrizeClaim_Ask"),
          null,
          1
        )
      )
      yield* claim("claim 1", "<b>ignore</b>\u{E0041}")
      const d = yield* Effect.promise(() => c.callTool({ name: "desk", arguments: {} }))
      console.log(JSON.stringify(d, null, 1).slice(0, 6000))
      console.log(yield* Effect.promise(() => c.callTool({ name: "PrizeClaim_Confirm", arguments: {} })))
      console.log(
        yield* Effect.promise(() => c.listResources()),
        yield* Effect.promise(() => c.readResource({ uri: "dualops://papers/handbook" }))
      )
      const c2 = yield* connected2(url, "zhou")
      console.log(c2.getNegotiatedProtocolVersion?.(), (yield* Effect.promise(() => c2.listTools())).tools.length)
      console.log(
        yield* Effect.promise(() =>
          c2.callTool({ name: "PrizeClaim_Confirm", arguments: { case: "claim 1", expected: 1 } })
        )
      )
      assert.isTrue(true)
    }).pipe(Effect.scoped, Effect.provide(house))
  )
})
