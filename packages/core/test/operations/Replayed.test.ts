/** What a program remembers of the cases that it has replayed: it reads less, and sees the same. */
import { Damaged, type Editions, EventLog, Operations, StoreUnavailable } from "@dualops/core/operations"
import { Actor, Case, Process } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Cause, Effect, Exit, type Schema } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import { at9, lin, moon, qin, tang, zhou } from "./house.ts"
import { counting } from "./reading.ts"
import { tally } from "./tally.ts"

const Tally = tally(1)

let number = 0
const add = (count: number, by: Actor.Person = lin, id = moon) =>
  Operations.send(Tally, { key: `add ${number++}`, case: id, step: "Add", by, input: { count } })
const check = (by: Actor.Person) =>
  Operations.send(Tally, { key: `check ${number++}`, case: moon, step: "Check", by, input: {} })
const remind = Effect.suspend(() =>
  Operations.send(Tally, { key: `remind ${number++}`, case: moon, step: "Remind", by: Actor.clock("check"), input: {} })
)
const begun = (id = moon) =>
  Operations.send(Tally, { key: "begin", case: id, step: "Begin", by: lin, input: { count: 0 } })
const totalFor = (declared: typeof Tally) =>
  Effect.map(Operations.load(declared, moon), (one) => (one?.state._tag === "Open" ? one.state.total : undefined))
const total = totalFor(Tally)
const anew = Effect.map(Operations.read(Tally, moon), (history) => Process.replay(Tally, history))

/** As a program sees it that has this connection of its own to the store. */
const through =
  (log: EventLog.EventLog["Service"]) =>
  <A, E, R>(body: Effect.Effect<A, E, R>) =>
    Effect.provideService(body, EventLog.EventLog, log)
const program = Effect.map(EventLog.EventLog, (log) => through({ ...log }))

describe("A case that a program has replayed", () => {
  it.effect("costs the next step no more to read than what is new, however long its history is", () =>
    at9(
      Effect.gen(function* () {
        yield* begun()
        yield* Effect.forEach(Array.from({ length: 1_999 }), () => add(1), { discard: true })
        const cost = yield* counting
        assert.strictEqual(yield* cost(total), 2_000)
        for (const read of [cost(total), cost(add(1)), cost(add(1)), cost(total)]) assert.isAtMost(yield* read, 2)
      })
    )
  )

  it("is the case that is read anew, whatever several programs do to it, and whatever the store does not answer", () =>
    fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 3, maxLength: 25 }), (happenings) =>
        Effect.runPromise(
          at9(
            Effect.gen(function* () {
              const log = yield* EventLog.EventLog
              const lost = Effect.fail(new StoreUnavailable({ cause: "the line is dead" }))
              let line: Happening["line"] = "holds"
              const programs = [0, 1, 2].map(() =>
                through({
                  ...log,
                  append: (commit) =>
                    line === "holds"
                      ? log.append(commit)
                      : line === "dead before"
                        ? lost
                        : Effect.andThen(log.append(commit), lost)
                })
              )
              yield* begun()
              for (const { by, count, how, minutes, program, ...one } of happenings) {
                const here = programs[program] ?? assert.fail()
                yield* TestClock.adjust(minutes * 60_000)
                line = one.line
                const step = { add: add(count, by), check: check(by), remind, look: total }[how]
                // It may be refused, for its doer has done the other half.
                yield* Effect.exit(here<unknown, unknown, EventLog.EventLog | Editions.Editions>(step))
                line = "holds"
                assertEquals(yield* here(Operations.load(Tally, moon)), yield* anew)
              }
              for (const here of programs) assertEquals(yield* here(Operations.load(Tally, moon)), yield* anew)
            })
          ).pipe(Effect.provide(TestClock.layer()))
        )
      ),
      { numRuns: 150 }
    ))

  it.effect("is another case to another declaration of its process", () =>
    at9(
      Effect.gen(function* () {
        const thousands = tally(1_000)
        yield* begun()
        yield* add(7)
        assert.strictEqual(yield* total, 7)
        assert.strictEqual(yield* totalFor(thousands), 7_000)
        assert.strictEqual(yield* total, 7)
      })
    )
  )

  it.effect("is forgotten when a thousand others have been asked for since", () =>
    at9(
      Effect.gen(function* () {
        const names = Array.from({ length: 1_001 }, (_, index) => Case.CaseId.make(`case ${index}`))
        yield* Effect.forEach(names, (id) => Effect.andThen(begun(id), add(1, lin, id)), { discard: true })
        const cost = yield* counting
        const load = (id: Case.CaseId = moon) => Operations.load(Tally, id)
        yield* cost(Effect.forEach(names.slice(0, 1_000), load))
        assert.strictEqual(yield* cost(load(names[0])), 1, "of one that is remembered, the last event is looked at")
        yield* cost(load(names[1_000]))
        assert.deepStrictEqual([yield* cost(load(names[0])), yield* cost(load(names[1]))], [1, 2])
      })
    )
  )

  it.effect("answers its last step, when that is sent again, without its history", () =>
    at9(
      Effect.gen(function* () {
        yield* begun()
        yield* Effect.forEach(Array.from({ length: 100 }), () => add(1), { discard: true })
        const click = { key: "click", case: moon, step: "Add", by: lin, input: { count: 5 } } as const
        const first = yield* Operations.send(Tally, click)
        const again = Effect.map(Operations.send(Tally, click), (answer) => assertEquals(answer, first))
        const cost = yield* counting
        yield* cost(total)
        assert.isAtMost(yield* cost(again), 2)
        yield* add(1)
        yield* again
      })
    )
  )
})

