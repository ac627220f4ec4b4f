/**
 * `Bookmarks` in memory.
 *
 * @module
 */
import { Bookmarks, Interactions, type Publisher } from "@dualops/core"
import { Effect, Layer } from "effect"

/** Bookmarks of which none has been kept. */
export const layer: Layer.Layer<Bookmarks.Bookmarks> = Layer.sync(Bookmarks.Bookmarks, () => {
  const cursors = new Map<string, Interactions.Cursor>()
  const nameOf = (account: Publisher.AccountId, source: Interactions.Source) =>
    JSON.stringify([account, Interactions.nameOf(source)])
  return {
    find: (account, source) => Effect.sync(() => cursors.get(nameOf(account, source)) ?? Interactions.start),
    keep: (account, source, cursor) => Effect.sync(() => void cursors.set(nameOf(account, source), cursor))
  }
})
