/** Hands of one worker, which are given what they ask for by one claim. */
import { StoreUnavailable } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Duration, Effect, Exit, Fiber, Latch } from "effect"
import { sharing } from "../../src/operations/Hands.ts"
import type { Claimed, WorkQueue } from "../../src/operations/WorkQueue.ts"

const now = DateTime.makeUnsafe("2026-11-23T01:00:00Z")
const lease = Duration.minutes(2)
// Of an action no more is looked at than which one it is.
const action = (key: string) => ({ key }) as Claimed
type Claim = WorkQueue["Service"]["claim"]
// Hands call nothing else of it.
const queueOf = (claim: Claim) => sharing({ claim } as WorkQueue["Service"])
const asks = (queue: WorkQueue["Service"], hands: number) =>
  Effect.all(
    Array.from({ length: hands }, () => queue.claim(["Errand"], now, lease, 1)),
    { concurrency: "unbounded" }
  )

describe("Hands that ask at the same time", () => {
  it.effect("are given an action each by one claim, in the order in which they asked", () =>
    Effect.gen(function* () {
      const claims: Array<number> = []
      const queue = queueOf((_processes, _now, _lease, limit) =>
        Effect.sync(() => {
          claims.push(limit)
          return Array.from({ length: limit }, (_, index) => action(`action ${index + 1}`))
        })
      )
      const given = yield* asks(queue, 4)
      assert.deepStrictEqual(
        given.map((all) => all.map(({ key }) => key)),
        [["action 1"], ["action 2"], ["action 3"], ["action 4"]]
      )
      yield* asks(queue, 1)
      assert.deepStrictEqual(claims, [4, 1])
    })
  )

  it.effect("go away with nothing where less is waiting, and nobody is given what another has", () =>
    Effect.gen(function* () {
      const left = [action("the only one")]
      const queue = queueOf(() => Effect.sync(() => left.splice(0)))
      const given = yield* asks(queue, 3)
      assert.deepStrictEqual(
        given.map(({ length }) => length),
        [1, 0, 0]
      )
    })
  )

  it.effect("are given more where others had some in their hands, for as long as there is any", () =>
    Effect.gen(function* () {
      const claims: Array<number> = []
      const queue = queueOf((_processes, _now, _lease, limit) =>
        Effect.sync(() => {
          claims.push(limit)
          return [action(`action ${claims.length}`)]
        })
      )
      const given = yield* asks(queue, 3)
      assert.deepStrictEqual(
        given.flat().map(({ key }) => key),
        ["action 1", "action 2", "action 3"]
      )
      assert.deepStrictEqual(claims, [3, 2, 1])
    })
  )

  it.effect("have what they were given when the store stops answering in between", () =>
    Effect.gen(function* () {
      let times = 0
      const queue = queueOf(() =>
        times++ === 0 ? Effect.succeed([action("given")]) : Effect.fail(new StoreUnavailable({ cause: "no answer" }))
      )
      const heard = yield* Effect.all(
        [1, 2].map(() => Effect.exit(queue.claim(["Errand"], now, lease, 1))),
        { concurrency: "unbounded" }
      )
      assert.deepStrictEqual(heard.map(Exit.isSuccess), [true, false])
    })
  )

  it.effect("all hear that the store does not answer, and ask again", () =>
    Effect.gen(function* () {
      let times = 0
      const unavailable = new StoreUnavailable({ cause: "no answer" })
      const queue = queueOf(() => (times++ === 0 ? Effect.fail(unavailable) : Effect.succeed([action("late")])))
      const heard = yield* Effect.all(
        [1, 2].map(() => Effect.exit(queue.claim(["Errand"], now, lease, 1))),
        { concurrency: "unbounded" }
      )
      for (const one of heard) assertEquals(one, Exit.fail(unavailable))
      assert.lengthOf((yield* asks(queue, 1)).flat(), 1)
    })
  )

  it.effect("do not wait for ever for a store that never answers, when the worker is stopped", () =>
    Effect.gen(function* () {
      const asked = yield* Latch.make()
      const queue = queueOf(() => Effect.andThen(asked.open, Effect.never))
      const working = yield* Effect.forkChild(asks(queue, 4))
      yield* asked.await
      yield* Fiber.interrupt(working)
      assert.isTrue(Exit.hasInterrupts(yield* Fiber.await(working)))
    })
  )
})
