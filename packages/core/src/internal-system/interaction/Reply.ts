/**
 * What is to be answered in public, and a reply as the platform shows it.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { PostId } from "../../account/PostId.ts"
import { Moment } from "../../calendar/Moment.ts"
import * as Label from "../../finding/Label.ts"
import { PersonId } from "../../process/Actor.ts"
import { InteractionId } from "./Interaction.ts"

/** A reply's id at the platform. */
export const ReplyId = Schema.NonEmptyString.annotate(Label.of({ zh: "回复编号", en: "reply" })).pipe(
  Schema.brand("ReplyId")
)
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
