/**
 * `Interactions` in memory.
 *
 * @module
 */
import { type Interaction, Interactions } from "@dualops/core/interaction"
import { Effect, Layer } from "effect"
import { MemoryFans } from "./MemoryFans.ts"

const page = 50

/** What the fans in memory wrote; a cursor is a count of what was read, so that no gap opens. */
export const layer: Layer.Layer<Interactions.Interactions, never, MemoryFans> = Layer.effect(
  Interactions.Interactions,
  Effect.map(MemoryFans, ({ interactions }) => ({
    read: (_account, source, { since }) =>
      Effect.sync((): Interactions.Piece => {
        const unread = interactions.filter((one) => isFrom(source, one)).slice(Number(since))
        const piece = unread.slice(0, page)
        const cursor = { since: String(Number(since) + piece.length) }
        return { interactions: piece.reverse(), cursor, more: unread.length > page }
      })
  }))
)

const isFrom = (source: Interactions.Source, { kind, post }: Interaction.Interaction): boolean => {
  switch (source) {
    case "comments":
      return kind === "comment"
    case "mentions":
      return kind === "mention"
    case "mentions in comments":
      return kind === "mention in a comment"
  }
  return kind === "repost" && post === source.repostsOf
}
