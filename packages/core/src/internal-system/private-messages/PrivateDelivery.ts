/**
 * What a private answer asks to be done outside: words that are sent to a fan in private, once, and never after the window.
 *
 * The platform shows nobody what was sent, so nothing can be looked for: after one look that says so, a person looks at the account's own page, and says
 * what became of the words.
 *
 * @module
 */
import { DateTime, Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { FanId } from "../../account/FanId.ts"
import { Moment } from "../../calendar/Moment.ts"
import * as Label from "../../finding/Label.ts"
import { PersonId } from "../../process/Actor.ts"
import * as AtMostOnce from "../../process/AtMostOnce.ts"
import * as Answering from "../interaction/Answering.ts"
import * as AnswerWindow from "../interaction/AnswerWindow.ts"
import { Opening } from "../interaction/Incoming.ts"

/** What is answered, and by which account; what the same fan wrote before it and is not answered; and until when it can be. */
export const asked = {
  account: AccountId,
  interaction: Opening,
  thread: Schema.Array(Opening),
  window: AnswerWindow.AnswerWindow,
  /** How many times people were told that the window closes. */
  warned: Schema.Int
}

/** What is said to it, and everyone who answers for the words. */
export const sending = AtMostOnce.delivery({
  kinds: { send: "PrivateMessage", look: "LookForPrivateMessage" },
  request: { account: AccountId, fan: FanId, text: Schema.String, until: Moment },
  done: { repliedAt: Moment.annotate(Label.of({ zh: "回复时间", en: "replied at" })) },
  keeps: {
    ...asked,
    ...Answering.suggestion,
    ...AtMostOnce.before(Schema.String),
    text: Schema.String,
    by: Schema.NonEmptyArray(PersonId)
  },
  asks: ({ account, interaction, text, window }) => ({
    account,
    fan: interaction.from.id,
    text,
    until: AnswerWindow.endOf(window) ?? DateTime.addDuration(interaction.at, AnswerWindow.length)
  }),
  by: "interaction.answer",
  titles: Answering.titles,
  names: { send: "message", look: "lookForMessage", done: "Answered" }
})
