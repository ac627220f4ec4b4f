/**
 * The pages of a house beside those of its cases: who is there, what is coming, what the handbook says, what reports say. Each is a page as a value, made at
 * the moment at which somebody looks; whoever shows it says where its links lead.
 *
 * @module
 */
import { type Context, Effect } from "effect"
import type { NonEmptyReadonlyArray } from "effect/Array"
import type { AccountId } from "../account/AccountId.ts"
import type { Moment } from "../calendar/Moment.ts"
import type { Bilingual, Language } from "../finding/Bilingual.ts"
import type { CaseSheet } from "../operations/CaseSheet.ts"
import type { Read } from "../operations/CaseSheets.ts"
import type { Edition } from "../operations/Editions.ts"
import type { StoreUnavailable } from "../operations/StoreUnavailable.ts"
import type { Page } from "../page/Page.ts"
import type { Person } from "../process/Actor.ts"
import type { Address } from "../process/Case.ts"
import type { Any } from "../process/Process.ts"

/** A page of the house: made of open cases, and of what it reads beside them, for which it needs these services. */
export interface HousePage<Needs = never, Beside = unknown> {
  /** Its place in an address: letters and hyphens. */
  readonly name: string
  readonly title: Bilingual
  /** The account of its handbook: whoever sees the cases of that one sees the page. */
  readonly account: AccountId
  /** What it is made of; of nothing that changes, where it is left out. */
  readonly reads?: {
    /** Of how many open cases, the most pressing first; of none, where it is left out. */
    readonly most?: number
    /** Whether it is made of the cases of this process; of those of all, where it is left out. */
    readonly of?: (process: Any) => boolean
    /** What else: of a shelf, of the log. Nothing where what the address asks for is not there, or is none of the person's business. */
    readonly beside?: (asking: Asking) => Effect.Effect<Beside | undefined, StoreUnavailable, Needs>
  }
  /** Whether it leads there from every other page; one that is about somebody is led to from where they are named. */
  readonly isListed: boolean
  /** What a case is asked for on this page, for a way from the case to it; nothing where it leads to none. */
  readonly tellsOf?: (one: CaseSheet) => Filled | undefined
  /** What it is asked for where somebody looks for words that may stand on it; nothing where it is not searched. */
  readonly finds?: (words: string) => Filled
  /** The page, as it is at that moment. A method, so that a list may hold pages whatever they read: each is given what it has read itself. */
  of(look: Look<Beside>): Page
  /** A file that the page leads to, by its name; nothing where there is none, or where it is none of the person's business. */
  readonly file?: (
    name: string,
    asking: Asking & { readonly language: Language }
  ) => Effect.Effect<HouseFile | undefined, StoreUnavailable, Needs>
}

/** Somebody asks for a page. */
export interface Asking {
  readonly at: Moment
  readonly person: Person
  /** What the address says beside the page: from which date, of whom. */
  readonly asked: ReadonlyMap<string, string>
}

/** Somebody looks at a page. */
export interface Look<Beside = unknown> extends Asking {
  /** The cases that the page reads, and the person sees. */
  readonly cases: ReadonlyArray<Read>
  /** What the page reads beside them. */
  readonly beside: Beside
  /** Today's edition of the handbook, and those that the cases run under. */
  readonly editions: NonEmptyReadonlyArray<Edition>
  readonly to: Ways
}

/** A file to be kept by whoever asked for it; no browser shows it. */
export interface HouseFile {
  /** What it is called, as people write it: whoever serves it makes a safe name of that. */
  readonly name: string
  readonly mediaType: string
  readonly content: string | Uint8Array
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
  /** To a file of a page. */
  readonly file: (page: string, name: string) => string
}

/** The page with what it needs, which needs nothing more. */
export const provided = <Needs>(
  { file, reads, ...page }: HousePage<Needs>,
  context: Context.Context<Needs>
): HousePage => {
  const { beside, ...cases } = reads ?? {}
  return {
    ...page,
    reads: beside === undefined ? cases : { ...cases, beside: (asking) => Effect.provide(beside(asking), context) },
    ...(file !== undefined && { file: (...asked) => Effect.provide(file(...asked), context) })
  }
}
