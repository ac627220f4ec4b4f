/**
 * Port: answers in public, and hides what must not stand under a post.
 *
 * Its failures answer the question whether the answer is out, as those of `Publisher` do.
 *
 * @module
 */
import { Context, type Effect, Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import { PersonId } from "../../process/Actor.ts"
import { AccountId, PostId } from "../content/Publisher.ts"
import type * as Reading from "../content/Reading.ts"
import { InteractionId } from "./Interaction.ts"

/** A reply's id at the platform. */
export const ReplyId = Schema.NonEmptyString.pipe(Schema.brand("ReplyId"))
/** A reply's id at the platform. */
export type ReplyId = typeof ReplyId.Type

/** What is to be answered: a comment under a post, or the post itself; and who answers, as far as that is known. */
export const Request = Schema.Struct({
  account: AccountId,
  post: PostId,
  comment: Schema.optionalKey(InteractionId),
  text: Schema.String,
  by: Schema.optionalKey(PersonId)
})
/** What is to be answered. */
export type Request = typeof Request.Type

/** A reply as the platform shows it. */
export const Reply = Schema.Struct({ reply: ReplyId, post: PostId, text: Schema.String, at: Moment })
/** A reply as the platform shows it. */
export type Reply = typeof Reply.Type

const facts = { code: Schema.String, detail: Schema.String }

/** The reply is not out, and the same request will be refused again: the comment is gone, or the text is not wanted. */
export class Refused extends Schema.TaggedError<Refused>()("Replies.Refused", facts) {
  override get message() {
    return `The reply was refused (${this.code}): ${this.detail}.`
  }
}

/** The reply is not out, and nothing will be before a person renews the account's grant to the app. */
export class Unauthorised extends Schema.TaggedError<Unauthorised>()("Replies.Unauthorised", facts) {
  override get message() {
    return `The account has to be authorised anew (${this.code}): ${this.detail}.`
  }
}

/** The reply is not out; the same request may be made again later. */
export class TryLater extends Schema.TaggedError<TryLater>()("Replies.TryLater", {
  ...facts,
  after: Schema.optionalKey(Schema.Duration)
}) {
  override get message() {
    return `The reply was not taken now (${this.code}): ${this.detail}.`
  }
}

/** The reply may be out: look at what the account wrote before anything else, and never send it again blindly. */
export class Unknown extends Schema.TaggedError<Unknown>()("Replies.Unknown", facts) {
  override get message() {
    return `Nobody knows whether the reply is out (${this.code}): ${this.detail}.`
  }
}

/** Every way in which a reply does not come back as done. */
export type Failure = Refused | Unauthorised | TryLater | Unknown

/** Answers in public, and hides what must not stand under a post. */
export class Replies extends Context.Service<
  Replies,
  {
    /** Replies once. A repeated call is a second reply, unless the platform notices. */
    readonly reply: (request: Request) => Effect.Effect<Reply, Failure>
    /** What the account wrote under posts lately, newest first; the platform decides how much. */
    readonly latest: (account: AccountId) => Effect.Effect<ReadonlyArray<Reply>, Reading.Failure>
    /** Takes a comment away from under the account's own post. Doing it again does no harm. */
    readonly hide: (account: AccountId, comment: InteractionId) => Effect.Effect<void, Failure>
  }
>()("@dualops/core/Replies") {}
