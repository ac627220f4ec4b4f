import {
  Carrier,
  Caseload,
  Damaged,
  type Editions,
  EventLog,
  Operations,
  type Store,
  Worker
} from "@dualops/core/operations"
import { Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Cause, Context, DateTime, Effect, Exit, Fiber, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { TestClock } from "effect/testing"
import { NodeSqlite, SqlStore } from "../src/index.ts"
import { Errand, editions, lin, note, run, stateOf, work } from "./errand.ts"
import * as Scratch from "./Scratch.ts"

/** The store and the database below it. */
const house = (options: NodeSqlite.Options) =>
  Layer.merge(editions, Layer.provideMerge(SqlStore.layer, NodeSqlite.layer(options)))
const nine = DateTime.makeUnsafe("2026-11-23T01:00:00Z")

/** A test on a database of its own, at nine o'clock. */
const test = (title: string, body: Effect.Effect<unknown, unknown, Store | Editions.Editions | SqlClient.SqlClient>) =>
  it.effect(title, () =>
    TestClock.setTime(nine.epochMilliseconds).pipe(
      Effect.andThen(body),
      Effect.provide(Layer.unwrap(Effect.map(Scratch.file, (filename) => house({ filename })))),
      Effect.scoped
    )
  )

/** As somebody does it who gets round what the tables ask for. */
const byHand = Effect.fnUntraced(function* (statement: string) {
  const sql = yield* SqlClient.SqlClient
  yield* sql.unsafe("PRAGMA ignore_check_constraints = ON")
  yield* sql.unsafe(statement)
  yield* sql.unsafe("PRAGMA ignore_check_constraints = OFF")
})

const one = Case.CaseId.make("one")
const all = Effect.forEach(["one", "two", "three"], (name) => note(name))
const round = Effect.andThen(TestClock.adjust("1 minute"), Worker.round(work))
const standing = Effect.map(Caseload.everyCase([Errand]), (cases) => cases.map(({ case: { id } }) => String(id)))

describe("a row that somebody has damaged by hand", () => {
  test(
    "when it is an event, takes its own case off the desk, and no other",
    Effect.gen(function* () {
      yield* all
      yield* byHand(`UPDATE dualops_events SET event = '{"step": "Note", oops' WHERE case_id = 'one'`)
      assert.deepStrictEqual(yield* standing, ["two", "three"])
      yield* round
      yield* round
      assert.deepStrictEqual(yield* stateOf("two"), { _tag: "Over", detail: "two, done" })
      assert.deepStrictEqual(yield* stateOf("three"), { _tag: "Over", detail: "three, done" })
    })
  )

  test(
    "when it is mended, its case goes on where it was",
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      yield* all
      const [row] = yield* sql<{ event: string }>`SELECT event FROM dualops_events WHERE case_id = 'one'`
      yield* byHand("UPDATE dualops_events SET event = 'oops' WHERE case_id = 'one'")
      yield* round
      yield* sql`UPDATE dualops_events SET event = ${row?.event ?? ""} WHERE case_id = 'one'`
      yield* round
      yield* round
      assert.deepStrictEqual(yield* stateOf("one"), { _tag: "Over", detail: "one, done" })
    })
  )

  test(
    "when it is what an action asks for, leaves that action unknown, and holds up no other",
    Effect.gen(function* () {
      yield* all
      yield* TestClock.adjust("1 minute")
      yield* Worker.round({ ...work, carriers: [] })
      yield* byHand("UPDATE dualops_actions SET request = 'oops' WHERE case_id = 'one'")
      yield* round
      assert.deepStrictEqual(yield* stateOf("one"), {
        _tag: "Over",
        detail: "the carrier of Run broke while it was under way"
      })
      assert.deepStrictEqual(yield* stateOf("two"), { _tag: "Over", detail: "two, done" })
    })
  )
})

describe("a case of which an event is gone", () => {
  const gone = (version: number) => byHand(`DELETE FROM dualops_events WHERE case_id = 'one' AND version = ${version}`)
  const added = Effect.andThen(
    all,
    Operations.send(Errand, { key: "more", case: one, step: "Add", by: lin, input: { text: "more" } })
  )
  const notices = Effect.suspend(() =>
    Effect.map(Caseload.make([Errand]).cases, (cases) =>
      cases
        .filter(({ process }) => process.name === "Notice")
        .map(({ case: notice }) => Reflect.get(notice.state, "message").en)
    )
  )

  for (const version of [1, 2]) {
    test(
      `the ${version === 1 ? "first" : "last"}, is set aside when its deadline has run out, and a person is told why`,
      Effect.gen(function* () {
        yield* added
        yield* gone(version)
        yield* round
        yield* round
        assert.deepStrictEqual(yield* stateOf("two"), { _tag: "Over", detail: "two, done" })
        const [told, ...none] = yield* notices
        assert.isEmpty(none)
        assert.match(
          told,
          /^Errand one cannot be run and is set aside, .*: (event 1 is missing|it has 1 events, and had 2 once)/
        )
      })
    )
  }

  test(
    "before the last that a program has read, is found by the next that starts, and by whoever looks through all cases",
    Effect.gen(function* () {
      yield* added
      assert.strictEqual((yield* stateOf("one"))?._tag, "Waiting")
      yield* gone(1)
      assert.strictEqual((yield* stateOf("one"))?._tag, "Waiting")
      const isDamaged = (exit: Exit.Exit<unknown, unknown>) =>
        Exit.isFailure(exit) && Cause.squash(exit.cause) instanceof Damaged.Damaged
      assert.isTrue(isDamaged(yield* Effect.exit(Effect.provide(stateOf("one"), Layer.fresh(SqlStore.layer)))))
      const working = yield* Effect.forkChild(Worker.run(work))
      yield* TestClock.adjust("10 seconds")
      yield* Fiber.interrupt(working)
      assert.isTrue(isDamaged(yield* Effect.exit(stateOf("one"))))
      assert.lengthOf(yield* notices, 1)
    })
  )

  test(
    "is no longer raced for: whoever wants it is told at once that it is damaged",
    Effect.gen(function* () {
      yield* added
      yield* gone(1)
      const exit = yield* Effect.exit(note("one", "again"))
      assert.isTrue(Exit.isFailure(exit) && Cause.squash(exit.cause) instanceof Damaged.Damaged)
    })
  )
})

