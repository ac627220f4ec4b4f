/**
 * Open cases as a person reads them: those that they see, the most pressing first, whoever may act in them.
 *
 * @module
 */
import { DateTime, Effect } from "effect"
import type { Person } from "../process/Actor.ts"
import type { Any } from "../process/Process.ts"
import type { Caseload } from "./Caseload.ts"
import * as CaseSheet from "./CaseSheet.ts"
import { type AnyCase, parentsOf } from "./Cases.ts"
import * as Handbooks from "./Handbooks.ts"
import * as PartOf from "./PartOf.ts"

/** An open case, and its sheet. */
export interface Read extends AnyCase {
  readonly sheet: CaseSheet.CaseSheet
}

/** The most pressing cases that the person sees, so many at most; of these processes alone, where it is said. */
export const pressing = Effect.fn("CaseSheets.pressing")(function* (
  caseload: Pick<Caseload, "pressing" | "processes">,
  person: Person,
  most: number,
  of?: (process: Any) => boolean
) {
  const now = yield* DateTime.now
  const open = yield* caseload.pressing(person, most, of)
  const parents = yield* Effect.flatMap(parentsOf(caseload.processes, open), Handbooks.seen(person))
  const belonging = yield* Handbooks.ofVersions(open.map((one) => one.case.handbook))
  const partOf = PartOf.amongEach(parents, belonging)
  return open.flatMap((one): ReadonlyArray<Read> => {
    const its = belonging.get(one.case.handbook)
    return its === undefined ? [] : [{ ...one, sheet: CaseSheet.of(one, its, partOf(one.case.handbook), now) }]
  })
})
