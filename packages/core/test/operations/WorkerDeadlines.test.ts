import { type Editions, EventLog, Worker, WorkQueue } from "@dualops/core/operations"
import { Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import {
  at9,
  composed,
  content,
  inReview,
  later,
  lin,
  minutesAfterSlot,
  published,
  scheduled,
  send,
  slot,
  state,
  told,
  until,
  work
} from "./house.ts"

describe("a worker, when a deadline has run out,", () => {
  it.effect("makes a missed slot a task when nothing was running, not a silent loss", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        yield* until(minutesAfterSlot(11))
        assert.deepInclude(yield* state, { _tag: "Failed", code: "slot-missed" })
        assert.isEmpty(yield* published)
      })
    )
  )

  it.effect("is not kept from its own work by that of processes it does not know", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        const store = yield* EventLog.EventLog
        for (let number = 0; number < 100; number++) {
          const theirs = { process: "Unknown", case: Case.CaseId.make(`case ${number}`) }
          yield* store.append({
            ...theirs,
            key: "key",
            expected: 0,
            event: number,
            state: "Begun",
            tags: [],
            actions: [
              { ...theirs, key: `action ${number}`, version: 1, step: "Unknown", name: "unknown", request: {} }
            ],
            timers: [{ ...theirs, name: "unknown", rung: 1, version: 1, fires: "Unknown", at: later(0) }]
          })
        }
        yield* until(slot)
        assert.strictEqual((yield* state)?._tag, "Published")
      })
    )
  )

  it.effect("does not fire a deadline that a person has just moved", () =>
    at9(
      Effect.gen(function* () {
        yield* composed
        yield* TestClock.setTime(slot.epochMilliseconds)
        const house = yield* Effect.context<EventLog.EventLog | Editions.Editions>()
        const queue = yield* WorkQueue.WorkQueue
        const edit = send("Edit", lin, { content, slot: minutesAfterSlot(60) })
        const edited = Effect.orDie(Effect.provideContext(edit, house))
        const { fired } = yield* Worker.round(work).pipe(
          Effect.provideService(WorkQueue.WorkQueue, {
            ...queue,
            claimOverdue: (...asked) => Effect.tap(queue.claimOverdue(...asked), edited)
          })
        )
        assert.strictEqual(fired, 1)
        assert.deepInclude(yield* state, { _tag: "Draft", slot: minutesAfterSlot(60) })
        yield* until(minutesAfterSlot(60))
        assert.strictEqual((yield* state)?._tag, "Missed")
      })
    )
  )

  it.effect("reminds people, again and again, until somebody acts", () =>
    at9(
      Effect.gen(function* () {
        yield* inReview
        yield* until(later(60))
        yield* until(later(61))
        assert.deepStrictEqual(told, ["tang"])
        yield* until(later(119))
        assert.deepStrictEqual(told, ["tang"])
        yield* until(slot)
        assert.strictEqual((yield* state)?._tag, "Missed")
      })
    )
  )
})
