/**
 * What has to begin by itself, because the handbook says so: this week's report, the warm-up of a launch. Pure and safe to repeat: the same
 * handbook says the same openings under the same ids, and any worker may begin them once.
 *
 * @module
 */
import type { Moment } from "../calendar/Moment.ts"
import type { CaseId } from "./Case.ts"
import type { Any, InputOf, StepOf } from "./Process.ts"

/** A case that is to be begun. */
export interface Opening {
  readonly process: Any
  readonly case: CaseId
  readonly step: string
  readonly input: unknown
  /** Those of one series follow each other, as the weeks of a report. */
  readonly series: string
  /** When it is to begin. */
  readonly from: Moment
  /** When its time is over. */
  readonly until: Moment
}

/** Everything whose time meets a span, half-open; those of a series in their order. */
export type Agenda = (from: Moment, until: Moment) => ReadonlyArray<Opening>

/** An opening by a step of the world that begins a case of the process. */
export const opening = <P extends Any, const S extends StepOf<P>>(
  process: P,
  step: S,
  declared: Omit<Opening, "process" | "step" | "input"> & { readonly input: InputOf<P, S> }
): Opening => ({ ...declared, process, step })
