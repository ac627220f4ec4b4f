/**
 * A case that cannot be read any more, or not be run: one of its events is missing, or is not what a step has left behind.
 *
 * No caller can bring this about or mend it, so it is a defect. Whoever meets one sets its case aside, and
 * goes on with the others.
 *
 * @module
 */
import { Schema } from "effect"
import type { Address } from "../process/Case.ts"

/** The case cannot be read any more. */
export class Damaged extends Schema.TaggedError<Damaged>()("Operations.Damaged", {
  process: Schema.String,
  case: Schema.String,
  why: Schema.String
}) {
  override get message() {
    return `${this.process} ${this.case} cannot be read: ${this.why}.`
  }
}

/** Something says that the case had so many events once, and it has fewer. */
export const fewer = (address: Address, has: number, had: number): Damaged =>
  new Damaged({ ...address, why: `it has ${has} events, and had ${had} once` })

/** The event that should be there is missing, or has changed its place. */
export const outOfPlace = (address: Address, version: number): Damaged =>
  new Damaged({ ...address, why: `event ${version} is missing or not in its place` })

/** Why it cannot be read, in words, for whatever reason. */
export const reasonOf = (defect: unknown): string => {
  if (Schema.is(Damaged)(defect)) return defect.why
  const text = defect instanceof Error ? defect.message : String(defect)
  return text.length <= 300 ? text : `${text.slice(0, 300)}…`
}
