/**
 * The `EditionStore` in memory.
 *
 * @module
 */
import { EditionStore, Storable } from "@dualops/core/operations"
import { Effect, Layer, type Schema } from "effect"

/** A store in which no edition is kept. */
export const layer: Layer.Layer<EditionStore.EditionStore> = Layer.sync(EditionStore.EditionStore, () => {
  const editions = new Map<string, Map<string, Schema.Json>>()
  return {
    keep: ({ content, name, version }) =>
      Effect.map(Storable.names(["edition", version], ["section", name]), () => {
        const sections = editions.get(version) ?? new Map<string, Schema.Json>()
        editions.set(version, sections)
        const kept = sections.get(name)
        if (kept !== undefined) return kept
        sections.set(name, content)
        return content
      }),
    find: (version) => Effect.sync(() => new Map(editions.get(version)))
  }
})
