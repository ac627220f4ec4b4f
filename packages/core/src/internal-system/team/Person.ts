/**
 * The people of the account, what they can do and what they may do.
 *
 * @module
 */

import { Schema } from "effect"
import { between, inOrder } from "../../calendar/LocalTime.ts"
import { Bilingual } from "../../finding/Bilingual.ts"
import * as Name from "../../finding/Name.ts"
import { Permission, PersonId } from "../../process/Actor.ts"
import { Contact } from "../../process/Contact.ts"

/** The name of a role. */
export const RoleId = Schema.NonEmptyString.annotate(Name.of({ zh: "角色", en: "role" })).pipe(Schema.brand("RoleId"))
/** The name of a role. */
export type RoleId = typeof RoleId.Type

/** A role: what it is called, and which steps it may take. */
export const Role = Schema.Struct({
  title: Bilingual,
  may: Schema.Array(Permission).annotateKey({ description: "The steps that it may take, such as content.approve." })
})
/** A role: what it is called, and which steps it may take. */
export type Role = typeof Role.Type

/** The name of a skill. */
export const SkillId = Schema.NonEmptyString.annotate(Name.of({ zh: "技能", en: "skill of anybody" })).pipe(
  Schema.brand("SkillId")
)
/** The name of a skill. */
export type SkillId = typeof SkillId.Type

/** A person: of the team, or of a department that the team counts on. */
export const Member = Schema.Struct({
  name: Schema.NonEmptyString,
  contact: Schema.optionalKey(Contact).annotateKey({
    description: "Without one, nothing that cannot wait reaches this person."
  }),
  roles: Schema.Array(RoleId),
  skills: Schema.optionalKey(Schema.Array(SkillId.annotate(Name.declares)))
})
/** A person of the team, or of a department that the team counts on. */
export type Member = typeof Member.Type

/** A time in which a person does not work at all, whatever the rosters say. */
export const Absence = Schema.Struct({
  person: PersonId,
  ...between,
  reason: Schema.Literals(["leave", "sick", "travel", "training", "left"]).annotateKey({
    description: "`left` is for a person who no longer works here."
  })
}).check(inOrder)
/** A time in which a person does not work. */
export type Absence = typeof Absence.Type
