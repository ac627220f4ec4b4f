import { MemoryDrawRecords, MemoryObservationStore, MemoryPublicRandomness, MemoryStore } from "@dualops/adapter-memory"
import { FanId } from "@dualops/core/account"
import { Observations } from "@dualops/core/observations"
import { Carrier, Caseload, Editions, Operations, Worker } from "@dualops/core/operations"
import { PrizeDeliveryProcess, PrizeDrawCarriers, PrizeDrawLedger, PrizeDrawProcess } from "@dualops/core/practices"
import { Draw, DrawEntry, type DrawRecord, DrawRecords, DrawSecrets, Ticket } from "@dualops/core/prizes"
import { Calendars, Case, Notify } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Layer, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { account, lin, ofDeliveries, settings, wishFrom } from "./PrizeDrawCast.ts"

const secret = Redacted.make(new Uint8Array(32).fill(3))
const moon = Case.CaseId.make("moon")
const start = DateTime.makeUnsafe("2026-11-23T01:00:00Z")
const later = (days: number, minutes = 0) => DateTime.add(start, { days, minutes })
const edition: Editions.Edition = {
  version: Case.HandbookVersion.make("1"),
  // Each process of the test takes of it what it asks for.
  settings: () => ({ ...settings, ...ofDeliveries }) as never,
  entitled: () => true,
  accounts: [account],
  calendars: Calendars.everyMinute
}
const world = Layer.mergeAll(
  MemoryStore.layer,
  MemoryObservationStore.layer,
  MemoryDrawRecords.layer,
  MemoryPublicRandomness.layer,
  Editions.layer(edition)
)
const told: Array<string> = []
const work = {
  processes: [PrizeDeliveryProcess, PrizeDrawProcess],
  carriers: [
    ...PrizeDrawCarriers.carriers(secret),
    Carrier.make(Notify.notify, ({ message }) => Effect.sync(() => void told.push(message.en)).pipe(Effect.as({})))
  ]
}

const enter = (fan: string, at = later(1), did = "repost") =>
  DrawEntry.of({ account, draw: DrawEntry.DrawId.make("moon"), fan: FanId.make(fan), did, at, source: "reposts" })
const fans = Array.from({ length: 12 }, (_, index) => `${1_000_000_000 + index}`)
const entries = [
  ...fans.map((fan) => enter(fan)),
  // The same again, in another way of writing, too late, too early, and something else.
  enter(fans[0] ?? "", later(2)),
  enter("１０００００００００", later(2)),
  enter("2000000001", later(3)),
  enter("2000000002", later(-1)),
  enter("2000000003", later(1), "like")
]

const carried = Effect.gen(function* () {
  for (let rounds = 0; rounds < 10; rounds++) {
    const { carried, fired, opened } = yield* Worker.round(work)
    if (carried + fired + opened === 0) return
  }
})
const at = (moment: DateTime.Utc) => Effect.andThen(TestClock.setTime(moment.epochMilliseconds), carried)
const announced = Effect.gen(function* () {
  yield* TestClock.setTime(start.epochMilliseconds)
  const input = wishFrom(start)
  yield* Operations.send(PrizeDrawProcess, { key: "announce", case: moon, step: "Announce", by: lin, input })
  yield* carried
  yield* Observations.record(DrawEntry.kind, entries)
})
const state = Effect.map(Operations.load(PrizeDrawProcess, moon), (draw) => draw?.state)
const recordOf = Effect.gen(function* () {
  const kept = yield* DrawRecords.use((records) => records.find("moon"))
  if (kept?.drawn === undefined) throw new Error("It is not drawn.")
  const { drawn, ...rest } = kept
  return { format: "dualops-draw", version: 1, ...rest, drawn } satisfies DrawRecord.DrawRecord
})
const house = <A, E, R>(body: Effect.Effect<A, E, R>) => Effect.provide(body, world)

