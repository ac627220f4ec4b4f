/**
 * What a running house has its reports made of, and what they are about.
 *
 * @module
 */
import type { Handbook } from "../../handbook/Handbook.ts"
import type * as Period from "../../internal-system/reports/Period.ts"
import type * as Worked from "../../internal-system/reports/Worked.ts"
import type { AnyKind } from "../../observations/Observation.ts"
import type { Address } from "../../process/Case.ts"
import type { Any } from "../../process/Process.ts"

/** What a house makes its reports of. */
export interface House {
  readonly handbook: Handbook
  readonly processes: ReadonlyArray<Any>
  /** The kinds of observation that are told of. */
  readonly kinds: ReadonlyArray<AnyKind>
}

/** What the material is about. */
export interface About {
  readonly period: Period.Period
  /** Only this case and those that it has begun; then nothing is told of what was heard, which belongs to no case. */
  readonly family?: Address
  /** Hears of every step. */
  readonly hears?: Worked.Reader["hears"]
  /** Whether what is known of the fans is read as well: of all that was ever heard, what a program has not read yet. */
  readonly hasFans?: boolean
}
