/**
 * Port: which codes were redeemed, and what holds for their series. It knows codes by their numbers: whoever has its database can make none.
 *
 * @module
 */
import { Context, type Effect } from "effect"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import type { CaseId } from "../../process/CaseId.ts"
import type { Terms } from "./CodeTerms.ts"
import type { Answer, Cancellation, Claim, Taken } from "./Redemption.ts"

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
     * got, whatever has happened since, until it is given back; the key of another claim redeems nothing.
     */
    readonly redeem: (claim: Claim) => Effect.Effect<Answer, StoreUnavailable>
    /**
     * Gives back what an order has redeemed, exactly once: answers that redemption, with who gave it back and when, the same at every try; nothing where
     * the order had redeemed none. From now on its key redeems nothing, also when a claim comes late that was made before; its code can be redeemed again,
     * under another key.
     */
    readonly giveBack: (order: Cancellation) => Effect.Effect<Taken | undefined, StoreUnavailable>
    /** Every redemption of a series, those that were given back as well, by number and turn, behind one; at most so many. */
    readonly taken: (
      series: CaseId,
      after: Pick<Taken, "number" | "turn"> | undefined,
      limit: number
    ) => Effect.Effect<ReadonlyArray<Taken>, StoreUnavailable>
  }
>()("@dualops/core/Redemptions") {}
