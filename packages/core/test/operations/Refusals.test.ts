import { type Editions, Operations, Refusals, type Store } from "@dualops/core/operations"
import { Actor, Allowance, Case, Face } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { Announcement } from "../process/Broadcast.ts"
import * as openHouse from "./openHouse.ts"

const { ann, edition } = openHouse

const guest = Actor.inPlaceOf("guest", "ann")
const one = { process: "Announcement", case: Case.CaseId.make("one") }

const today = edition({ every: Allowance.always("1 hour") }, ({ person }) => person === "ann")
const inHouse = <A, E>(body: Effect.Effect<A, E, Store | Editions.Editions>) => openHouse.inHouse(body, today)

const write = (by: Actor.Person, key = "write") =>
  Operations.send(Announcement, { key, case: one.case, step: "Write", by, input: { channel: "weibo", about: "tea" } })

describe("A refused attempt", () => {
  it.effect("is kept with who wanted it, in whose place, why it was refused, and under which edition", () =>
    inHouse(
      Effect.gen(function* () {
        const refusal = yield* Effect.flip(write(guest))
        yield* TestClock.adjust("1 minute")
        yield* Effect.flip(write(guest, "again"))
        const [kept, ...more] = yield* Refusals.of(one)
        assert.deepStrictEqual(more, [])
        assert.deepInclude(kept, { ...one, step: "Write", by: guest, times: 2, under: today.version })
        assert.deepInclude(kept, { why: "Process.NotPermitted", says: Face.refusal(Announcement, refusal) })
        assert.strictEqual(Number(kept?.last.epochMilliseconds) - Number(kept?.first.epochMilliseconds), 60_000)
        assert.deepStrictEqual(yield* Refusals.of(), kept === undefined ? [] : [kept])
      })
    )
  )

  it.effect("is nobody's who did not want it: what is done twice, and what the clock tries, is none", () =>
    inHouse(
      Effect.gen(function* () {
        yield* write(ann)
        yield* write(ann)
        const clock = { key: "clock", case: one.case, step: "GoOut", by: Actor.clock("none"), input: {} } as const
        yield* Effect.flip(Operations.send(Announcement, clock))
        assert.deepStrictEqual(yield* Refusals.of(), [])
        assert.strictEqual((yield* Operations.load(Announcement, one.case))?.version, 1)
      })
    )
  )
})
