/**
 * The names of cases that are opened by no person: made from what they are about, so that the same matter is the same case.
 *
 * @module
 */
import { Hash } from "effect"
import { CaseId, longestCaseId } from "./CaseId.ts"

/** The same name for the same matter. What is too long for one is shortened, and still told from others. */
export const caseFor = (matter: string): CaseId => {
  const name = matter.toWellFormed()
  return CaseId.make(
    name.length <= longestCaseId ? name : `${Hash.string(name)}/${Array.from(name).slice(-90).join("")}`
  )
}
