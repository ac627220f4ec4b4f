/**
 * A standing responsibility of one of the nine functions: everything that a stand-in has to be told of it.
 *
 * @module
 */

import { Schema } from "effect"
import { AccountFunction } from "../../account/AccountFunction.ts"
import { Cadence } from "../../calendar/Cadence.ts"
import { TimeSpan } from "../../calendar/TimeSpan.ts"
import { Bilingual } from "../../finding/Bilingual.ts"
import * as Name from "../../finding/Name.ts"
import { Permission, PersonId } from "../../process/Actor.ts"
import { CalendarName } from "../../process/Allowance.ts"
import { ToolId } from "./Credential.ts"
import { KnowledgeId } from "./Knowledge.ts"
import { SkillId } from "./Person.ts"
import { RosterId } from "./Roster.ts"

/** The name of a duty. */
export const DutyId = Schema.NonEmptyString.annotate(Name.of({ zh: "职责", en: "duty" })).pipe(Schema.brand("DutyId"))
/** The name of a duty. */
export type DutyId = typeof DutyId.Type

/** A standing responsibility. */
export const Duty = Schema.Struct({
  title: Bilingual,
  function: AccountFunction.annotateKey({ description: "The function of the internal system that it belongs to." }),
  owner: PersonId.annotate(Name.urgent).annotateKey({
    description: "Who answers for it, and does it unless a roster says otherwise."
  }),
  standIns: Schema.Array(PersonId.annotate(Name.urgent)).annotateKey({
    description:
      "Who takes it over when the owner is away, the first one first. They may then do what the duty needs, and otherwise not."
  }),
  roster: Schema.optionalKey(RosterId).annotateKey({ description: "The roster that says who does it when." }),
  permissions: Schema.Array(Permission).annotateKey({
    description: "The permissions without which it cannot be done."
  }),
  skills: Schema.optionalKey(Schema.Array(SkillId)).annotateKey({
    description: "What whoever does it must be able to do."
  }),
  hours: CalendarName.annotateKey({ description: "The calendar in whose open hours somebody must be there for it." }),
  cadence: Cadence,
  effort: Schema.optionalKey(TimeSpan).annotateKey({ description: "The working time that one time takes one person." }),
  procedure: Schema.Array(Bilingual).annotateKey({ description: "How it is done, step by step." }),
  knowledge: Schema.optionalKey(Schema.Array(KnowledgeId)).annotateKey({ description: "What one has to know for it." }),
  tools: Schema.optionalKey(Schema.Array(ToolId)).annotateKey({ description: "What it is done with." })
})
/** A standing responsibility. */
export type Duty = typeof Duty.Type