describe("a disk that is full", () => {
  const fill = Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    yield* sql`PRAGMA wal_checkpoint(TRUNCATE)`
    const [row] = yield* sql<{ readonly page_count: number }>`PRAGMA page_count`
    yield* sql.unsafe(`PRAGMA max_page_count = ${row?.page_count}`)
  })
  const makeSpace = Effect.flatMap(SqlClient.SqlClient, (sql) => sql.unsafe("PRAGMA max_page_count = 1000000"))
  const long = "x".repeat(20_000)

  test(
    "is told in a sentence; nothing is half stored, and the same order is taken when there is space",
    Effect.gen(function* () {
      yield* note("one")
      yield* fill
      const refused = yield* Effect.flip(note("two", "click", long))
      assert.strictEqual(refused._tag, "StoreUnavailable")
      assert.strictEqual(refused.message, "The store does not answer: database or disk is full")
      const store = yield* EventLog.EventLog
      assert.lengthOf(yield* store.log(0, 10), 1)
      yield* makeSpace
      yield* note("two", "click", long)
      assert.lengthOf(yield* store.log(0, 10), 2)
    })
  )

  test(
    "stops no worker: it goes on when there is space, and what it had done by then is told",
    Effect.gen(function* () {
      yield* note("one", "one", long)
      yield* TestClock.adjust("1 minute")
      const database = yield* Effect.context<SqlClient.SqlClient>()
      // The disk fills up while the errand is run.
      const filling = Carrier.make(run, ({ text }) =>
        Effect.as(Effect.orDie(Effect.provideContext(fill, database)), { text: `${text}, done` })
      )
      const working = yield* Effect.forkChild(Worker.run({ ...work, carriers: [filling] }))
      yield* TestClock.adjust("1 minute")
      assert.strictEqual((yield* stateOf("one"))?._tag, "Asked")
      yield* makeSpace
      yield* TestClock.adjust("5 seconds")
      assert.strictEqual((yield* stateOf("one"))?._tag, "Over")
      yield* note("two")
      yield* TestClock.adjust("2 minutes")
      assert.strictEqual((yield* stateOf("two"))?._tag, "Over")
      yield* Fiber.interrupt(working)
    })
  )
})

describe("a file that may only be read", () => {
  it.effect("can be read; whoever writes is told why not", () =>
    Effect.gen(function* () {
      const filename = yield* Scratch.file
      yield* TestClock.setTime(nine.epochMilliseconds)
      yield* Effect.provide(all, house({ filename }))
      yield* Effect.gen(function* () {
        assert.deepStrictEqual(yield* standing, ["one", "two", "three"])
        const refused = yield* Effect.flip(note("four"))
        assert.strictEqual(refused._tag, "StoreUnavailable")
        assert.strictEqual(refused.message, "The store does not answer: attempt to write a readonly database")
      }).pipe(Effect.provide(house({ filename: `file:${filename}?mode=ro` })))
    }).pipe(Effect.scoped)
  )
})

describe("a file that somebody else keeps locked", () => {
  it.live("is read all the same; whoever writes is told after a while", () =>
    Effect.gen(function* () {
      const filename = yield* Scratch.file
      const impatient = yield* Layer.build(house({ filename, busyTimeout: "50 millis" }))
      yield* Effect.provideContext(all, impatient)
      const locked = Effect.gen(function* () {
        assert.deepStrictEqual(yield* standing, ["one", "two", "three"])
        const refused = yield* Effect.flip(note("four"))
        assert.strictEqual(refused.message, "The store does not answer: database is locked")
      }).pipe(Effect.provideContext(impatient))
      const holder = yield* Effect.map(Layer.build(NodeSqlite.layer({ filename })), Context.get(SqlClient.SqlClient))
      yield* holder.withTransaction(Effect.andThen(holder`DELETE FROM dualops_calls`, locked))
    }).pipe(Effect.scoped)
  )
})

describe("a file that is no database", () => {
  it.effect("is named in the sentence that says so", () =>
    Effect.gen(function* () {
      const refused = yield* Effect.flip(Layer.build(house({ filename: import.meta.filename })))
      assert.strictEqual(refused.message, `${import.meta.filename} cannot be opened: file is not a database`)
    }).pipe(Effect.scoped)
  )
})
