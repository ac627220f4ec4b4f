/**
 * Port: where codes are redeemed and given back, in the house or over HTTP. Failures are those of `Writing`; what is `Unknown` is asked again the same.
 *
 * @module
 */
import { Context, type Effect } from "effect"
import type * as Writing from "../../operations/Writing.ts"
import type { Asked, Cancelled, Returned, Told } from "./Redemption.ts"

/** Redeems codes, and takes them back. */
export class Till extends Context.Service<
  Till,
  {
    /** Redeems what somebody has typed, exactly once; a claim that is made again under its key gets the answer that it has got. */
    readonly redeem: (asked: Asked) => Effect.Effect<Told, Writing.Failure>
    /** Gives back what an order of this till has redeemed, exactly once; the same order again gets the same answer. */
    readonly giveBack: (order: Cancelled) => Effect.Effect<Returned, Writing.Failure>
  }
>()("@dualops/core/Till") {}
