import { MemoryStore } from "@dualops/adapter-memory"
import { Deadlines, Editions, Operations, WorkQueue } from "@dualops/core/operations"
import { Actor, Calendars, Case, Clocks, Process } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import { Complaint, rungs } from "../process/PausedComplaint.ts"

const settings = { rungs }
const edition: Editions.Edition = {
  version: Case.HandbookVersion.make("edition 1"),
  // The tests run this one process, and its warnings.
  settings: () => ({ ...settings, lead: "Tang" }) as never,
  entitled: () => true,
  accounts: [],
  calendars: Calendars.everyMinute
}
const id = Case.CaseId.make("complaint 1")
const begins = DateTime.makeUnsafe("2026-11-23T01:00:00Z")

const send = (step: Process.StepOf<Complaint>, by: Actor.Actor, key: string) =>
  Operations.send(Complaint, { key, case: id, step, by, input: {} })

/** Some minutes pass, somebody may pause the complaint or go on with it, and workers come to what is due so many times each. */
const turn = fc.record({
  minutes: fc.integer({ min: 0, max: 200 }),
  step: fc.constantFrom("Ask", "GoOn", undefined, undefined, undefined),
  times: fc.integer({ min: 1, max: 3 })
})

const history = Effect.fnUntraced(function* (
  turns: ReadonlyArray<typeof turn extends fc.Arbitrary<infer T> ? T : never>
) {
  let now = begins
  yield* TestClock.setTime(now.epochMilliseconds)
  yield* send("Begin", Actor.world, "begin")
  const queue = yield* WorkQueue.WorkQueue
  for (const [index, { minutes, step, times }] of turns.entries()) {
    now = DateTime.add(now, { minutes })
    yield* TestClock.setTime(now.epochMilliseconds)
    const timers = yield* queue.overdue([Complaint.name], now, 10)
    // A worker that was killed before it could forget a deadline, and another beside it, fire the very same.
    for (let time = 0; time < times; time++) {
      yield* Effect.forEach(timers, (timer) => Deadlines.fire({ processes: [Complaint] }, timer), { concurrency: 2 })
    }
    if (step !== undefined) yield* Effect.ignore(send(step, Actor.person("Mei"), `turn ${index}`))
  }
  return yield* Operations.read(Complaint, id)
})

const run = (turns: Parameters<typeof history>[0]) =>
  history(turns).pipe(
    Effect.provide(Layer.mergeAll(MemoryStore.layer, Editions.layer(edition), TestClock.layer())),
    Effect.runPromise
  )

describe("The rungs of a deadline, fired by workers that are killed and come twice,", () => {
  it("fire once each, in their order, and each is explained by its own reading", () =>
    fc.assert(
      fc.asyncProperty(fc.array(turn, { maxLength: 12 }), async (turns) => {
        let before: Case.Case<Process.StateOf<Complaint>> | undefined
        let fired = 0
        for (const event of await run(turns)) {
          if (before !== undefined && event.by._tag === "Clock" && event.by.deadline === "solution") {
            const [solution] = Clocks.reading(Complaint, before, settings, edition.calendars, event.at)
            assert.strictEqual(event.by.rung, ++fired)
            assert.strictEqual(solution?.rung, event.by.rung)
            const { allowance, used } = solution ?? assert.fail("It has no clock.")
            assert.isTrue(allowance && Duration.isGreaterThanOrEqualTo(used, allowance.time))
          }
          before = Process.evolve(Complaint, before, event)
        }
      }),
      { numRuns: 100 }
    ))

  it("all of them, when nobody was there for as long as they take", async () => {
    const events = await run([300, 60, 60, 60].map((minutes) => ({ minutes, step: undefined, times: 2 })))
    const by = events.flatMap(({ by }) => (by._tag === "Clock" ? [by] : []))
    assert.deepStrictEqual(by, [Actor.clock("solution", 1), Actor.clock("solution", 2), Actor.clock("solution", 3)])
  })
})
