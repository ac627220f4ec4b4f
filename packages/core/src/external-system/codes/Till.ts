/**
 * Port: where codes are redeemed, in the house or over HTTP. Failures are those of `Writing`; of one that is `Unknown`, the same claim is made again.
 *
 * @module
 */
import { Context, type Effect } from "effect"
import type * as Writing from "../../operations/Writing.ts"
import type { Asked, Told } from "./Redemption.ts"

/** Redeems codes. */
export class Till extends Context.Service<
  Till,
  {
    /** Redeems what somebody has typed, exactly once; a claim that is made again under its key gets the answer that it has got. */
    readonly redeem: (asked: Asked) => Effect.Effect<Told, Writing.Failure>
  }
>()("@dualops/core/Till") {}
