/**
 * The words of a hand-over: what it is made of, and what stands on each of its lines.
 *
 * @module
 */
import type { Holidays } from "../calendar/Holidays.ts"
import type { Moment } from "../calendar/Moment.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Entry } from "../internal-system/planning/Plan.ts"
import type { Credential } from "../internal-system/team/Credential.ts"
import type { AnyCase } from "../operations/Caseload.ts"
import type { Edition } from "../operations/Editions.ts"
import type { PersonId } from "../process/Actor.ts"
import type { CaseId } from "../process/Case.ts"
import type * as Clocks from "../process/Clocks.ts"
import type { Contact } from "../process/Contact.ts"
import type { Who } from "./Called.ts"
import type { Handbook } from "./Handbook.ts"
import type { HandbookSection } from "./HandbookSection.ts"

/** The first of a list, and how many more there were. */
export interface Bounded<A> {
  readonly shown: ReadonlyArray<A>
  readonly leftOut: number
}

/** Something of a process: its name in the declaration, and what people call it. */
export interface Named {
  readonly name: string
  readonly title: Bilingual
}

/** A step that the one who goes could take, and why the one who comes cannot, where that is so. */
export interface Way {
  readonly step: Named
  readonly refusal: Bilingual | undefined
}

/** A case that waits, what it is about in the words of whoever wrote it, and what was promised to whom. */
export interface OpenCase {
  readonly process: Named
  readonly id: CaseId
  readonly state: Named
  readonly about: Bilingual
  /** The case that has begun it, as people read it. */
  readonly partOf: Bilingual | undefined
  readonly promised: Bilingual | undefined
  readonly due: Moment | undefined
  /** What the clocks of its deadlines show, and why. */
  readonly clocks: ReadonlyArray<Clocks.Reading>
  readonly ways: ReadonlyArray<Way>
}

/** Something to look at: a deadline, or the warning before it. */
export interface Check {
  readonly at: Moment
  readonly process: Named
  readonly id: CaseId
  readonly deadline: Named
  readonly kind: "warning" | "deadline"
}

/** A person who may have to be reached, why, and how. */
export interface ContactLine {
  readonly who: Who
  readonly why: ReadonlyArray<Bilingual>
  readonly contact: Contact | undefined
}

/** Something planned, and whose it is. */
export interface ActivityLine {
  readonly entry: Entry
  readonly owner: Who
}

/** Who can get into a tool; never how. */
export interface Key {
  readonly tool: Bilingual
  readonly holders: ReadonlyArray<Who>
  readonly keptIn: Credential["keptIn"]
  readonly expires: Credential["expires"]
}

/** What a hand-over is made of. */
export interface Change {
  readonly handbook: Handbook
  /** Today's edition, and those that running cases began under. */
  readonly editions: readonly [Edition, ...ReadonlyArray<Edition>]
  readonly holidays: Holidays
  readonly cases: ReadonlyArray<AnyCase>
  readonly out: PersonId
  readonly in: PersonId
  readonly at: Moment
  readonly until?: Moment
  readonly note?: string
  /** The sections of practices: whoever is counted on in one of them is among the contacts. */
  readonly sections?: ReadonlyArray<HandbookSection<unknown>>
  /** How long a list may be; 20 unless said otherwise. */
  readonly most?: number
}
