/**
 * A file that somebody or something else has written to: rows of another form, rows that are gone, bits that are not what they were.
 *
 * Whatever it is, the cases that it does not touch go on, a person hears of those that cannot, and the work stays bounded; a file that
 * SQLite itself gives up ends the worker with a sentence.
 */
import { copyFileSync, readFileSync, writeFileSync } from "node:fs"
import { DatabaseSync, type SQLInputValue } from "node:sqlite"
import { Carrier, Caseload, EventLog, Operations, Worker, WorkQueue } from "@dualops/core/operations"
import { Actor, Case, Notify } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Cause, DateTime, Effect, Exit, Fiber, Layer, Random } from "effect"
import { TestClock } from "effect/testing"
import { NodeSqlite, SqlStore } from "../src/index.ts"
import { editions, lin, run } from "./errand.ts"
import { Parcel } from "./parcel.ts"
import * as Scratch from "./Scratch.ts"

const names = ["one", "two", "three", "four", "five", "six"]
const nine = DateTime.makeUnsafe("2026-11-23T01:00:00Z")
const tables = ["dualops_events", "dualops_actions", "dualops_deadlines"] as const
const work = {
  processes: [Parcel],
  carriers: [
    Carrier.make(run, ({ text }) => Effect.succeed({ text: `${text}, done` })),
    Carrier.make(Notify.notify, () => Effect.succeed({}))
  ]
}
const house = (filename: string) =>
  Layer.merge(editions, SqlStore.layer.pipe(Layer.provide(NodeSqlite.layer({ filename, synchronous: "normal" }))))
const noted = (name: string) =>
  Operations.send(Parcel, { key: name, case: Case.CaseId.make(name), step: "Note", by: lin, input: { text: name } })

/** Three parcels that have been asked for and are not sent yet, and three that wait. */
const template = Effect.gen(function* () {
  const filename = yield* Scratch.file
  yield* TestClock.setTime(nine.epochMilliseconds)
  yield* Effect.gen(function* () {
    yield* Effect.forEach(names.slice(0, 3), noted)
    yield* TestClock.adjust("1 minute")
    yield* Worker.round({ ...work, carriers: [] })
    yield* Effect.forEach(names.slice(3), noted)
  }).pipe(Effect.provide(house(filename)))
  return filename
})

/** The cases that something may have happened to; nothing where that cannot be told. */
type Touched = ReadonlyArray<string> | undefined
/** Takes away what the tables ask for, as whoever writes with an older library does. */
const withoutRules = (filename: string): DatabaseSync => {
  const database = new DatabaseSync(filename, { defensive: false })
  database.exec("PRAGMA writable_schema = ON; PRAGMA ignore_check_constraints = ON")
  database.exec(
    "UPDATE sqlite_schema SET sql = replace(replace(sql, ') STRICT', ')'), 'NOT NULL', '') WHERE type = 'table'"
  )
  database.close()
  const again = new DatabaseSync(filename)
  again.exec("PRAGMA ignore_check_constraints = ON")
  return again
}

const pick = <A>(all: ReadonlyArray<A>) =>
  Effect.map(Random.nextIntBetween(0, all.length - 1), (index) => all[index] as A)

const strange: ReadonlyArray<SQLInputValue> = [
  null,
  "",
  "a word",
  "one",
  0,
  -1,
  1,
  7,
  1.5,
  2n ** 53n + 1n,
  -(2n ** 62n),
  9_000_000_000_000_000n,
  new Uint8Array([0, 255, 1]),
  "{}",
  '{"step":"Note"',
  "\u0000"
]

const changeOne = Effect.fnUntraced(function* (filename: string) {
  const database = withoutRules(filename)
  const table = yield* pick(tables)
  const rows = database.prepare(`SELECT rowid AS id, * FROM ${table}`).all()
  const row = yield* pick(rows)
  const column = yield* pick(Object.keys(row).filter((name) => !["id", "position", "number"].includes(name)))
  const value = yield* pick(strange)
  try {
    database.prepare(`UPDATE ${table} SET ${column} = ? WHERE rowid = ?`).run(value, row.id as number)
  } catch {
    // The value is another row's already, and that is asked for by an index.
  }
  database.close()
  return [String(row.case_id), ...(typeof value === "string" ? [value] : [])] as Touched
})

