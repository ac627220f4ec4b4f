/**
 * What is asked of a case, and what came of it.
 *
 * @module
 */
import type { Actor } from "../process/Actor.ts"
import type { Case, CaseId, Orderer } from "../process/Case.ts"
import type * as Process from "../process/Process.ts"

/** A step that somebody wants to take. */
export interface Order<P extends Process.Any, S extends Process.StepOf<P> = Process.StepOf<P>> {
  /** Made by the caller: the same key is the same order, however often it arrives. */
  readonly key: string
  readonly case: CaseId
  readonly step: S
  readonly input: Process.InputOf<P, S>
  readonly by: Actor
  /** How many events the case has to have; if it has more, the order has been overtaken and is not carried out. */
  readonly expected?: number
  /** The account for which a case begins whose input names none, in a house that has a handbook for each. */
  readonly account?: string
  /** The action of which this step is the outcome. */
  readonly settles?: string
  /** The case that has ordered it, where one has. */
  readonly orderedBy?: Orderer
}

/** A step that was taken, and where it has led. */
export interface Taken<P extends Process.Any, S extends Process.StepOf<P> = Process.StepOf<P>> {
  readonly event: Process.EventOf<P, S>
  readonly case: Case<Process.StateOf<P>>
}
