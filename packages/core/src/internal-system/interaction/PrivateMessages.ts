/**
 * Port: writes to a fan in private, where the fan has opened the window (`AnswerWindow`).
 *
 * The platform shows nobody what was sent, so an unknown outcome cannot be looked up: it stays for a person to judge.
 *
 * @module
 */
import { Context, type Effect, Schema } from "effect"
import { AccountId } from "../content/Publisher.ts"
import { FanId } from "../fans/Fan.ts"

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

const facts = { code: Schema.String, detail: Schema.String }

/** The message was not sent, and would be refused again: the window is closed, or the text is not wanted. */
export class Refused extends Schema.TaggedError<Refused>()("PrivateMessages.Refused", facts) {
  override get message() {
    return `The message was refused (${this.code}): ${this.detail}.`
  }
}

/** The message was not sent, and none will be before a person renews the account's grant. */
export class Unauthorised extends Schema.TaggedError<Unauthorised>()("PrivateMessages.Unauthorised", facts) {
  override get message() {
    return `The account has to be authorised anew (${this.code}): ${this.detail}.`
  }
}

/** The message was not sent; the same may be asked again later. */
export class TryLater extends Schema.TaggedError<TryLater>()("PrivateMessages.TryLater", {
  ...facts,
  after: Schema.optionalKey(Schema.Duration)
}) {
  override get message() {
    return `The message was not taken now (${this.code}): ${this.detail}.`
  }
}

/** The message may have been sent, and nothing shows it: a person asks the fan, or lets it be. */
export class Unknown extends Schema.TaggedError<Unknown>()("PrivateMessages.Unknown", facts) {
  override get message() {
    return `Nobody knows whether the message was sent (${this.code}): ${this.detail}.`
  }
}

/** Every way in which a message does not come back as sent. */
export type Failure = Refused | Unauthorised | TryLater | Unknown

/** Writes to a fan in private. */
export class PrivateMessages extends Context.Service<
  PrivateMessages,
  {
    /** Sends once. A repeated call is a second message. */
    readonly send: (request: Request) => Effect.Effect<void, Failure>
  }
>()("@dualops/core/PrivateMessages") {}
