/**
 * `Inbox` in memory, for one process.
 *
 * @module
 */
import type { Moment } from "@dualops/core/calendar"
import { Inbox } from "@dualops/core/interaction"
import { DateTime, Effect, Layer } from "effect"

/** An inbox that is empty. */
export const layer: Layer.Layer<Inbox.Inbox> = Layer.sync(Inbox.Inbox, () => {
  const turns = new Map<string, "done" | Moment.Moment>()
  const firsts = new Map<string, string>()
  return {
    claim: (key, at, until) =>
      Effect.sync((): Inbox.Turn => {
        const turn = turns.get(key)
        if (turn === "done") return "done"
        if (turn !== undefined && DateTime.isLessThan(at, turn)) return "busy"
        turns.set(key, until)
        return "yours"
      }),
    done: (key) => Effect.sync(() => void turns.set(key, "done")),
    release: (key) => Effect.sync(() => void turns.delete(key)),
    first: (key, value) =>
      Effect.sync(() => {
        const first = firsts.get(key) ?? value
        firsts.set(key, first)
        return first
      })
  }
})
