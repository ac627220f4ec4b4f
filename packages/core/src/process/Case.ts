/**
 * One run of a process. Its history is its events; the case itself is what they add up to.
 *
 * @module
 */
import { Schema } from "effect"
import { Moment } from "../calendar/Moment.ts"
import * as Expected from "../finding/Expected.ts"
import { Actor, type PersonId } from "./Actor.ts"
import type { CaseClock } from "./CaseClock.ts"

/** Texts that no store keeps, or gives back as others. */
const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes("\u0000")
const storable = Expected.check({
  zh: "没有半个字符、也没有空字符（U+0000）的文字",
  en: "text without half characters and null characters (U+0000)"
})

/** The name of a case, unique within its process. */
export const CaseId = Schema.NonEmptyString.check(
  Schema.isMaxLength(200),
  Schema.makeFilter(isStorable, storable)
).pipe(Schema.brand("CaseId"))
/** The name of a case, unique within its process. */
export type CaseId = typeof CaseId.Type

/** Which case: the name of its process, and its own. */
export interface Address {
  readonly process: string
  readonly case: CaseId
}

/** The edition of the handbook that a case began under, and runs under to its end. */
export const HandbookVersion = Schema.NonEmptyString.check(
  Schema.isMaxLength(100),
  Schema.makeFilter(isStorable, storable)
).pipe(Schema.brand("HandbookVersion"))
/** The edition of the handbook that a case began under, and runs under to its end. */
export type HandbookVersion = typeof HandbookVersion.Type

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
}

/** Everything of an event but its step and facts, which belong to its process. */
export const envelope = {
  case: CaseId,
  version: Schema.Int,
  by: Actor,
  at: Moment,
  handbook: HandbookVersion,
  entitledUnder: Schema.optionalKey(HandbookVersion)
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
