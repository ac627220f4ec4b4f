import { Post } from "@dualops/core/content"
import { Carrier, EventLog, StoreUnavailable, WorkQueue, Writing } from "@dualops/core/operations"
import { Actor } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Fiber, Latch } from "effect"
import { TestClock } from "effect/testing"
import { at9, later, lin, scheduled, send, slot, state, tang, unclaimedOutcomes, until } from "./house.ts"
import { changed, edited, out, roundWith, slow } from "./UnclaimedOutcomeCast.ts"

describe("An unclaimed outcome", () => {
  it.effect("is not forgotten while the store does not answer, and the action is settled only after it", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        const store = yield* EventLog.EventLog
        let outage = false
        const unavailable = new StoreUnavailable({ cause: new Error("the disk is full") })
        const flaky = EventLog.EventLog.of({
          ...store,
          append: (commit) =>
            outage && commit.process === "UnclaimedOutcome" ? Effect.fail(unavailable) : store.append(commit)
        })
        const queue = yield* WorkQueue.WorkQueue
        const watched = WorkQueue.WorkQueue.of({
          ...queue,
          settle: (key) =>
            Effect.tap(queue.settle(key), () =>
              Effect.map(unclaimedOutcomes, (all) => assert.lengthOf(all, 1)).pipe(
                Effect.provideService(EventLog.EventLog, store)
              )
            )
        })
        const published = Latch.makeUnsafe()
        const begins = Effect.suspend(() => {
          outage = true
          return published.open
        })
        const working = yield* roundWith(slow(Effect.andThen(edited, begins)), slot).pipe(
          Effect.provideService(EventLog.EventLog, flaky),
          Effect.provideService(WorkQueue.WorkQueue, watched),
          Effect.forkChild
        )
        yield* published.await
        yield* TestClock.adjust("30 minutes")
        assert.isEmpty(yield* unclaimedOutcomes)
        outage = false
        yield* TestClock.adjust("5 seconds")
        yield* Fiber.join(working)
        assert.lengthOf(yield* unclaimedOutcomes, 1)
        yield* until(later(180))
        assert.lengthOf(yield* unclaimedOutcomes, 1)
      })
    )
  )

  it.effect("turns up once, also when the worker died before it could settle the action", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        const queue = yield* WorkQueue.WorkQueue
        const dying = WorkQueue.WorkQueue.of({ ...queue, settle: () => Effect.interrupt })
        const look = Carrier.make(Post.look, () => Effect.andThen(Effect.orDie(gaveUp), Effect.succeed(out)))
        const gaveUp = Effect.gen(function* () {
          if ((yield* state)?._tag !== "Unconfirmed") return
          for (const n of [1, 2, 3]) yield* send("NotSeen", Actor.world, { detail: "not there" }, `look ${n}`)
          yield* send("GiveUp", tang, {})
          yield* send("Edit", lin, changed)
        })
        yield* roundWith(
          slow(Effect.void, Effect.fail(new Writing.Unknown({ code: "timeout", detail: "no answer" }))),
          slot
        )
        yield* Effect.exit(Effect.provideService(roundWith(look, slot), WorkQueue.WorkQueue, dying))
        assert.lengthOf(yield* unclaimedOutcomes, 1)
        // The case has moved on in the meantime, so the reason is another one.
        yield* send("Submit", lin, {}, "again")
        yield* roundWith(look, later(122))
        assert.lengthOf(yield* unclaimedOutcomes, 1)
        assert.isEmpty(yield* queue.claim(["Post"], later(300), Duration.minutes(1), 5))
      })
    )
  )
})
