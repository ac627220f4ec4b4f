/**
 * Port: randomness that is made in public, round by round, and that nobody who holds a draw can foresee or choose: drand.
 *
 * @module
 */
import { Context, type Effect } from "effect"
import type * as Reading from "../../operations/Reading.ts"
import type { Beacon, Chain } from "./Beacon.ts"

/** A chain of public randomness. */
export class PublicRandomness extends Context.Service<
  PublicRandomness,
  {
    /** Which chain it is, and when its rounds come out. */
    readonly chain: Chain
    /**
     * The round of that number, with a signature of the chain that was checked; always the same one. A round that is not out yet is for later, and what the chain
     * has not signed, or is another round, is never handed on.
     */
    readonly round: (round: number) => Effect.Effect<Beacon, Reading.Failure>
  }
>()("@dualops/core/PublicRandomness") {}
