/**
 * The tools of the team, and in whose hands the credentials are. Never the credential itself: a handbook is read by many.
 *
 * @module
 */

import { Schema } from "effect"
import { CalendarDate } from "../../calendar/CalendarDate.ts"
import { Bilingual } from "../../finding/Bilingual.ts"
import * as Name from "../../finding/Name.ts"
import { PersonId } from "../../process/Actor.ts"

/** The name of a tool. */
export const ToolId = Schema.NonEmptyString.annotate(Name.of({ zh: "工具", en: "tool" })).pipe(Schema.brand("ToolId"))
/** The name of a tool. */
export type ToolId = typeof ToolId.Type

/** Who can get in, and where the key is kept. */
export const Credential = Schema.Struct({
  holders: Schema.Array(PersonId.annotate(Name.counted)).annotateKey({
    description: "Who can log in today; one alone is a risk."
  }),
  keptIn: Bilingual.annotateKey({
    description: "Where the credential is kept: the safe, the vault. Never the credential."
  }),
  expires: Schema.optionalKey(CalendarDate).annotateKey({ description: "The first date on which it no longer works." })
})
/** Who can get in, and where the key is kept. */
export type Credential = typeof Credential.Type

/** Something that duties are done with: the Weibo back office, the publishing desk, the ticket system. */
export const Tool = Schema.Struct({
  title: Bilingual,
  at: Schema.optionalKey(Schema.NonEmptyString).annotateKey({ description: "Its address." }),
  credential: Schema.optionalKey(Credential).annotateKey({ description: "Left out where nobody has to log in." })
})
/** Something that duties are done with. */
export type Tool = typeof Tool.Type
