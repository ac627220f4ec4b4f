/**
 * A door that is asked once for each request, however many parts of the desk ask who it is.
 *
 * @module
 */
import { Effect, type Exit } from "effect"
import type { Door, NotLetIn, Visitor } from "./Door.ts"

/** The same door; of one request it says the same. */
export const make = (door: Door["Service"]): Door["Service"] => {
  const known = new WeakMap<object, Exit.Exit<Visitor, NotLetIn>>()
  return {
    of: (knock) =>
      Effect.suspend(
        () =>
          known.get(knock.headers) ??
          Effect.onExit(door.of(knock), (exit) => Effect.sync(() => void known.set(knock.headers, exit)))
      )
  }
}
