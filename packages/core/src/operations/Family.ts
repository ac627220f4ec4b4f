/**
 * What the store keeps of cases that begin cases: each child bears the tag of its parent, and when a case is over, what follows from that for its
 * parent and its children waits among its actions, put there with the event itself.
 *
 * @module
 */
import * as Tag from "../account/Tag.ts"
import { type Bilingual, same } from "../finding/Bilingual.ts"
import type { Address, Case, Tagged } from "../process/Case.ts"
import * as Face from "../process/Face.ts"
import { type Any, isOver } from "../process/Process.ts"
import type { Reader } from "../process/Reader.ts"
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
export const closing = (process: Any, after: Case<Tagged>): ReadonlyArray<Waiting> => {
  if (!isOver(process, after)) return []
  const one = { process: process.name, case: after.id, version: after.version }
  const key = `${process.name}/${after.id}/${after.version}`
  return [
    ...(after.parent === undefined ? [] : [{ ...one, key: `${key}/${ended}`, name: ended, request: null }]),
    ...(stops(process) ? [{ ...one, key: `${key}/${stopping}`, name: stopping, request: null }] : [])
  ]
}

/** A case and its process. */
interface Standing {
  readonly process: Any
  readonly case: Case<Tagged>
}

/** Says what a case is part of, as people read it: the case that has begun it, which is looked for among these. Nothing where none has. */
export const partOf = (all: ReadonlyArray<Standing>, reader?: Reader) => {
  let known: ReadonlyMap<string, Standing> | undefined
  return ({ parent }: Case<Tagged>): Bilingual | undefined => {
    if (parent === undefined) return undefined
    known ??= new Map(all.map((one) => [tagOf({ process: one.process.name, case: one.case.id }), one]))
    const found = known.get(tagOf(parent))
    return found === undefined ? same(parent.case) : Face.named(Face.reading(found.process, found.case, reader))
  }
}
