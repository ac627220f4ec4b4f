/**
 * The pages of a house beside those of its cases: who is there, what is coming, what the handbook says. Each is a page as a value, made at the
 * moment at which somebody looks; whoever shows it says where its links lead.
 *
 * @module
 */
import type { NonEmptyReadonlyArray } from "effect/Array"
import type { AccountId } from "../account/AccountId.ts"
import type { Moment } from "../calendar/Moment.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Read } from "../operations/CaseSheets.ts"
import type { Edition } from "../operations/Editions.ts"
import type { Page } from "../page/Page.ts"
import type { Person } from "../process/Actor.ts"
import type { Address } from "../process/Case.ts"
import type { Any } from "../process/Process.ts"

/** A page of the house. */
export interface HousePage {
  /** Its place in an address: letters and hyphens. */
  readonly name: string
  readonly title: Bilingual
  /** The account of its handbook: whoever sees the cases of that one sees the page. */
  readonly account: AccountId
  /** Of how many open cases it is made, the most pressing first, and of which processes; of none where it is left out. */
  readonly reads?: {
    readonly most: number
    /** Whether it is made of the cases of this process; of those of all, where it is left out. */
    readonly of?: (process: Any) => boolean
  }
  /** Whether it leads there from every other page; one that is about somebody is led to from where they are named. */
  readonly isListed: boolean
  /** The page, as it is at that moment. */
  readonly of: (look: Look) => Page
}

/** Somebody looks at a page. */
export interface Look {
  readonly at: Moment
  readonly person: Person
  /** The cases that the page reads, and the person sees. */
  readonly cases: ReadonlyArray<Read>
  /** Today's edition of the handbook, and those that the cases run under. */
  readonly editions: NonEmptyReadonlyArray<Edition>
  /** What the address says beside the page: from which date, of whom. */
  readonly asked: ReadonlyMap<string, string>
  readonly to: Ways
}

/** What somebody is asked for, or what a form is filled in with, by its names. */
export type Filled = Readonly<Record<string, string>>

/** Where the links of a page lead. */
export interface Ways {
  /** To a case. */
  readonly case: (address: Address) => string
  /** To the form of a step that begins a case, filled in with this. */
  readonly begin: (process: string, step: string, filled: Filled) => string
  /** To another page of the same account. */
  readonly page: (name: string, asked?: Filled) => string
}
