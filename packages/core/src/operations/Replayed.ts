/**
 * The cases that this program has replayed: what has happened to one since is all that has to be read of it, however long its history is.
 *
 * What is remembered is a fold of events that were read from the log, never of one that may not have been stored. It belongs to one log and
 * to one declaration of a process: another log has other events, and another declaration makes something else of the same ones.
 *
 * @module
 */
import type { Schema } from "effect"
import type { Case, CaseId } from "../process/Case.ts"
import type * as Process from "../process/Process.ts"
import type { EventLog } from "./EventLog.ts"

/** What a case had come to when it was read, and the last of its events then, as the log has it. */
export interface Replayed<P extends Process.Any> {
  readonly case: Case<Process.StateOf<P>>
  readonly last: Schema.Json
}

/** The cases of a process that are remembered. */
export interface Memory<P extends Process.Any> {
  readonly recall: (id: CaseId) => Replayed<P> | undefined
  readonly remember: (id: CaseId, replayed: Replayed<P>) => void
  readonly forget: (id: CaseId) => void
}

/** Those of this process that were read from this log. */
export const memoryOf = <P extends Process.Any>(log: EventLog["Service"], process: P): Memory<P> => {
  const ofLog = all.get(log) ?? new WeakMap<Process.Any, unknown>()
  all.set(log, ofLog)
  const memory = ofLog.get(process) ?? make<P>()
  ofLog.set(process, memory)
  // Each is kept under its own process.
  return memory as Memory<P>
}

const all = new WeakMap<EventLog["Service"], WeakMap<Process.Any, unknown>>()

/** Remembers those that were asked for last. */
const make = <P extends Process.Any>(): Memory<P> => {
  const known = new Map<CaseId, Replayed<P>>()
  return {
    recall: (id) => known.get(id),
    remember: (id, replayed) => {
      known.delete(id)
      known.set(id, replayed)
      for (const oldest of known.keys()) {
        if (known.size <= most) break
        known.delete(oldest)
      }
    },
    forget: (id) => void known.delete(id)
  }
}

/** How many cases of a process are remembered. */
const most = 1_000
