/** An address for pushes, and requests to it that are signed as Weibo signs them. */
import { MemoryInbox } from "@dualops/adapter-memory"
import { PushSignature, WeiboPushHandler } from "@dualops/adapter-weibo"
import type { Inbox } from "@dualops/core/interaction"
import { Effect, type Layer, Logger, Redacted } from "effect"
import * as VirtualClock from "./law/VirtualClock.ts"

export const secret = "xyz123xyz"
export const clock = VirtualClock.make("2026-06-01T02:00:00Z")
export const now = clock.now()

export const handler = (
  handle: WeiboPushHandler.Options<never>["handle"],
  options: Partial<WeiboPushHandler.Options<never>> = {},
  inbox: Layer.Layer<Inbox.Inbox> = MemoryInbox.layer,
  // What could not be handled is logged, and here that is most of it.
  loggers: ReadonlyArray<Logger.Logger<unknown, unknown>> = []
) =>
  Effect.runPromise(
    WeiboPushHandler.make({ secret: Redacted.make(secret), handle, ...options }).pipe(
      Effect.provide(inbox),
      Effect.provide(Logger.layer([...loggers])),
      Effect.provide(clock.layer)
    )
  )

let nonces = 0
export const request = (body: BodyInit, { timestamp = now, nonce = String(++nonces), key = secret } = {}) => {
  const signature = PushSignature.sign(key, String(timestamp), nonce)
  const query = `timestamp=${timestamp}&nonce=${nonce}&signature=${signature}`
  return new Request(`http://brand.example/weibo?${query}`, {
    method: "POST",
    body,
    // Node wants it for a stream, and the declaration does not know it.
    ...{ duplex: "half" }
  })
}

export const text = (words: string) =>
  JSON.stringify({
    type: "text",
    receiver_id: 1902538057,
    sender_id: 2489518277,
    created_at: "Mon Jun 01 09:59:59 +0800 2026",
    text: words,
    data: {}
  })

export const nothing = () => Effect.succeed(undefined)
