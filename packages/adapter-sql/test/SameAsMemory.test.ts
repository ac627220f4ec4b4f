/** The two stores side by side: whatever is committed, the database answers as the memory does, and has the same in it afterwards. */
import { MemoryStore } from "@dualops/adapter-memory"
import { EventLog, type Store, WorkQueue } from "@dualops/core/operations"
import { Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Cause, Context, DateTime, Duration, Effect, Exit, Layer, Option, type Schema, type Scope } from "effect"
import * as fc from "fast-check"
import * as Scratch from "./Scratch.ts"

const processes = ["Post", "Post 1", '["Post"]']
const cases = ["1", "1 1", '{"case":1}', "null", "茶"]
const names = ["suspends Post ", "grants launch", "[1]"]
const moment = (minute: number) => DateTime.makeUnsafe(minute * 60_000)

/** Texts that are read otherwise by whoever takes them for something else: numbers, JSON, SQL, halves of characters. */
const text = fc.oneof(
  fc.constantFrom(
    "1",
    "1.0",
    "1e3",
    "null",
    "true",
    "[]",
    '{"a":1}',
    '"',
    "'",
    "\\u0000",
    "%s",
    "-- ",
    "$.a",
    " ",
    "茶👩‍👩‍👧",
    "ß"
  ),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }).filter((one) => one.isWellFormed() && !one.includes("\0"))
)
/** What JSON can say: no zero below zero. */
const value = fc.json({ maxDepth: 3 }).map((written): Schema.Json => JSON.parse(written))
const json = fc.oneof(
  value,
  fc.constantFrom<Array<Schema.Json>>("\0", "\ud800", { "\udfff": "\0" }, "a".repeat(70_000))
)
/** Names are few, so that they meet again; one in a hundred cannot be kept. */
const key = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom("a", "b", "1", "01") },
  { weight: 8, arbitrary: text },
  { weight: 1, arbitrary: fc.constantFrom("\0", "\ud800", "a".repeat(601)) }
)

const address = fc.record({
  process: fc.constantFrom(...processes),
  case: fc.constantFrom(...cases).map((id) => Case.CaseId.make(id))
})

/** A step, as far as it does not depend on what there is: how far from the truth its author is, and since when what it weighed is as old as it is. */
const wish = fc.record({
  address,
  key,
  ahead: fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.constantFrom(-1, 1)),
  event: json,
  state: text,
  due: fc.option(fc.integer({ min: -5, max: 5 }), { nil: undefined }),
  tags: fc.array(key, { maxLength: 4 }),
  actions: fc.array(fc.record({ key, name: text, request: json }), { maxLength: 3 }),
  timers: fc.array(fc.record({ name: text, rung: fc.nat(2), at: fc.integer({ min: -5, max: 5 }) }), { maxLength: 3 }),
  settles: fc.option(key, { nil: undefined }),
  owns: fc.option(key, { nil: undefined, freq: 3 }),
  holds: fc.option(
    fc.uniqueArray(fc.record({ name: fc.constantFrom(...names), steps: fc.array(text, { maxLength: 2 }) }), {
      maxLength: 3,
      selector: ({ name }) => name
    }),
    { nil: undefined, freq: 2 }
  ),
  weighs: fc.option(fc.record({ names: fc.uniqueArray(fc.constantFrom(...names)), isOld: fc.boolean() }), {
    nil: undefined,
    freq: 2
  })
})
type Wish = typeof wish extends fc.Arbitrary<infer W> ? W : never

const dropped = <A extends object>(all: A) =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))

interface Both {
  readonly memory: Context.Context<Store>
  readonly sql: Context.Context<Store>
}

