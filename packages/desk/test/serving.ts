/**
 * The desk of the house on a port of this machine, as people reach it.
 *
 * @module
 */
import { MemoryPictures } from "@dualops/adapter-memory"
import { Desk } from "@dualops/desk"
import { NodeDesk } from "@dualops/desk/node"
import { Effect, Layer } from "effect"
import { door, options, pages, services } from "./house.ts"
import * as Reporting from "./reporting.ts"

/** Its address. It is closed with the scope. */
export const served = Effect.flatMap(Desk.handler({ ...options, pages }), (handler) =>
  NodeDesk.serve(NodeDesk.listener(handler))
)

/** The same of the house that measures its numbers and keeps reports. */
export const reporting = Effect.flatMap(Desk.handler({ ...options, pages: Reporting.pages() }), (handler) =>
  NodeDesk.serve(NodeDesk.listener(handler))
)

/** The house, with its door and a place for pictures. */
export const house = Layer.mergeAll(Reporting.kept, services, door, MemoryPictures.layer())
