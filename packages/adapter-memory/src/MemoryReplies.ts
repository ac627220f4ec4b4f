/**
 * `Replies` in memory.
 *
 * @module
 */
import { Replies, Reply } from "@dualops/core/interaction"
import { Writing } from "@dualops/core/operations"
import { DateTime, Effect, Layer } from "effect"
import { MemoryFans } from "./MemoryFans.ts"

const failure = (end: "Refused" | "Unauthorised" | "TryLater" | "Unknown", detail = "it was to be so") =>
  new Writing[end]({ code: "memory", detail })

/** Replies to what the fans in memory wrote. */
export const layer: Layer.Layer<Replies.Replies, never, MemoryFans> = Layer.effect(
  Replies.Replies,
  Effect.map(MemoryFans, ({ interactions, replies, fates }) => ({
    reply: Effect.fnUntraced(function* ({ post, comment, text }: Reply.Request) {
      const fate = fates.shift()
      const isThere = comment === undefined || interactions.some(({ id }) => id === comment)
      if (!isThere) return yield* Effect.fail(failure("Refused", "the comment is gone"))
      const reply = Reply.ReplyId.make(String(7_000_000_000_000_000 + replies.length))
      const written = { reply, post, text, at: yield* DateTime.now }
      if (fate === undefined || fate.out) replies.push(written)
      return fate === undefined ? written : yield* Effect.fail(failure(fate.end))
    }),
    latest: () => Effect.sync(() => [...replies].reverse()),
    hide: (_account, comment) =>
      Effect.sync(() => {
        const index = interactions.findIndex(({ id }) => id === comment)
        if (index >= 0) interactions.splice(index, 1)
      })
  }))
)
