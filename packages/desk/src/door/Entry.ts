/**
 * Lets whoever sends a request in: the door says who they are, and what a browser sends by itself is taken from pages of the desk alone.
 *
 * @module
 */
import { Actor } from "@dualops/core/process"
import { Effect, Schema } from "effect"
import type { HttpServerRequest } from "effect/http"
import type { Door, NotLetIn, Visitor } from "./Door.ts"
import * as FromHere from "./FromHere.ts"

/** A page from elsewhere has made a browser send it, in the name of whoever looks at that page. */
export class FromElsewhere extends Schema.TaggedError<FromElsewhere>()("Desk.FromElsewhere", {}) {
  override get message() {
    return "It was not sent from here."
  }
}

/** Who sends it, and in whose place: the door may know, or the header `In-Place-Of` says it, of which the handbook decides. */
export const visitor = Effect.fnUntraced(function* (
  door: Door["Service"],
  request: Pick<HttpServerRequest.HttpServerRequest, "headers" | "method">,
  origin: string | undefined
): Effect.fn.Return<Visitor, NotLetIn | FromElsewhere> {
  const found = yield* Effect.tapError(door.of(request), ({ message }) => Effect.logInfo(message))
  if (request.method !== "GET" && found.isAmbient && FromHere.isFromElsewhere(request.headers, origin)) {
    return yield* new FromElsewhere()
  }
  const place = request.headers["in-place-of"]
  const { person } = found
  const acting = place && person.onBehalfOf === undefined ? Actor.inPlaceOf(person.person, place) : person
  return { ...found, person: acting }
})
