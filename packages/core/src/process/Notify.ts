/**
 * Notifying a person of something that cannot wait until they look at their desk.
 *
 * @module
 */
import { Schema } from "effect"
import * as Personal from "../account/Personal.ts"
import { Bilingual } from "../finding/Bilingual.ts"
import * as Action from "./Action.ts"
import { PersonId } from "./Actor.ts"

/** What a person reads. It may quote people outside. */
export const Message = Bilingual.annotate(Personal.text)

/** Send this person this message; one that is urgent also outside their hours. */
export const notify = Action.kind({
  name: "Notify",
  request: { to: PersonId, message: Message, urgent: Schema.optionalKey(Schema.Boolean) },
  done: {},
  repeatable: true
})
