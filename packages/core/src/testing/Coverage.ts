/**
 * How far random runs have come in a process: which of its states they have seen, and which of its steps they have taken.
 *
 * @module
 */
import { Result } from "effect"
import type * as Process from "../process/Process.ts"
import type { Trace } from "./Traces.ts"

/** How many of the runs came to each state, took each step, and had it refused. */
export interface Coverage {
  readonly runs: number
  readonly states: Readonly<Record<string, number>>
  readonly taken: Readonly<Record<string, number>>
  readonly refused: Readonly<Record<string, number>>
}

/** Counts what the runs have reached. */
export const measure = <P extends Process.Any>(process: P, traces: ReadonlyArray<Trace<P>>): Coverage => {
  const count = (names: ReadonlyArray<string>, of: (trace: Trace<P>) => Iterable<string>) => {
    const runs = traces.map((trace) => new Set(of(trace)))
    return Object.fromEntries(names.map((name) => [name, runs.filter((run) => run.has(name)).length]))
  }
  const steps = Object.keys(process.steps)
  return {
    runs: traces.length,
    states: count(process.states, ({ tried }) => tried.flatMap(({ after }) => (after ? [after.state._tag] : []))),
    taken: count(steps, ({ history }) => history.map(({ step }) => step)),
    refused: count(steps, ({ tried }) =>
      tried.flatMap(({ answer, attempt }) => (Result.isFailure(answer) ? [attempt.step] : []))
    )
  }
}

/** The states and steps that no run has reached. */
export const missing = ({ states, taken }: Coverage): ReadonlyArray<string> =>
  [...Object.entries(states), ...Object.entries(taken)].flatMap(([name, runs]) => (runs === 0 ? [name] : []))
