/** What the reports of a running house are made of, read on again and again: against a reading of everything. */
import { readFileSync } from "node:fs"
import { MemoryObservationStore, MemoryStore } from "@dualops/adapter-memory"
import { ChineseHolidays } from "@dualops/core/calendar"
import { HandbookFile } from "@dualops/core/files"
import { Carrier, Editions, EventLog, Operations, Worker } from "@dualops/core/operations"
import { DueReportProcess, Edition, Practices, ReportCarriers } from "@dualops/core/practices"
import { Actor, Case, Notify } from "@dualops/core/process"
import { Material, Period, Worked } from "@dualops/core/reports"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Effect, Layer, Result } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import * as ReportMaterial from "../../src/practices/reports/ReportMaterial.ts"

const handbook = Result.getOrThrow(
  HandbookFile.read("xinghe.yaml", readFileSync("examples/handbooks/xinghe.yaml", "utf8"))
)
const house = { handbook, processes: Practices.processes(), kinds: [] }
const edition = Edition.edition(handbook, ChineseHolidays.holidays)
const world = Layer.mergeAll(
  MemoryStore.layer,
  MemoryObservationStore.layer,
  Editions.layer(edition),
  TestClock.layer()
)
const begun = Date.parse("2026-09-01T00:00:00+08:00")
const stretches = [
  Period.around("week", "2026-09-09"),
  Period.around("day", "2026-09-03"),
  Period.around("month", "2026-09-09"),
  Period.around("month", "2026-08-09")
]
const carriers = [
  Carrier.make(Notify.notify, () => Effect.succeed({})),
  Carrier.make(ReportCarriers.carrier(house).kind, () => Effect.succeed({ digest: "0" }))
]

type Move =
  | { readonly begins: number }
  | { readonly sends: number }
  | { readonly worked: number }
  | { readonly read: number }
const moves: fc.Arbitrary<ReadonlyArray<Move>> = fc.array(
  fc.oneof(
    fc.record({ begins: fc.nat(9) }),
    fc.record({ sends: fc.nat(9) }),
    fc.record({ worked: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ read: fc.nat(stretches.length - 1) })
  ),
  { minLength: 10, maxLength: 40, size: "max" }
)

const name = (number: number) => Case.CaseId.make(`report ${number}`)

/** Begins a report that is due, unless it was begun. */
const begin = (number: number) =>
  Operations.send(DueReportProcess, {
    key: `begin ${number}`,
    case: name(number),
    step: "Begin",
    by: Actor.world,
    input: {
      account: handbook.account.id,
      kind: "weekly",
      ...Period.around("week", "2026-08-26"),
      owner: Actor.PersonId.make("qin"),
      readers: [Actor.PersonId.make("he")]
    }
  }).pipe(Effect.exit)

/** Sends a report that was made. */
const send = (number: number) =>
  Operations.send(DueReportProcess, {
    key: `send ${number}`,
    case: name(number),
    step: "Send",
    by: Actor.person("qin"),
    input: { comment: "" }
  }).pipe(Effect.exit)

/** What the drawn moves have come to, over all runs: a law that never gets there says nothing. */
const nothing = { again: 0, deeds: 0, running: 0, ended: 0, over: 0 }

const run = (all: ReadonlyArray<Move>, reached: typeof nothing) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(begun)
    const readings = stretches.map((period) => ({
      period,
      isRead: false,
      read: ReportMaterial.reading(house, { period })
    }))
    const counted = yield* EventLog.EventLog
    const { log } = counted
    let [hours, given] = [0, 0]
    Object.assign(counted, {
      log: (...asked: Parameters<typeof log>) =>
        Effect.tap(log(...asked), (page) => Effect.sync(() => (given += page.length)))
    })
    for (const move of all) {
      if ("begins" in move) yield* begin(move.begins)
      else if ("sends" in move) yield* send(move.sends)
      else if ("worked" in move) {
        hours += move.worked
        yield* TestClock.setTime(begun + hours * 3_600_000)
        yield* Worker.round({ processes: [DueReportProcess], carriers })
      } else {
        const reading = readings[move.read]
        if (reading === undefined) continue
        const { period, read } = reading
        const { asOf, worked } = yield* read
        const { before, now } = Material.spans({ asOf, period, timeZone: handbook.timeZone })
        const { from } = before ?? now
        const following = Worked.follow({
          processes: house.processes,
          edition: () => edition,
          from,
          until: now.until
        })
        following.take(yield* log(0, 10_000))
        const fresh = following.worked(from, DateTime.min(asOf, now.until))
        assertEquals(worked, fresh)
        given = 0
        yield* read
        assert.strictEqual(given, 0, "what was read is not read again")
        if (reading.isRead) reached.again++
        reading.isRead = true
        reached.deeds += fresh.deeds.length
        reached.running += fresh.ran.filter(({ ended }) => ended === undefined).length
        reached.ended += fresh.ran.filter(({ ended }) => ended !== undefined).length
        if (DateTime.isGreaterThan(asOf, now.until)) reached.over++
      }
    }
    Object.assign(counted, { log })
  })

describe("The material of a stretch that is read on", () => {
  it("is the same as that of a reading of everything, and nothing is read twice", async () => {
    const reached = { ...nothing }
    const holds = (all: ReadonlyArray<Move>) =>
      Effect.runPromise(run(all, reached).pipe(Effect.provide(world, { local: true })))
    await fc.assert(fc.asyncProperty(moves, holds), { numRuns: 30 })
    for (const [what, count] of Object.entries(reached)) assert.isAbove(count, 10, what)
  })
})
