/**
 * One run of a process. Its history is its events; the case itself is what they add up to.
 *
 * @module
 */
import { Schema } from "effect"
import { Moment } from "../calendar/Moment.ts"
import { Actor, type PersonId } from "./Actor.ts"
import type { CaseClock } from "./CaseClock.ts"
import { CaseId, textUpTo } from "./CaseId.ts"

export { CaseId } from "./CaseId.ts"

/** Which case: the name of its process, and its own. */
export interface Address {
  readonly process: string
  readonly case: CaseId
}

/** The address as one text, by which cases of several processes are told apart. */
export const keyOf = ({ case: id, process }: Address): string => JSON.stringify([process, id])

/** The address that was made a key. */
export const addressOf = (key: string): Address => {
  const [process, id] = JSON.parse(key)
  return { process, case: CaseId.make(id, { disableChecks: true }) }
}

/** The edition of the handbook that a case began under, and runs under to its end. */
export const HandbookVersion = textUpTo(100).pipe(Schema.brand("HandbookVersion"))
/** The edition of the handbook that a case began under, and runs under to its end. */
export type HandbookVersion = typeof HandbookVersion.Type

/** A case that has ordered a step of another one: its process, the case, and what its process calls the order. */
export const Orderer = Schema.Struct({
  process: Schema.String,
  case: CaseId,
  order: Schema.String,
  /** The states on the way of a case that begins of which it wants to hear. */
  passes: Schema.optionalKey(Schema.Array(Schema.String))
})
/** A case that has ordered a step of another one: its process, the case, and what its process calls the order. */
export type Orderer = typeof Orderer.Type

/** An accepted step: facts, who, when, under which edition of the handbook. Nothing else changes a case. */
export interface Event<Step extends string = string, Facts = unknown, By extends Actor = Actor> {
  readonly case: CaseId
  /** 1 for the step that opened the case, then one more each. */
  readonly version: number
  readonly step: Step
  readonly facts: Facts
  readonly by: By
  readonly at: Moment
  /** The edition of the handbook that the case runs under. */
  readonly handbook: HandbookVersion
  /** The edition that entitled the person, where it is another one: who may do what is said by the edition of the day. */
  readonly entitledUnder?: HandbookVersion
  /** The case that has ordered the step, where one has. */
  readonly orderedBy?: Orderer
  /** The cases by whose standing it could be taken: what they grant, or whom they except from what they suspend. */
  readonly decidedBy?: ReadonlyArray<Address>
}

/** Everything of an event but its step and facts, which belong to its process. */
export const envelope = {
  case: CaseId,
  version: Schema.Int,
  by: Actor,
  at: Moment,
  handbook: HandbookVersion,
  entitledUnder: Schema.optionalKey(HandbookVersion),
  orderedBy: Schema.optionalKey(Orderer),
  decidedBy: Schema.optionalKey(Schema.Array(Schema.Struct({ process: Schema.String, case: CaseId })))
}

/** A state of some process. */
export interface Tagged {
  readonly _tag: string
}

/** Where a case stands. */
export interface Case<State> {
  readonly id: CaseId
  /** How many events it has. */
  readonly version: number
  readonly handbook: HandbookVersion
  /** The case that has begun it, where one has. */
  readonly parent: Orderer | undefined
  readonly state: State
  /** How many events it had when it came into the state it is in. */
  readonly entered: number
  /** When the last step was taken. */
  readonly at: Moment
  /** Who took each step that must be kept apart from another one, each person once. */
  readonly did: Readonly<Record<string, ReadonlyArray<PersonId>>>
  /** The clocks of its deadlines, in the order of the process; absent where a deadline neither runs nor stands still. */
  readonly clocks: ReadonlyArray<CaseClock | undefined>
}
