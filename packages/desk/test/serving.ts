/**
 * The desk of the house on a port of this machine, as people reach it.
 *
 * @module
 */
import { once } from "node:events"
import { createServer } from "node:http"
import { Desk } from "@dualops/desk"
import { NodeDesk } from "@dualops/desk/node"
import { Effect, Layer } from "effect"
import { door, options, services } from "./house.ts"

/** Its address. It is closed with the scope. */
export const served = Effect.gen(function* () {
  const handler = yield* Desk.handler(options)
  const server = createServer(NodeDesk.listener(handler))
  yield* Effect.acquireRelease(
    Effect.promise(() => once(server.listen(0, "127.0.0.1"), "listening")),
    () =>
      Effect.promise(async () => {
        server.closeAllConnections()
        server.close()
        await once(server, "close")
      })
  )
  return `http://127.0.0.1:${Object(server.address()).port}`
})

/** The house, with its door. */
export const house = Layer.merge(services, door)
