/**
 * Tries laws on random runs of a process. The runs are made once, and each law looks at all of them; one that breaks is tried anew, so that the run
 * that breaks it shrinks to a plain one.
 *
 * @module
 */
import * as fc from "fast-check"
import type * as Process from "../process/Process.ts"
import * as Traces from "./Traces.ts"

/** Tries whether something holds in every run; it throws where it does not. */
export type EveryRun<P extends Process.Any> = (holds: (trace: Traces.Trace<P>) => void) => void

/** On so many runs of this process with this cast; as many as fast-check's own configuration says, or 200, unless said otherwise. */
export const of = <P extends Process.Any>(
  process: P,
  cast: Traces.Cast<P>,
  numRuns = fc.readConfigureGlobal().numRuns ?? 200
): EveryRun<P> => {
  const traces = Traces.arbitrary(process, cast)
  const seed = fc.readConfigureGlobal().seed ?? fc.sample(fc.nat(), 1)[0]
  // Asked for the same number by the same seed, fast-check makes the same runs.
  const parameters = { numRuns, ...(seed !== undefined && { seed }) }
  let runs: ReadonlyArray<Traces.Trace<P>> | undefined
  return (holds) => {
    runs ??= fc.sample(traces, parameters)
    try {
      runs.forEach(holds)
    } catch (broken) {
      fc.assert(fc.property(traces, holds), parameters)
      throw broken
    }
  }
}
