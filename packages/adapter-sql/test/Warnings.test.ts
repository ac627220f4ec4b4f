import { Carrier, Operations, Worker } from "@dualops/core/operations"
import { Case, Notify } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { Errand, editions, lin, note, work } from "./errand.ts"
import * as Scratch from "./Scratch.ts"

describe("Two workers on one file", () => {
  it.effect("warn of a deadline once, also when the case has had another step since, and after a restart", () =>
    Effect.gen(function* () {
      const filename = yield* Scratch.file
      const connect = Layer.build(Scratch.store(filename))
      const said: Array<string> = []
      const tell = Carrier.make(Notify.notify, ({ message, to }) =>
        Effect.sync(() => {
          said.push(`${to}: ${message.en}`)
          return {}
        })
      )
      const bothWork = Effect.gen(function* () {
        const stores = [yield* connect, yield* connect]
        for (let round = 0; round < 3; round++) {
          yield* Effect.forEach(
            stores,
            (store) => Effect.provide(Worker.round({ ...work, carriers: [...work.carriers, tell] }), store),
            { concurrency: "unbounded" }
          )
        }
      }).pipe(Effect.scoped)
      const onFile = Effect.provide(Scratch.store(filename))

      yield* TestClock.setTime(Date.parse("2026-11-23T01:00:00Z"))
      yield* onFile(note("parcel"))
      yield* TestClock.adjust("47 seconds")
      yield* bothWork
      assert.isEmpty(said)
      yield* TestClock.adjust("1 second")
      yield* bothWork
      const order = { key: "more", case: Case.CaseId.make("parcel"), step: "Add", by: lin } as const
      yield* onFile(Operations.send(Errand, { ...order, input: { text: "and a letter" } }))
      yield* bothWork
      assert.deepStrictEqual(said, ["lin: The asking of the Errand “Errand” runs out at 2026-11-23 09:01."])
    }).pipe(Effect.scoped, Effect.provide(editions))
  )
})
