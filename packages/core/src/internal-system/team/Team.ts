/**
 * The team: its people and what they may do, who does what when, and what they need for it.
 *
 * @module
 */
import { Schema } from "effect"
import { TimeSpan } from "../../calendar/TimeSpan.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import { Tool, ToolId } from "./Credential.ts"
import { Delegation } from "./Delegation.ts"
import { Knowledge, KnowledgeId } from "./Knowledge.ts"
import { Absence, Member, Role, RoleId } from "./Person.ts"
import { Roster, RosterId } from "./Roster.ts"

/** The team. A skill is known when some person has it. */
export const Team = Schema.Struct({
  roles: Schema.Record(RoleId, Role),
  people: Schema.Record(PersonId, Member),
  rosters: Schema.optionalKey(Schema.Record(RosterId, Roster)),
  absences: Schema.optionalKey(Schema.Record(Schema.NonEmptyString, Absence)),
  delegations: Schema.optionalKey(Schema.Record(Schema.NonEmptyString, Delegation)),
  knowledge: Schema.optionalKey(Schema.Record(KnowledgeId, Knowledge)),
  tools: Schema.optionalKey(Schema.Record(ToolId, Tool)),
  takeover: Schema.optionalKey(
    Schema.Struct({
      most: TimeSpan.annotateKey({ description: "How long somebody may have another's place in an emergency." })
    })
  ),
  handOver: Schema.optionalKey(
    Schema.Struct({
      readWithin: Allowance.annotateKey({ description: "How soon whoever takes over has read the hand-over." })
    })
  )
})
/** The team. */
export type Team = typeof Team.Type
