/**
 * `PrivateMessages` in memory; keeps the window that the fan has opened.
 *
 * @module
 */
import { AnswerWindow, PrivateMessages } from "@dualops/core/interaction"
import { Writing } from "@dualops/core/operations"
import { DateTime, Effect, Layer } from "effect"
import { MemoryFans } from "./MemoryFans.ts"

/** Writes to the fans in memory. */
export const layer: Layer.Layer<PrivateMessages.PrivateMessages, never, MemoryFans> = Layer.effect(
  PrivateMessages.PrivateMessages,
  Effect.map(MemoryFans, ({ sent, windows, fates }) => ({
    send: Effect.fnUntraced(function* ({ fan }: PrivateMessages.Request) {
      const fate = fates.shift()
      const at = yield* DateTime.now
      const window = windows.get(fan) ?? AnswerWindow.closed
      if (!AnswerWindow.isOpen(window, at)) {
        return yield* new Writing.Refused({ code: "memory", detail: "the fan has opened no window" })
      }
      if (fate === undefined || fate.out) {
        sent.push(fan)
        windows.set(fan, AnswerWindow.write(window, at))
      }
      if (fate !== undefined) {
        return yield* Effect.fail(new Writing[fate.end]({ code: "memory", detail: "it was to be so" }))
      }
    })
  }))
)
