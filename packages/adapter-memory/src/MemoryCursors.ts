/**
 * `Cursors` in memory.
 *
 * @module
 */
import type { AccountId } from "@dualops/core/account"
import { Cursors, Interactions } from "@dualops/core/interaction"
import { Storable } from "@dualops/core/operations"
import { Effect, Layer } from "effect"

/** Cursors of which none has been kept. */
export const layer: Layer.Layer<Cursors.Cursors> = Layer.sync(Cursors.Cursors, () => {
  const cursors = new Map<string, Interactions.Cursor>()
  const nameOf = (account: AccountId, source: Interactions.Source) =>
    JSON.stringify([account, Interactions.nameOf(source)])
  return {
    find: (account, source) => Effect.sync(() => cursors.get(nameOf(account, source)) ?? Interactions.start),
    keep: (account, source, cursor) =>
      Effect.andThen(
        Storable.names(["account", account], ["source", Interactions.nameOf(source)]),
        Effect.sync(() => void cursors.set(nameOf(account, source), cursor))
      )
  }
})
