/**
 * How far random runs have come in a process: which of its states they have seen, which of its steps they have taken, and where to.
 *
 * @module
 */
import { Result } from "effect"
import type * as Process from "../process/Process.ts"
import type { Trace } from "./Traces.ts"

/** How many of the runs came to each state, took each step, came by it to each state that it names, and had it refused. */
export interface Coverage {
  readonly runs: number
  readonly states: Readonly<Record<string, number>>
  readonly taken: Readonly<Record<string, number>>
  readonly led: Readonly<Record<string, number>>
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
    led: count(
      Object.entries(process.steps).flatMap(([step, { to }]) => to.map((state) => leading(step, state))),
      ({ tried }) =>
        tried.flatMap(({ after, answer, attempt }) =>
          Result.isSuccess(answer) && after ? [leading(attempt.step, after.state._tag)] : []
        )
    ),
    refused: count(steps, ({ tried }) =>
      tried.flatMap(({ answer, attempt }) => (Result.isFailure(answer) ? [attempt.step] : []))
    )
  }
}

const leading = (step: string, state: string) => `${step} to ${state}`

/** The states and steps that no run has reached, and where a step that was taken has never led, though it says so. */
export const missing = ({ led, states, taken }: Coverage): ReadonlyArray<string> =>
  [states, taken, led].flatMap(Object.entries<number>).flatMap(([name, runs]) => (runs === 0 ? [name] : []))
