/**
 * Names for the cases that the house opens itself, from what they are about.
 *
 * @module
 */
import { Hash } from "effect"
import { CaseId } from "../process/Case.ts"

/** The same name for the same matter. What is too long for one is shortened, and still told from others. */
export const caseFor = (matter: string): CaseId => {
  const name = matter.toWellFormed()
  return CaseId.make(name.length <= 200 ? name : `${Hash.string(name)}/${Array.from(name).slice(-90).join("")}`)
}
