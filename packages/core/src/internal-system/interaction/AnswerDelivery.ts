/**
 * What an answer asks to be done outside: words that are sent to a fan, once, and a comment that is taken away.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import * as Label from "../../finding/Label.ts"
import * as Action from "../../process/Action.ts"
import { PersonId } from "../../process/Actor.ts"
import * as AtMostOnce from "../../process/AtMostOnce.ts"
import * as Answering from "./Answering.ts"
import { Interaction, InteractionId, type Kind } from "./Interaction.ts"
import { ReplyId, Request } from "./Reply.ts"

/** What came in, and to which account. */
export const asked = { account: AccountId, interaction: Interaction }

/** What is said to it, and everyone who answers for the words; where they were sent earlier and given up, only if they are not out since. */
export const sending = AtMostOnce.delivery({
  kinds: { send: "Reply", look: "LookForReply" },
  request: Request.fields,
  done: { reply: ReplyId, repliedAt: Moment.annotate(Label.of({ zh: "回复时间", en: "replied at" })) },
  keeps: {
    ...asked,
    ...Answering.suggestion,
    ...AtMostOnce.before(Schema.String),
    text: Schema.String,
    by: Schema.NonEmptyArray(PersonId)
  },
  // To the comment, or to the post of whoever mentioned the account.
  asks: ({ account, by, interaction, text }) => ({
    account,
    post: interaction.post,
    text,
    ...(isComment(interaction.kind) && { comment: interaction.id }),
    by: by[0]
  }),
  by: "interaction.answer",
  uniqueKey: ({ reply }) => `reply ${reply}`,
  titles: Answering.titles,
  names: { send: "reply", done: "Answered" }
})

const isComment = (kind: Kind): boolean => kind === "comment" || kind === "mention in a comment"

/** Take this comment away. */
export const hide = Action.kind({
  name: "HideComment",
  request: { account: AccountId, comment: InteractionId },
  done: {},
  repeatable: true
})
