/**
 * A case as a person reads it: what it is about, where it stands, what was promised to whom, and what its clocks show.
 *
 * @module
 */
import type { Moment } from "../calendar/Moment.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Address, CaseId } from "../process/Case.ts"
import * as Clocks from "../process/Clocks.ts"
import { due } from "../process/Due.ts"
import * as Face from "../process/Face.ts"
import type { AnyCase } from "./Cases.ts"
import type { Belonging } from "./Handbooks.ts"
import type { PartOf } from "./PartOf.ts"

/** Something of a process, and what people call it. */
export interface Named {
  readonly name: string
  readonly title: Bilingual
}

/** A case as it is read. */
export interface CaseSheet {
  readonly process: Named
  readonly id: CaseId
  /** How many events it has: what the order may name as `expected`, so that it is not carried out on another state than was seen. */
  readonly version: number
  readonly state: Named
  /** What it is about, in one line. */
  readonly about: Bilingual
  /** The case that has begun it. */
  readonly parent: Address | undefined
  /** The same, as people read it. */
  readonly partOf: Bilingual | undefined
  /** What was promised, and to whom. */
  readonly promised: Bilingual | undefined
  /** When the first of its deadlines runs out. */
  readonly due: Moment | undefined
  /** What the clocks of its deadlines show, and why. */
  readonly clocks: ReadonlyArray<Clocks.Reading>
}

/** The sheet of a case at a moment, in the words of today's handbook, under the rules of the edition that it runs under. */
export const of = (
  { case: current, process }: AnyCase,
  { edition, today }: Pick<Belonging, "edition" | "today">,
  partOf: PartOf,
  at: Moment
): CaseSheet => {
  const settings = edition.settings(process)
  const { _tag: state } = current.state
  return {
    process: { name: process.name, title: process.title },
    id: current.id,
    version: current.version,
    state: { name: state, title: Face.state(process, state) },
    about: Face.about(process, current, today),
    parent: current.parent && { process: current.parent.process, case: current.parent.case },
    partOf: partOf(current),
    promised: Face.promised(process, current, today.called),
    due: due(process, current, settings, edition.calendars)[0]?.at,
    clocks: Clocks.reading(process, current, settings, edition.calendars, at)
  }
}
