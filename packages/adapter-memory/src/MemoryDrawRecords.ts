/**
 * `DrawRecords` in memory.
 *
 * @module
 */
import { DrawRecords, type Kept } from "@dualops/core/prizes"
import { Effect, Layer } from "effect"

/** Draws in memory. */
export const layer: Layer.Layer<DrawRecords> = Layer.sync(DrawRecords, () => {
  const draws = new Map<string, Kept>()
  return {
    freeze: (frozen) =>
      Effect.sync(() => {
        const kept = draws.get(frozen.announced.draw) ?? frozen
        draws.set(frozen.announced.draw, kept)
        return kept
      }),
    draw: (draw, drawn) =>
      Effect.sync(() => {
        const kept = draws.get(draw)
        if (kept === undefined || kept.drawn !== undefined) return kept
        const done = { ...kept, drawn }
        draws.set(draw, done)
        return done
      }),
    find: (draw) => Effect.sync(() => draws.get(draw))
  }
})