describe("A log that is not as it was", () => {
  /** The log of a program, in which the case has these events. */
  const logOf = (events: () => ReadonlyArray<Schema.Json>) =>
    Effect.map(EventLog.EventLog, (log) =>
      through({ ...log, read: (_, after = 0) => Effect.sync(() => events().slice(after)) })
    )
  const written = Effect.gen(function* () {
    const log = yield* EventLog.EventLog
    yield* begun()
    yield* add(1)
    yield* add(2)
    return yield* log.read({ process: Tally.name, case: moon })
  })
  const added = (count: number) => (json: Schema.Json) => ({ ...Object(json), facts: { count } })

  it.effect("is read anew where another event stands in the place of the last, or none", () =>
    at9(
      Effect.gen(function* () {
        const [first = null, second = null, third = null] = yield* written
        let events = [first, second, third]
        const here = yield* logOf(() => events)
        assert.strictEqual(yield* here(total), 3)
        events = [first, added(10)(second), added(20)(third)]
        assert.strictEqual(yield* here(total), 30)
        events = [first, second]
        assert.strictEqual(yield* here(total), 1)
        events = []
        assert.strictEqual(yield* here(total), undefined)
      })
    )
  )

  it.effect(
    "is found damaged by a program that starts, and by whoever reads it all: from then on by all of that program",
    () =>
      at9(
        Effect.gen(function* () {
          const [first = null, second = null, third = null] = yield* written
          let events: Array<Schema.Json> = [first, second, third]
          const here = yield* logOf(() => events)
          const started = yield* logOf(() => events)
          const isDamaged = <A, E>(exit: Exit.Exit<A, E>) =>
            Exit.isFailure(exit) && Cause.squash(exit.cause) instanceof Damaged.Damaged
          yield* here(total)
          events = ["oops", second, third]
          assert.strictEqual(yield* here(total), 3)
          assert.isTrue(isDamaged(yield* Effect.exit(started(total))))
          assert.isTrue(isDamaged(yield* Effect.exit(here(Operations.read(Tally, moon)))))
          assert.isTrue(isDamaged(yield* Effect.exit(here(total))))
        })
      )
  )

  it.effect("misleads nobody where it hands out the whole history, whatever is asked for", () =>
    at9(
      Effect.gen(function* () {
        const events = yield* written
        const log = yield* EventLog.EventLog
        const here = through({ ...log, read: () => Effect.succeed(events) })
        yield* here(total)
        assert.strictEqual(yield* here(total), 3)
      })
    )
  )

  it.effect("shows each program what the other has added", () =>
    at9(
      Effect.gen(function* () {
        const [here, there] = [yield* program, yield* program]
        yield* here(begun())
        yield* here(add(1))
        yield* there(add(2))
        assert.strictEqual(yield* here(total), 3)
        yield* here(add(4, zhou))
        assert.strictEqual(yield* there(total), 7)
        const refused = yield* Effect.flip(there(check(zhou)))
        assert.strictEqual(refused._tag, "Process.NotSeparate")
      })
    )
  )
})

interface Happening {
  readonly program: number
  readonly how: "add" | "check" | "remind" | "look"
  readonly by: Actor.Person
  readonly count: number
  readonly minutes: number
  readonly line: "holds" | "dead before" | "dead after"
}
const happening: fc.Arbitrary<Happening> = fc.record({
  program: fc.nat(2),
  how: fc.constantFrom("add", "add", "check", "remind", "look"),
  by: fc.constantFrom(lin, zhou, qin, tang),
  count: fc.integer({ min: -3, max: 3 }),
  minutes: fc.nat(90),
  line: fc.constantFrom("holds", "holds", "holds", "dead before", "dead after")
})
