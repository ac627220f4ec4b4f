/**
 * What the store keeps of cases that begin cases: each child bears the tag of its parent, and when a case is over, what follows from that for its
 * parent and its children waits among its actions, put there with the event itself.
 *
 * @module
 */
import * as Tag from "../account/Tag.ts"
import type { Address, Case, Event, Tagged } from "../process/Case.ts"
import { type Any, isOver } from "../process/Process.ts"
import type { Waiting } from "./WorkQueue.ts"

/** The tag of every case that this one has begun. */
export const tagOf = ({ case: id, process }: Address): string => Tag.of(`child of ${process}`, id)

/** The parent is to hear of the end of the case. No process can call an action so. */
export const ended = "(ended)"
/** The children of the case are to be stopped. */
export const stopping = "(stopping)"

/** Whether the children of such a process are stopped when it is over. */
export const stops = ({ children }: Any): boolean => Object.values(children).some(({ whenOver }) => whenOver !== "goOn")

/** What is to be done because the case is over by this event. */
export const closing = (process: Any, after: Case<Tagged>, { step }: Pick<Event, "step">): ReadonlyArray<Waiting> => {
  if (!isOver(process, after)) return []
  const one = { process: process.name, case: after.id, version: after.version, step }
  const key = `${process.name}/${after.id}/${after.version}`
  return [
    ...(after.parent === undefined ? [] : [{ ...one, key: `${key}/${ended}`, name: ended, request: null }]),
    ...(stops(process) ? [{ ...one, key: `${key}/${stopping}`, name: stopping, request: null }] : [])
  ]
}
