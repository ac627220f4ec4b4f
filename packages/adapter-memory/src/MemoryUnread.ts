/**
 * `Unread` in memory: nobody ever looks, so everything counts.
 *
 * @module
 */
import { type Interaction, Unread } from "@dualops/core/interaction"
import { Effect, Layer } from "effect"
import { MemoryFans } from "./MemoryFans.ts"

/** How much the fans in memory wrote. */
export const layer: Layer.Layer<Unread.Unread, never, MemoryFans> = Layer.effect(
  Unread.Unread,
  Effect.map(MemoryFans, ({ interactions }) => {
    const of = (kind: Interaction.Kind) => interactions.filter((one) => one.kind === kind).length
    return {
      count: () =>
        Effect.sync(() => ({
          comments: of("comment"),
          mentions: of("mention"),
          "mentions in comments": of("mention in a comment")
        }))
    }
  })
)
