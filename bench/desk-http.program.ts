/**
 * A house with its desk on a port and its worker beside it, on a store in a file: `node desk-http.program.ts FILE` prints its address.
 *
 * @module
 */
import { Worker } from "@dualops/core/operations"
import { Actor } from "@dualops/core/process"
import { Desk, Door } from "@dualops/desk"
import { NodeDesk } from "@dualops/desk/node"
import { Effect, Layer } from "effect"
import { Job, on } from "./desk.program.ts"

/** Whoever asks is whom they say: there is nobody here but the one who measures. */
const door = Layer.succeed(Door.Door, {
  of: ({ headers }) => Effect.succeed({ person: Actor.person(headers["x-person"] ?? "nobody"), isAmbient: false })
})

const house = Effect.gen(function* () {
  const handler = yield* Desk.handler({ processes: [Job] })
  const url = yield* NodeDesk.serve(NodeDesk.listener(handler))
  yield* Effect.forkScoped(Worker.run({ processes: [Job], carriers: [] }))
  console.log(url)
  yield* Effect.never
})

process.once("SIGTERM", () => process.exit(0))
await Effect.runPromise(house.pipe(Effect.scoped, Effect.provide(Layer.merge(on(process.argv[2] ?? ""), door))))
