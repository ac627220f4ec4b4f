/**
 * Histories of the processes of the house by chance, in which every one of their steps is taken.
 *
 * @module
 */
import type { Process } from "@dualops/core/process"
import { Traces } from "@dualops/core/testing"
import * as fc from "fast-check"
import type { Cast } from "./casts.ts"

/** What happened to one case. */
export type History = ReadonlyArray<Process.EventOf<Process.Any>>

/** Histories of a process, of which each has a step that those before it have not. */
export const of = (process: Process.Any, cast: Cast): ReadonlyArray<History> => {
  const seen = new Set<string>()
  return fc.sample(Traces.arbitrary(process, cast), { numRuns: 500, seed: 1 }).flatMap(({ history }) => {
    const isNew = history.some(({ step }) => !seen.has(step))
    for (const { step } of history) seen.add(step)
    return isNew ? [history] : []
  })
}
