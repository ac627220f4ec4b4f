/**
 * One person lends another what they may do: some of it, for a time, for a reason. A duty may be lent on, a single permission may not;
 * `Entitlement` says how far.
 *
 * @module
 */
import { Schema } from "effect"
import { between, inOrder } from "../../calendar/LocalTime.ts"
import { Bilingual } from "../../finding/Bilingual.ts"
import { Permission, PersonId } from "../../process/Actor.ts"
import { DutyId } from "./Duty.ts"

/** One person lends another what they may do. */
export const Delegation = Schema.Struct({
  delegator: PersonId.annotateKey({ description: "Who lends; never more than their own roles allow." }),
  delegate: PersonId.annotateKey({ description: "Who acts in their place." }),
  duties: Schema.optionalKey(Schema.Array(DutyId)).annotateKey({
    description: "The duties lent, with all that they need."
  }),
  permissions: Schema.optionalKey(Schema.Array(Permission)).annotateKey({ description: "Single permissions lent." }),
  ...between,
  reason: Bilingual
}).check(inOrder)
/** One person lends another what they may do. */
export type Delegation = typeof Delegation.Type
