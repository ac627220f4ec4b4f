/**
 * `Inbox` in memory, for one process.
 *
 * @module
 */
import { Inbox } from "@dualops/core/interaction"
import { Storable } from "@dualops/core/operations"
import { Effect, Layer } from "effect"
import * as Passing from "./Passing.ts"

/** An inbox that is empty. */
export const layer: Layer.Layer<Inbox.Inbox> = Layer.sync(Inbox.Inbox, () => {
  const turns = Passing.make<"busy" | "done">()
  const firsts = Passing.make<string>()
  return {
    claim: (key, at, until) =>
      named(key, (): Inbox.Turn => {
        turns.tidy(at)
        const turn = turns.find(key, at)
        if (turn !== undefined) return turn
        turns.keep(key, "busy", until)
        return "yours"
      }),
    done: (key, until) => named(key, () => turns.keep(key, "done", until)),
    release: (key) => Effect.sync(() => turns.forget(key, "busy")),
    first: (key, value, at, until) =>
      named(key, () => {
        firsts.tidy(at)
        const first = firsts.find(key, at)
        if (first !== undefined) return first
        firsts.keep(key, value, until)
        return value
      })
  }
})

/** Does it where the key has a name that every inbox keeps. */
const named = <A>(key: string, act: () => A) => Effect.andThen(Storable.names(["key", key]), Effect.sync(act))
