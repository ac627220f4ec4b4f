/**
 * Notifying a person of something that cannot wait until they look at their desk.
 *
 * @module
 */
import { Schema } from "effect"
import { Bilingual } from "../finding/Bilingual.ts"
import * as Action from "./Action.ts"
import { PersonId } from "./Actor.ts"

/** Send this person this message; one that is urgent also outside their hours. */
export const notify = Action.kind({
  name: "Notify",
  request: { to: PersonId, message: Bilingual, urgent: Schema.optionalKey(Schema.Boolean) },
  done: {},
  repeatable: true
})
