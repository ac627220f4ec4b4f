import { MemoryStore } from "@dualops/adapter-memory"
import { EventLog, Projection, Snapshots } from "@dualops/core/operations"
import { Practices } from "@dualops/core/practices"
import { Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Effect, Schema } from "effect"
import * as fc from "fast-check"
import * as OpenCases from "../../src/operations/OpenCases.ts"
import * as Storable from "../../src/operations/Storable.ts"
import { reading } from "./reading.ts"

/** How many cases have come to each state. */
const byState = Projection.make({
  name: "posts by state",
  version: 1,
  state: Schema.Int,
  initial: 0,
  subject: ({ state }) => state,
  apply: (count) => count + 1
})

/** How many events there are. */
const all = Projection.make({ name: "events", version: 1, state: Schema.Int, initial: 0, apply: (count) => count + 1 })

const happens = Effect.fnUntraced(function* (state: string, count = 1) {
  const log = yield* EventLog.EventLog
  for (let number = 0; number < count; number++) {
    const [last] = yield* log.newest(1)
    yield* log.append({
      process: "Post",
      case: Case.CaseId.make(`case ${(last?.position ?? 0) + 1}`),
      key: "only",
      expected: 0,
      event: null,
      state,
      tags: [],
      actions: [],
      timers: []
    })
  }
})

const test = <E>(sentence: string, body: Effect.Effect<void, E, EventLog.EventLog | Snapshots.Snapshots>) =>
  it.effect(sentence, () => Effect.provide(body, MemoryStore.layer))