const deleteOne = Effect.fnUntraced(function* (filename: string) {
  const database = new DatabaseSync(filename)
  const table = yield* pick(tables)
  const row = yield* pick(database.prepare(`SELECT rowid AS id, case_id FROM ${table}`).all())
  database.prepare(`DELETE FROM ${table} WHERE rowid = ?`).run(row.id as number)
  database.close()
  return [String(row.case_id)] as Touched
})

const flipBits = Effect.fnUntraced(function* (filename: string) {
  const bytes = readFileSync(filename)
  for (let count = yield* Random.nextIntBetween(1, 8); count > 0; count--) {
    const at = yield* Random.nextIntBetween(0, bytes.length - 1)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (yield* Random.nextIntBetween(0, 7)))
  }
  writeFileSync(filename, bytes)
  return undefined as Touched
})

/** Every call of the store, counted. */
const counted = (calls: { count: number }) => {
  const count =
    <A extends ReadonlyArray<unknown>, B>(call: (...asked: A) => B) =>
    (...asked: A) => {
      calls.count++
      return call(...asked)
    }
  return <A, E, R>(working: Effect.Effect<A, E, R>) =>
    working.pipe(
      Effect.updateService(EventLog.EventLog, (log) => ({ ...log, read: count(log.read), append: count(log.append) })),
      Effect.updateService(WorkQueue.WorkQueue, (queue) => ({
        ...queue,
        claim: count(queue.claim),
        claimOverdue: count(queue.claimOverdue)
      }))
    )
}

/** Where everything stands after some hours. */
const hours = Effect.gen(function* () {
  const calls = { count: 0 }
  const working = yield* Worker.run(work, "10 minutes").pipe(counted(calls), Effect.forkChild)
  yield* TestClock.adjust("150 minutes")
  const ended = working.pollUnsafe()
  yield* Fiber.interrupt(working)
  if (ended !== undefined) return yield* Effect.failCause(Exit.isFailure(ended) ? ended.cause : Cause.die("it ended"))
  const states = new Map<string, string>()
  for (const name of names) {
    const parcel = yield* Effect.catchDefect(Operations.load(Parcel, Case.CaseId.make(name)), () =>
      Effect.succeed(undefined)
    )
    states.set(name, parcel?.state._tag === "Over" ? parcel.state.detail : "not over")
  }
  const desk = yield* Caseload.make([Parcel]).desk(Actor.person("lin"))
  return {
    calls: calls.count,
    states,
    told: desk.filter(({ process: name }) => name === "Notice" || name === "UnclaimedOutcome").length
  }
})

/** So many files a test. */
const part = 10

describe("A file of which some bytes or rows are not what they were", () => {
  const kinds = { "a value is another": changeOne, "a row is gone": deleteOne, "bits are others": flipBits }
  for (const [index, [kind, corrupt]] of Object.entries(kinds).entries()) {
    it.effect.each(Array.from({ length: 7 }, (_, from) => from * part))(
      `when ${kind}: undamaged cases go on, a person hears of the others, and nothing spins (from %i)`,
      (from) =>
        Effect.gen(function* () {
          const original = yield* template
          const result = { sound: 0, told: 0, stopped: 0 }
          for (let round = from; round < from + part; round++) {
            yield* Effect.gen(function* () {
              const filename = yield* Scratch.file
              copyFileSync(original, filename)
              yield* TestClock.setTime(nine.epochMilliseconds + 60_000)
              const touched = yield* corrupt(filename).pipe(Random.withSeed(`${index}/${round}`))
              const exit = yield* Effect.exit(Effect.provide(hours, house(filename)))
              const place = `round ${round}, touched ${touched}`
              if (Exit.isFailure(exit)) {
                assert.isUndefined(touched, `${place}: ${Cause.pretty(exit.cause)}`)
                assert.match(
                  Cause.pretty(exit.cause),
                  /malformed|not a database|does not answer|cannot be|broken/,
                  place
                )
                result.stopped++
                return
              }
              const { calls, states, told } = exit.value
              assert.isBelow(calls, 3_000, place)
              const hurt = names.filter((name) => states.get(name) !== `${name}, done`)
              if (touched !== undefined)
                assert.isEmpty(
                  hurt.filter((name) => !touched.includes(name)),
                  place
                )
              const lost = names.filter((name) => states.get(name) === "not over")
              if (lost.length > 0) assert.isAtLeast(told, 1, `${place}: of ${lost} nobody hears`)
              result[hurt.length === 0 ? "sound" : "told"]++
            }).pipe(Effect.scoped)
          }
          console.log(`${kind}: ${JSON.stringify(result)}`)
        }).pipe(Effect.scoped)
    )
  }
})