/** What the store said, and what its user sees of it. */
const seen = Effect.gen(function* () {
  const [log, queue] = [yield* EventLog.EventLog, yield* WorkQueue.WorkQueue]
  const all = processes.flatMap((process) => cases.map((id) => ({ process, case: Case.CaseId.make(id) })))
  const entries = yield* log.log(0, EventLog.everyOne)
  return {
    read: yield* Effect.forEach(all, (one) => log.read(one)),
    recalled: yield* Effect.forEach(all, (one) => log.recall(one, "a")),
    // Positions rise, and not by one.
    log: entries.map(({ position: _, ...entry }) => entry),
    tagged: yield* Effect.forEach(["a", "b", "1", "01"], (tag) => log.tagged(tag, 100)),
    standing: yield* Effect.forEach([...names.map((name) => [name]), names, [...names].reverse()], log.standing),
    overdue: sorted(yield* queue.overdue(processes, moment(9), 1_000)),
    next: yield* queue.next
  }
})

/** Deadlines of the same moment come in any order. */
const sorted = (all: ReadonlyArray<unknown>) => all.map((one) => JSON.stringify(one)).sort()

const answerOf = (exit: Exit.Exit<unknown, { readonly _tag: string }>): string =>
  Exit.isSuccess(exit)
    ? "stored"
    : Option.match(Cause.findErrorOption(exit.cause), {
        onNone: () => "defect",
        onSome: (error) => JSON.stringify(error)
      })

const commitOf = (wish: Wish, version: number, found: ReadonlyArray<EventLog.Standing>): EventLog.Commit => {
  const expected = Math.max(0, version + wish.ahead)
  const { address, due, event, holds, key, owns, settles, state, tags, weighs } = wish
  return {
    ...address,
    key,
    expected,
    event,
    state,
    tags,
    actions: wish.actions.map((one) => ({ ...address, ...one, version: expected + 1, step: "Begin" })),
    timers: wish.timers.map(({ at, ...one }) => ({
      ...address,
      ...one,
      version: expected + 1,
      fires: "Fire",
      at: moment(at)
    })),
    ...dropped({
      due: due === undefined ? undefined : moment(due),
      settles,
      owns,
      holds: holds?.map(({ name, steps }) => ({ name, terms: { steps } })),
      weighed: weighs && { names: weighs.names, found }
    })
  }
}

const agree = Effect.fnUntraced(function* (both: Both, wishes: ReadonlyArray<Wish>) {
  let old: ReadonlyArray<EventLog.Standing> = []
  for (const [turn, wish] of wishes.entries()) {
    const log = Context.get(both.memory, EventLog.EventLog)
    const now = yield* log.standing(wish.weighs?.names ?? [])
    const commit = commitOf(wish, (yield* log.read(wish.address)).length, wish.weighs?.isOld ? old : now)
    if (turn % 3 === 0) old = yield* log.standing(names)
    const [one, other] = yield* Effect.forEach([both.memory, both.sql], (store) =>
      Effect.exit(Context.get(store, EventLog.EventLog).append(commit))
    )
    assert.strictEqual(other && answerOf(other), one && answerOf(one), JSON.stringify(commit))
  }
  assert.deepEqual(yield* Effect.provide(seen, both.sql), yield* Effect.provide(seen, both.memory))
  const claims = yield* Effect.forEach([both.memory, both.sql], (store) =>
    Context.get(store, WorkQueue.WorkQueue).claim(processes, moment(9), Duration.minutes(5), 1_000)
  )
  assert.deepEqual(claims[1], claims[0])
})

const both: Effect.Effect<Both, unknown, Scope.Scope> = Effect.all({
  memory: Layer.build(MemoryStore.layer),
  sql: Layer.build(Scratch.store(":memory:"))
})

describe("A store on SQLite", () => {
  it.live("answers every commit as the store in memory does, and has the same in it afterwards", () =>
    Effect.promise(() =>
      fc.assert(
        fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 25 }), (wishes) =>
          Effect.runPromise(Effect.scoped(Effect.flatMap(both, (stores) => agree(stores, wishes))))
        ),
        { numRuns: process.env.CI === undefined ? 60 : 600 }
      )
    )
  )
})
