/**
 * A process of its own that appends to five cases in turn, and says so after each: `node appending.ts FILE WRITER COUNT`.
 *
 * Every step has two actions and one deadline, all of which carry its version.
 *
 * @module
 */
import { writeSync } from "node:fs"
import { EventLog } from "@dualops/core/operations"
import { Case } from "@dualops/core/process"
import { DateTime, Effect, Layer } from "effect"
import { NodeSqlite, SqlStore } from "../src/index.ts"

const [, , filename = ":memory:", writer = "writer", count = "Infinity"] = process.argv

const step = Effect.fnUntraced(function* (number: number) {
  const store = yield* EventLog.EventLog
  const address = { process: "Post", case: Case.CaseId.make(`case ${number % 5}`) }
  const expected = (yield* store.read(address)).length
  const version = expected + 1
  yield* store.append({
    ...address,
    key: `${writer} ${number}`,
    expected,
    event: { writer, number, version },
    state: "Begun",
    tags: [],
    actions: ["publish", "notify"].map((name) => ({
      ...address,
      key: `${address.case}/${version}/${name}`,
      step: "Begin",
      version,
      name,
      request: {}
    })),
    timers: [{ ...address, name: "review", rung: 1, version, fires: "Remind", at: DateTime.makeUnsafe(version) }]
  })
  return `${address.case}/${version}`
})

const appending = Effect.gen(function* () {
  for (let number = 0; number < Number(count); number++) {
    const stored = yield* Effect.retry(step(number), { while: (error) => error._tag === "EventLog.VersionConflict" })
    // At once and not through a stream: what is killed after this line has said it.
    yield* Effect.sync(() => writeSync(1, `${stored}\n`))
  }
})

await Effect.runPromise(Effect.provide(appending, SqlStore.layer.pipe(Layer.provide(NodeSqlite.layer({ filename })))))
