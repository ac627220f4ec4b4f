/**
 * Port: how many calls to the platform are used up, counted once for all processes that share a token.
 *
 * @module
 */
import { Context, Duration, type Effect, Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"

/** One counter in one window: of at most so many, one is taken. */
export const Claim = Schema.Struct({ counter: Schema.String, window: Moment, most: Schema.Int })
/** One counter in one window. */
export type Claim = typeof Claim.Type

/** A counter stands at its most; nothing was taken from any. */
export class UsedUp extends Schema.TaggedError<UsedUp>()("QuotaLedger.UsedUp", { claim: Claim, used: Schema.Int }) {
  override get message() {
    return `Of ${this.claim.counter}, ${this.used} are used and no more than ${this.claim.most} may be.`
  }
}

/** A count is kept for so long after its window has begun; nobody asks what was used up before. */
export const keptFor: Duration.Duration = Duration.days(40)

/** How many calls are used up. */
export class QuotaLedger extends Context.Service<
  QuotaLedger,
  {
    /**
     * Takes one from each counter or, when one of them stands at its most, none from any; at once, whoever else takes. What was taken from these counters in
     * windows that began longer ago than {@link keptFor} is forgotten.
     */
    readonly take: (claims: ReadonlyArray<Claim>) => Effect.Effect<void, UsedUp | StoreUnavailable>
    /** How many were taken from a counter in a window. */
    readonly used: (counter: string, window: Moment) => Effect.Effect<number, StoreUnavailable>
  }
>()("@dualops/core/QuotaLedger") {}
