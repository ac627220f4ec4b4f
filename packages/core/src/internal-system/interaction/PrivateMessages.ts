/**
 * Port: writes to a fan in private, where the fan has opened the window (`AnswerWindow`).
 *
 * Its failures are those of `Writing`. The platform shows nobody what was sent, so an unknown outcome cannot be looked up: it stays for a
 * person to judge. `Writing.Refused` also says that the window is closed.
 *
 * @module
 */
import { Context, type Effect, Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { FanId } from "../../account/FanId.ts"
import type * as Writing from "../../operations/Writing.ts"

/** One card of a message: a headline, a line, a picture and where it leads. */
export const Card = Schema.Struct({
  title: Schema.String,
  summary: Schema.String,
  image: Schema.String,
  url: Schema.String
})
/** One card of a message. */
export type Card = typeof Card.Type

/** What the account says in private. */
export const Message = Schema.Union([
  Schema.TaggedStruct("Text", { text: Schema.String }),
  Schema.TaggedStruct("Cards", { cards: Schema.Array(Card) })
])
/** What the account says in private. */
export type Message = typeof Message.Type

/** What is said to whom. */
export const Request = Schema.Struct({ account: AccountId, fan: FanId, message: Message })
/** What is said to whom. */
export type Request = typeof Request.Type

/** Writes to a fan in private. */
export class PrivateMessages extends Context.Service<
  PrivateMessages,
  {
    /** Sends once. A repeated call is a second message. */
    readonly send: (request: Request) => Effect.Effect<void, Writing.Failure>
  }
>()("@dualops/core/PrivateMessages") {}
