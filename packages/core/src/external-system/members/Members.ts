/**
 * Port: the company's members, as its customer system knows them: who a fan is, and which codes they have used.
 *
 * A member is found by the fan's id at the platform and by nothing else: no two fans are taken for one, whatever they call themselves. Whatever is
 * written may be written again. Failures are those of `Writing` and `Reading`.
 *
 * @module
 */
import { Context, type Effect } from "effect"
import type { FanId } from "../../account/FanId.ts"
import type * as Reading from "../../operations/Reading.ts"
import type * as Failing from "../../operations/Writing.ts"
import type { Member, Redemption, Writing } from "./Member.ts"

/** The company's members. */
export class Members extends Context.Service<
  Members,
  {
    /** The member that a fan is; nothing where they are none. */
    readonly find: (fan: FanId) => Effect.Effect<Member | undefined, Reading.Failure>
    /** Makes the fan a member, or changes what is written. What is left out stays, and an older consent never replaces a newer one. */
    readonly upsert: (writing: Writing) => Effect.Effect<void, Failing.Failure>
    /**
     * Writes down that a member has used a code, once for each key. It is refused where the fan is no member, and where the key is that of another
     * fan's redemption.
     */
    readonly attributeRedemption: (redemption: Redemption) => Effect.Effect<void, Failing.Failure>
    /** Every redemption of a fan, the oldest first. */
    readonly redemptions: (fan: FanId) => Effect.Effect<ReadonlyArray<Redemption>, Reading.Failure>
  }
>()("@dualops/core/Members") {}