describe("A draw, carried", () => {
  it.effect("is frozen, drawn and published so that everybody can check it; every winner gets a delivery", () =>
    house(
      Effect.gen(function* () {
        yield* announced
        yield* at(later(3, 5))
        const frozen = yield* state
        assert.strictEqual(frozen?._tag, "Frozen")
        const said = frozen?._tag === "Frozen" ? { announcement: frozen.announcement, freeze: frozen.freeze } : {}
        yield* at(later(3, 61))
        const drawn = yield* state
        const record = yield* recordOf
        assert.deepStrictEqual(Draw.verify(record, { chains: [MemoryPublicRandomness.chain], known: said }), [])
        // Fan 7 is of the company; the first fan has entered three times.
        assert.deepInclude(record.frozen, { entries: 11 })
        assert.deepStrictEqual(record.frozen.turnedAway, {
          early: 1,
          late: 1,
          lacking: 1,
          excluded: 1,
          malformed: 0,
          repeated: 1
        })
        if (drawn?._tag !== "Drawn") throw new Error("It is not drawn.")
        const slips = DrawSecrets.slipsOf(secret, "moon")
        assert.deepStrictEqual(
          drawn.awards.map(({ fan, prize }) => ({
            prize,
            ticket: Ticket.hex(Ticket.open(Ticket.slipOf(slips, fan), fan))
          })),
          record.drawn.winners.map(({ prize, ticket }) => ({ prize, ticket }))
        )
        const deliveries = yield* Caseload.everyCase([PrizeDeliveryProcess])
        assert.strictEqual(deliveries.length, 4)
      })
    )
  )

  it.effect("gives the prize of a winner who says nothing to the next in line, and the ledger has it", () =>
    house(
      Effect.gen(function* () {
        yield* announced
        yield* at(later(3, 5))
        yield* at(later(3, 61))
        const [first] = yield* Caseload.everyCase([PrizeDeliveryProcess])
        if (first === undefined) throw new Error("There is no delivery.")
        const id = Case.CaseId.make(first.case.id)
        yield* Operations.send(PrizeDeliveryProcess, { key: "told", case: id, step: "Tell", by: lin, input: {} })
        yield* at(later(12))
        const ledger = PrizeDrawLedger.of(yield* Operations.read(PrizeDrawProcess, moon))
        const sums = (field: keyof PrizeDrawLedger.Line) =>
          [...ledger.values()].reduce((sum, line) => sum + line[field], 0)
        assert.deepStrictEqual(
          (["granted", "drawn", "redrawn", "held", "returned", "left"] as const).map(sums),
          [4, 4, 1, 4, 1, 0]
        )
        assert.strictEqual((yield* Caseload.everyCase([PrizeDeliveryProcess])).length, 5)
      })
    )
  )

  it.effect("is never frozen when the round is out: whoever was away too long abandons it and says why", () =>
    house(
      Effect.gen(function* () {
        yield* announced
        told.length = 0
        yield* at(later(4))
        assert.strictEqual((yield* state)?._tag, "Freezing")
        assert.isTrue(told.some((text) => text.includes("was not frozen before the round")))
        const input = { reason: "停电" }
        yield* Operations.send(PrizeDrawProcess, { key: "off", case: moon, step: "Abandon", by: lin, input })
        assert.strictEqual((yield* state)?._tag, "Abandoned")
      })
    )
  )

  it.effect("has the same winners however often it is carried, and whatever comes in afterwards", () =>
    house(
      Effect.gen(function* () {
        yield* announced
        yield* at(later(3, 5))
        yield* Observations.record(DrawEntry.kind, [enter("3000000001", later(2))])
        yield* at(later(3, 61))
        const record = yield* recordOf
        const [, , drawing] = PrizeDrawCarriers.carriers(secret)
        const asked = { account, draw: "moon" }
        const again = yield* drawing?.carry(asked as never, "again", { process: "PrizeDraw", case: moon }) ??
          Effect.void
        assert.deepStrictEqual(
          (again as { winners: ReadonlyArray<{ ticket: string }> }).winners.map(({ ticket }) => ticket),
          record.drawn.winners.map(({ ticket }) => ticket)
        )
        assert.strictEqual(record.frozen.entries, 11)
      })
    )
  )

  it.effect("passes over whoever was erased between the end and the draw", () =>
    house(
      Effect.gen(function* () {
        yield* announced
        yield* at(later(3, 5))
        for (const fan of [...fans, "１０００００００００"]) yield* Observations.erase(FanId.make(fan))
        yield* at(later(3, 61))
        const draw = yield* state
        assert.deepInclude(draw, { _tag: "Settled", awards: [] })
        assert.deepStrictEqual(Draw.verify(yield* recordOf, { chains: [MemoryPublicRandomness.chain] }), [])
      })
    )
  )
})
