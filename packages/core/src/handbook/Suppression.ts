/**
 * A finding that the brand has seen and lives with: for a reason, and until a date.
 *
 * @module
 */
import { Schema } from "effect"
import { CalendarDate } from "../calendar/CalendarDate.ts"
import { Bilingual } from "../finding/Bilingual.ts"

/** A finding that the brand lives with. */
export const Suppression = Schema.Struct({
  code: Schema.NonEmptyString.annotateKey({ description: "The finding's code." }),
  path: Schema.NonEmptyString.annotateKey({ description: "Where it is, as the finding says it: team.people.lin." }),
  reason: Bilingual,
  until: CalendarDate.annotateKey({ description: "The date on which it is reported again." })
})
/** A finding that the brand lives with. */
export type Suppression = typeof Suppression.Type
