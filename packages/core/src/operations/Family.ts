/**
 * What the store keeps of cases that begin cases: each child bears the tag of its parent, and when a case is over, what follows from that for its
 * parent and its children waits among its actions, put there with the event itself.
 *
 * @module
 */
import * as Tag from "../account/Tag.ts"
import { keyOf } from "../process/Action.ts"
import type { Address, Case, Event, Tagged } from "../process/Case.ts"
import { type Any, isOver } from "../process/Process.ts"
import type { Waiting } from "./WorkQueue.ts"

/** The tag of every case that this one has begun. */
export const tagOf = ({ case: id, process }: Address): string => Tag.of(`child of ${process}`, id)

/** The parent is to hear that the case has come to a station of its way. No process can call an action so. */
export const passed = "(passed)"
/** The parent is to hear of the end of the case. */
export const ended = "(ended)"
/** The children of the case are to be stopped. */
export const stopping = "(stopping)"

/** Whether the children of such a process are stopped when it is over. */
export const stops = ({ children }: Any): boolean => Object.values(children).some(({ whenOver }) => whenOver !== "goOn")

/** What is to be done because the case is over by this event, or has come to a state of which its parent wants to hear. */
export const following = (process: Any, after: Case<Tagged>, { step }: Pick<Event, "step">): ReadonlyArray<Waiting> => {
  const over = isOver(process, after)
  const names = over
    ? [...(after.parent === undefined ? [] : [ended]), ...(stops(process) ? [stopping] : [])]
    : isStation(after)
      ? [passed]
      : []
  const one = { process: process.name, case: after.id, version: after.version, step }
  return names.map((name) => ({ ...one, key: keyOf(one, name), name, request: null }))
}

/** Whether the case has just come to a state of which its parent wants to hear. */
export const isStation = ({ entered, parent, state, version }: Case<Tagged>): boolean =>
  entered === version && parent?.passes?.includes(state._tag) === true
