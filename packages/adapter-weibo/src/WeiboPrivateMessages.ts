/**
 * `PrivateMessages` on Weibo: messages/reply of the fan service. Source: the fan-service page on customer replies.
 *
 * @module
 */
import { PrivateMessages } from "@dualops/core/interaction"
import { Effect, Layer } from "effect"
import { WeiboApi } from "./WeiboApi.ts"
import * as WeiboEndpoint from "./WeiboEndpoint.ts"
import * as WeiboFailure from "./WeiboFailure.ts"

/** The private messages of the accounts whose grants the client holds; the token is the one of the fan service. */
export const layer: Layer.Layer<PrivateMessages.PrivateMessages, never, WeiboApi> = Layer.effect(
  PrivateMessages.PrivateMessages,
  Effect.gen(function* () {
    const api = yield* WeiboApi
    const send = Effect.fn("WeiboPrivateMessages.send")(({ account, fan, message }: PrivateMessages.Request) =>
      api
        .call(account, WeiboEndpoint.message, { receiver_id: fan, ...toWire(message) })
        .pipe(Effect.asVoid, Effect.mapError(WeiboFailure.ofWrite))
    )
    return PrivateMessages.PrivateMessages.of({ send })
  })
)

/** A message as Weibo takes it: its type, and its content as JSON. */
export const toWire = (message: PrivateMessages.Message): { readonly type: string; readonly data: string } => {
  switch (message._tag) {
    case "Text":
      return { type: "text", data: JSON.stringify({ text: message.text }) }
    case "Cards": {
      const articles = message.cards.map(({ title, ...card }) => ({ display_name: title, ...card }))
      return { type: "articles", data: JSON.stringify({ articles }) }
    }
  }
}
