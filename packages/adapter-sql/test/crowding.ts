/**
 * A process of its own in which many people want the same case at once: `node crowding.ts FILE WHO COUNT BEGIN`.
 *
 * The process says how many steps were taken, and why the others were refused.
 *
 * @module
 */

import { Operations } from "@dualops/core/operations"
import { Case } from "@dualops/core/process"
import { Effect, Layer, Result } from "effect"
import { NodeSqlite, SqlStore } from "../src/index.ts"
import { Errand, editions, lin } from "./errand.ts"

const [, , filename = ":memory:", who = "who", count = "1", begin = "0"] = process.argv

const add = (number: number) =>
  Operations.send(Errand, {
    key: `${who} ${number}`,
    case: Case.CaseId.make("hot"),
    step: "Add",
    by: lin,
    input: { text: `${who} ${number}` }
  })

const crowding = Effect.gen(function* () {
  yield* Effect.sleep(Math.max(0, Number(begin) - Date.now()))
  const taken = yield* Effect.forEach(
    Array.from({ length: Number(count) }, (_, number) => number),
    (number) => Effect.result(add(number)),
    { concurrency: "unbounded" }
  )
  for (const one of taken) console.log(Result.isSuccess(one) ? "taken" : one.failure._tag)
})

// Whether the disk is waited for makes no difference to who comes to their turn.
const store = SqlStore.layer.pipe(Layer.provide(NodeSqlite.layer({ filename, synchronous: "normal" })))
await Effect.runPromise(Effect.provide(crowding, Layer.merge(editions, store)))
