import { MemoryStore } from "@dualops/adapter-memory"
import { Caseload, Editions, Offers, Operations, Worker } from "@dualops/core/operations"
import { Actor } from "@dualops/core/process"
import { FamilyLaws } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { cast, Gift, Giveaway, Season } from "../process/Giveaway.ts"
import { ann, carried, draw, edition, gift, inHouse, may, sendGift, stateOf, work } from "./family.ts"

FamilyLaws.suite("a giveaway", FamilyLaws.member(Giveaway, cast), {
  store: () => MemoryStore.layer,
  children: [FamilyLaws.member(Gift, { people: cast.people, settings: [{}] })],
  schedules: globalThis.process.env.CI === "true" ? 1_000 : 100
})

describe("A case that begins cases", () => {
  it.effect("has them begun by the worker, as its children, and hears of the end of each", () =>
    inHouse(
      Effect.gen(function* () {
        yield* draw("wang", "li")
        yield* carried
        const [begun] = yield* Operations.read(Gift, gift(1))
        assert.deepInclude(begun, {
          step: "Pack",
          by: ann,
          facts: { to: "li" },
          orderedBy: { process: "Giveaway", case: may, order: "gift" }
        })
        yield* sendGift(0)
        yield* carried
        assert.deepInclude(yield* stateOf, { _tag: "Running", out: 1, sent: 1 })
        const heard = (yield* Operations.read(Giveaway, may)).at(-1)
        assert.deepInclude(heard, {
          step: "GiftSent",
          by: Actor.child("gift", gift(0), "Sent"),
          facts: { parcel: "no. 0" }
        })
        yield* Operations.send(Gift, { key: "no", case: gift(1), step: "Withdraw", by: ann, input: {} })
        yield* carried
        assert.deepInclude(yield* stateOf, { _tag: "Done", out: 0, sent: 1, lost: 1 })
      })
    )
  )

  it.effect("lists its children by a tag of theirs, whatever it keeps itself", () =>
    inHouse(
      Effect.gen(function* () {
        yield* draw("wang", "li")
        yield* carried
        const children = yield* Caseload.children([Gift], { process: "Giveaway", case: may })
        assert.deepStrictEqual(
          children.map(({ case: { id } }) => id),
          [gift(1), gift(0)]
        )
      })
    )
  )

  it.effect("is what its children are part of, where people read of them", () =>
    inHouse(
      Effect.gen(function* () {
        yield* draw("wang")
        yield* carried
        const offers = yield* Offers.to(Caseload.make([Giveaway, Gift]), ann)
        const parts = new Map(offers.map(({ case: one, step }) => [step.name, one?.partOf]))
        assert.deepStrictEqual(parts.get("Send"), { zh: "抽奖「giveaway」", en: "the giveaway “giveaway”" })
        assert.isUndefined(parts.get("CallOff"))
      })
    )
  )

  it.effect("hears that one was refused also where it has moved on since", () =>
    inHouse(
      Effect.gen(function* () {
        const winners = ["wang"] as const
        yield* Operations.send(Season, { key: "1", case: may, step: "Begin", by: ann, input: { winners } })
        yield* Operations.send(Season, { key: "2", case: may, step: "Linger", by: ann, input: {} })
        const nobody = Editions.layer(edition({}, () => false))
        yield* Effect.provide(Worker.round({ processes: [Season, Giveaway], carriers: [] }), nobody)
        assert.strictEqual((yield* Operations.read(Season, may)).at(-1)?.step, "NotBegun")
      })
    )
  )

  it.effect("hears that one was refused, by which rule", () =>
    inHouse(
      Effect.gen(function* () {
        yield* draw("nowhere", "li")
        yield* carried
        assert.deepInclude(yield* stateOf, { _tag: "Running", out: 1, lost: 1 })
        const refused = (yield* Operations.read(Giveaway, may)).at(-1)
        assert.deepInclude(refused?.facts, { code: "Gift.Nowhere" })
      })
    )
  )

  it.effect("hears, too, that nobody was entitled to begin one", () =>
    inHouse(
      Effect.gen(function* () {
        yield* draw("wang")
        const editions = Editions.layer(edition({}, () => false))
        yield* Effect.provide(carried, editions)
        assert.deepInclude(yield* stateOf, { _tag: "Done", lost: 1 })
      })
    )
  )
})

describe("A worker that runs both", () => {
  it.effect("is woken by the end of a child, and does not wait until it looks by itself", () =>
    inHouse(
      Effect.gen(function* () {
        yield* draw("wang")
        yield* carried
        const working = yield* Effect.forkChild(Worker.run(work, "1 hour"))
        yield* TestClock.adjust("1 minute")
        yield* sendGift(0)
        yield* Effect.repeat(Effect.yieldNow, { times: 200 })
        assert.deepInclude(yield* stateOf, { _tag: "Done", sent: 1 })
        yield* Fiber.interrupt(working)
      })
    )
  )
})

describe("A worker that runs no parent", () => {
  it.effect("leaves the end of a child to one that does", () =>
    inHouse(
      Effect.gen(function* () {
        yield* draw("wang")
        yield* carried
        yield* sendGift(0)
        yield* Worker.round({ processes: [Gift], carriers: [] })
        assert.deepInclude(yield* stateOf, { out: 1 })
        yield* TestClock.adjust("2 minutes")
        yield* carried
        assert.deepInclude(yield* stateOf, { _tag: "Done", sent: 1 })
      })
    )
  )
})
