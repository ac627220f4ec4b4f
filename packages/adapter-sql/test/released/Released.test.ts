/**
 * A store of every release is read by this one. Each was written as its release wrote it: `DUALOPS_GENERATE=1 npx vitest run packages/adapter-sql/test/released`
 * writes that of the version in package.json, anew for as long as it is not released.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { gunzipSync, gzipSync } from "node:zlib"
import { Carrier, Caseload, EventLog, LogClock, Operations, Worker } from "@dualops/core/operations"
import { Practices } from "@dualops/core/practices"
import { Case, Notify, Process } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Layer, Schema } from "effect"
import { TestClock } from "effect/testing"
import own from "../../package.json" with { type: "json" }
import { NodeSqlite, SqlStore } from "../../src/index.ts"
import { editions, lin, run } from "../errand.ts"
import { Parcel } from "../parcel.ts"
import * as Scratch from "../Scratch.ts"
import * as Casts from "./casts.ts"
import * as Histories from "./histories.ts"

const ending = ".sqlite.gz"
const file = (version: string) => join(import.meta.dirname, `${version}${ending}`)
const house = (filename: string) =>
  Layer.merge(editions, SqlStore.layer.pipe(Layer.provide(NodeSqlite.layer({ filename }))))
const nine = DateTime.makeUnsafe("2026-11-23T01:00:00Z")
const processes: ReadonlyArray<Process.Any> = [...Caseload.make(Practices.processes()).processes, Parcel]
const [asked, waits] = [Case.CaseId.make("asked for"), Case.CaseId.make("waits")]

/** Keeps a history as a case of its own. */
const keep = Effect.fnUntraced(function* (process: Process.Any, history: Histories.History, id: Case.CaseId) {
  const log = yield* EventLog.EventLog
  let current: ReturnType<typeof Process.replay<Process.Any>>
  for (const one of history) {
    const event = { ...one, case: id }
    current = Process.evolve(process, current, event)
    yield* log.append({
      process: process.name,
      case: id,
      key: `event ${event.version}`,
      expected: event.version - 1,
      event: yield* Effect.orDie(Schema.encodeEffect(process.event)(event)),
      state: current.state._tag,
      tags: [],
      actions: [],
      timers: []
    })
  }
})

const note = (id: Case.CaseId) =>
  Operations.send(Parcel, { key: "note", case: id, step: "Note", by: lin, input: { text: id } })

/** Every process with as many of its steps as chance takes, an action that has been asked for, and a deadline that runs. */
const written = Effect.gen(function* () {
  for (const [process, cast] of yield* Effect.promise(Casts.load)) {
    if (!processes.includes(process)) continue
    for (const [number, history] of Histories.of(process, cast).entries())
      yield* keep(process, history, Case.CaseId.make(`${process.name} ${number + 1}`))
  }
  yield* note(asked)
  yield* TestClock.adjust("1 minute")
  yield* LogClock.trusting(Worker.round({ processes: [Parcel], carriers: [] }))
  yield* note(waits)
})

const generate = Effect.gen(function* () {
  const filename = yield* Scratch.file
  yield* TestClock.setTime(nine.epochMilliseconds)
  yield* Effect.provide(written, house(filename))
  const database = new DatabaseSync(filename)
  database.exec("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE; VACUUM")
  database.close()
  writeFileSync(file(own.version), gzipSync(readFileSync(filename), { level: 9 }))
})

/** The store of a release, in a file that this one may write to. */
const released = Effect.fnUntraced(function* (version: string) {
  const filename = yield* Scratch.file
  writeFileSync(filename, gunzipSync(readFileSync(file(version))))
  yield* TestClock.setTime(nine.epochMilliseconds + 120_000)
  return filename
})

if (globalThis.process.env.DUALOPS_GENERATE === "1")
  it.effect(`writes the store of ${own.version}`, () => Effect.scoped(generate))

describe("The store of a release", () => {
  const versions = readdirSync(import.meta.dirname).flatMap((name) =>
    name.endsWith(ending) ? [name.slice(0, -ending.length)] : []
  )

  it("is kept of the present one as well", () => assert.isTrue(existsSync(file(own.version)), file(own.version)))

  it.effect.each(versions)("of %s has cases of which each is read, and stands where it stood", (version) =>
    Effect.gen(function* () {
      const filename = yield* released(version)
      yield* Effect.gen(function* () {
        const log = yield* EventLog.EventLog
        const last = new Map((yield* log.log(0, 100_000)).map((entry) => [Case.keyOf(entry), entry]))
        assert.isAbove(last.size, 100)
        for (const { case: id, process: name, state, version: events } of last.values()) {
          const process = processes.find((one) => one.name === name)
          assert.isDefined(process, name)
          const current = process && (yield* Operations.load(process, id))
          assert.deepStrictEqual([current?.state._tag, current?.version], [state, events], `${name} ${id}`)
        }
        assert.lengthOf(yield* Caseload.everyCase(processes), last.size)
      }).pipe(Effect.provide(house(filename)))
    }).pipe(Effect.scoped)
  )

  it.effect.each(versions)(
    "of %s has work that is done: what was asked for is carried, and what was due fires",
    (version) =>
      Effect.gen(function* () {
        const filename = yield* released(version)
        const carriers = [
          Carrier.make(run, ({ text }) => Effect.succeed({ text: `${text}, done` })),
          Carrier.make(Notify.notify, () => Effect.succeed({}))
        ]
        yield* Effect.gen(function* () {
          // Histories by chance reach far ahead of the clock.
          for (let round = 0; round < 4; round++)
            yield* LogClock.trusting(Worker.round({ processes: [Parcel], carriers }))
          for (const id of [asked, waits]) {
            const parcel = yield* Operations.load(Parcel, id)
            assert.deepStrictEqual<unknown>(parcel?.state, { _tag: "Over", detail: `${id}, done` })
          }
        }).pipe(Effect.provide(house(filename)))
      }).pipe(Effect.scoped)
  )
})
