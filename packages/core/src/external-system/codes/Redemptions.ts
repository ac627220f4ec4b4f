/**
 * Port: which codes were redeemed, and what holds for their series. It knows codes by their numbers: whoever has its database can make none.
 *
 * @module
 */
import { Context, type Effect } from "effect"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import type { CaseId } from "../../process/CaseId.ts"
import type { Terms } from "./CodeTerms.ts"
import type { Answer, Claim, Taken } from "./Redemption.ts"

/** Which codes were redeemed. */
export class Redemptions extends Context.Service<
  Redemptions,
  {
    /** Writes what holds for a series from now on. Of two, the one with the greater revision holds, in whatever order they come. */
    readonly keep: (terms: Terms) => Effect.Effect<void, StoreUnavailable>
    /** What holds for every series, those that are over as well. */
    readonly terms: Effect.Effect<ReadonlyArray<Terms>, StoreUnavailable>
    /**
     * Redeems the code of a number, exactly once, however many claim it at once. The same claim again, by its till and key, gets the answer that it has
     * got, whatever has happened since; the key of another claim redeems nothing.
     */
    readonly redeem: (claim: Claim) => Effect.Effect<Answer, StoreUnavailable>
    /** What was redeemed of a series, by its numbers, behind a number; at most so many. */
    readonly taken: (
      series: CaseId,
      after: number | undefined,
      limit: number
    ) => Effect.Effect<ReadonlyArray<Taken>, StoreUnavailable>
  }
>()("@dualops/core/Redemptions") {}
