/**
 * Telling a person something that cannot wait until they look at their desk.
 *
 * @module
 */
import { Bilingual } from "../finding/Bilingual.ts"
import * as Action from "./Action.ts"
import { PersonId } from "./Actor.ts"

/** Tell this person this. */
export const tell = Action.kind({
  name: "Tell",
  request: { to: PersonId, message: Bilingual },
  done: {},
  repeatable: true
})