describe("A projection", () => {
  test(
    "has a state for each subject, and the initial one for those that nothing has happened to",
    Effect.gen(function* () {
      const { state, states } = Projection.follow(byState)
      assert.strictEqual(yield* state("Draft"), 0)
      yield* happens("Draft", 2)
      yield* happens("Published")
      assert.deepStrictEqual(
        [...(yield* states)],
        [
          ["Draft", 2],
          ["Published", 1]
        ]
      )
      assert.strictEqual(yield* Projection.follow(all).state(), 3)
    })
  )

  test(
    "reads every event once, however often it is asked, and by however many at once",
    Effect.gen(function* () {
      const { states } = Projection.follow(byState)
      yield* happens("Draft", 1_100)
      const asked = Effect.all([states, states, states], { concurrency: "unbounded" })
      assert.strictEqual(yield* reading(Effect.andThen(asked, states)), 1_100)
      yield* happens("Draft")
      assert.strictEqual(yield* reading(states), 1)
    })
  )

  test(
    "that is followed by a program that starts again reads on from what was kept",
    Effect.gen(function* () {
      yield* happens("Draft", 700)
      yield* Projection.follow(byState).states
      yield* happens("Published", 3)
      const again = Projection.follow(byState)
      assert.strictEqual(yield* reading(again.states), 3)
      assert.deepStrictEqual(
        [...(yield* again.states)],
        [
          ["Draft", 700],
          ["Published", 3]
        ]
      )
    })
  )

  test(
    "of another version reads the log from its beginning",
    Effect.gen(function* () {
      yield* happens("Draft", 300)
      yield* Projection.follow(byState).states
      const twice = Projection.make({ ...byState, version: 2, apply: (count) => count + 2 })
      assert.strictEqual(yield* Projection.follow(twice).state("Draft"), 600)
    })
  )

  test(
    "of which what is kept cannot be read any more reads the log again, and keeps it anew",
    Effect.gen(function* () {
      yield* happens("Draft", 300)
      const snapshots = yield* Snapshots.Snapshots
      const name = "posts by state, version 1"
      yield* snapshots.keep(name, { after: undefined, position: 300, states: new Map([["Draft", "a word"]]) })
      assert.strictEqual(yield* Projection.follow(byState).state("Draft"), 300)
      assert.deepStrictEqual(yield* snapshots.find(name), { position: 300, states: new Map([["Draft", 300]]) })
    })
  )

  test(
    "of which what is kept has read further than the log goes reads the log again",
    Effect.gen(function* () {
      yield* happens("Draft", 3)
      const snapshots = yield* Snapshots.Snapshots
      yield* snapshots.keep("posts by state, version 1", {
        after: undefined,
        position: 300,
        states: new Map([["Draft", 300]])
      })
      assert.strictEqual(yield* Projection.follow(byState).state("Draft"), 3)
    })
  )

  test(
    "of which a subject has a name that no store keeps goes on without being kept, and does not ask again at once",
    Effect.gen(function* () {
      const snapshots = yield* Snapshots.Snapshots
      let tries = 0
      const counting: typeof snapshots = {
        ...snapshots,
        keep: (...asked) =>
          Effect.andThen(
            Effect.sync(() => void tries++),
            snapshots.keep(...asked)
          )
      }
      yield* happens("Draft", 300)
      const { state } = Projection.follow({ ...byState, subject: () => "half \ud83d" })
      const ask = Effect.provideService(state("half \ud83d"), Snapshots.Snapshots, counting)
      assert.deepStrictEqual([yield* ask, yield* ask, yield* ask], [300, 300, 300])
      assert.strictEqual(tries, 1)
    })
  )

  test(
    "leaves to whoever has asked what it was then",
    Effect.gen(function* () {
      const { states } = Projection.follow(byState)
      yield* happens("Draft")
      const before = yield* states
      yield* happens("Draft")
      yield* states
      assert.strictEqual(before.get("Draft"), 1)
    })
  )

  test(
    "leaves out an event that it cannot take in, and follows the others",
    Effect.gen(function* () {
      const strict = Projection.make({
        ...byState,
        name: "strict",
        apply: (count, { state }) => {
          if (state === "Nonsense") throw new Error("no such state")
          return count + 1
        }
      })
      yield* happens("Draft")
      yield* happens("Nonsense")
      yield* happens("Draft")
      assert.strictEqual(yield* Projection.follow(strict).state("Draft"), 2)
    })
  )

  test(
    "forgets a subject that comes back to the initial state, also in what is kept",
    Effect.gen(function* () {
      const parity = Projection.make({ ...byState, name: "parity", apply: (count) => (count + 1) % 2 })
      yield* happens("Draft", 299)
      yield* happens("Published")
      yield* Projection.follow(parity).states
      yield* happens("Draft", 201)
      assert.deepStrictEqual([...(yield* Projection.follow(parity).states)], [["Published", 1]])
      const kept = yield* Effect.flatMap(Snapshots.Snapshots, (snapshots) => snapshots.find("parity, version 1"))
      assertEquals(kept, { position: 501, states: new Map([["Published", 1]]) })
    })
  )

  it.effect("comes to the same in every program, whoever of several keeps it and when they start again", () =>
    Effect.promise(() =>
      fc.assert(
        fc.asyncProperty(
          fc.array(
            fc.oneof(
              fc.record({ events: fc.integer({ min: 1, max: 350 }), state: fc.constantFrom("Draft", "Published") }),
              fc.record({ asks: fc.integer({ min: 0, max: 2 }) }),
              fc.record({ restarts: fc.integer({ min: 0, max: 2 }) })
            ),
            { maxLength: 14 }
          ),
          (story) =>
            Effect.gen(function* () {
              const programs = Array.from({ length: 3 }, () => Projection.follow(byState))
              const expected = new Map<string, number>()
              for (const turn of story) {
                if ("events" in turn) {
                  yield* happens(turn.state, turn.events)
                  expected.set(turn.state, (expected.get(turn.state) ?? 0) + turn.events)
                } else if ("asks" in turn) yield* programs[turn.asks]?.states ?? Effect.void
                else programs[turn.restarts] = Projection.follow(byState)
              }
              for (const { states } of programs) assertEquals(new Map(yield* states), expected)
            }).pipe(Effect.provide(MemoryStore.layer), Effect.runPromise)
        ),
        { numRuns: 60 }
      )
    )
  )

  it("has a name that every store can keep, however many processes a house runs", () => {
    const { name } = OpenCases.of(Practices.processes())
    assert.strictEqual(Storable.unstorable("projection", `${name}, version 9999`), undefined)
    assert.notStrictEqual(name, OpenCases.of(Practices.processes().slice(1)).name)
    assert.throws(() => Projection.make({ ...byState, name: "x".repeat(200) }), /has 211 characters, and may have 200/)
  })
})
