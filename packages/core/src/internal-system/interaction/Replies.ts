/**
 * Port: answers in public, and hides what must not stand under a post.
 *
 * Its failures are those of `Writing` and `Reading`: they say whether the answer is out.
 *
 * @module
 */
import { Context, type Effect, Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import type * as Reading from "../../operations/Reading.ts"
import type * as Writing from "../../operations/Writing.ts"
import { PersonId } from "../../process/Actor.ts"
import { AccountId, PostId } from "../content/Publisher.ts"
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

/** Answers in public, and hides what must not stand under a post. */
export class Replies extends Context.Service<
  Replies,
  {
    /** Replies once. A repeated call is a second reply, unless the platform notices. */
    readonly reply: (request: Request) => Effect.Effect<Reply, Writing.Failure>
    /** What the account wrote under posts lately, newest first; the platform decides how much. */
    readonly latest: (account: AccountId) => Effect.Effect<ReadonlyArray<Reply>, Reading.Failure>
    /** Takes a comment away from under the account's own post. Doing it again does no harm. */
    readonly hide: (account: AccountId, comment: InteractionId) => Effect.Effect<void, Writing.Failure>
  }
>()("@dualops/core/Replies") {}
