/**
 * A step as the kernel runs it: the typed declaration with its types rubbed off so that it can be looked up by name, and with what is
 * asked often prepared. `Closed` says when it is open, and `Accepting` takes it.
 *
 * @module
 */
import type { Result } from "effect"
import type { Moment } from "../calendar/Moment.ts"
import type { Finding } from "../finding/Finding.ts"
import type { Permission, Person } from "./Actor.ts"
import type { CaseId, Event, HandbookVersion, Orderer, Tagged } from "./Case.ts"
import type { By, Circumstances } from "./Declaration.ts"
import type { Reading } from "./Reader.ts"
import type { Stands } from "./Standing.ts"
import type { Weighable } from "./Weighing.ts"

/** A step, ready to run. */
export interface Rule extends Weighable {
  readonly from: ReadonlySet<string>
  readonly by: By
  /** What a person has to be permitted; nothing where the step is not a person's. */
  readonly permission: Permission | undefined
  /** The steps that whoever does this one must not have done in the same case. */
  readonly apart: ReadonlyArray<string>
  /** Whether some other step is apart from this one, so that its doer has to be remembered. */
  readonly remembered: boolean
  /** What the step asks for, by name: nothing else of an input reaches it. */
  readonly asks: ReadonlyArray<string>
  /** The accounts that an input names; absent where none can. */
  readonly accounts: ((input: unknown) => ReadonlyArray<string>) | undefined
  readonly unless: ((state: unknown, circumstances: Circumstances<unknown>) => unknown) | undefined
  readonly decide:
    | ((state: unknown, input: unknown, circumstances: Circumstances<unknown>) => Result.Result<unknown, unknown>)
    | undefined
  readonly evolve: (state: unknown, event: Event) => Tagged
  readonly uniqueKey: ((facts: unknown) => string | undefined) | undefined
  readonly advises:
    | ((state: unknown, input: unknown, circumstances: Circumstances<unknown>) => ReadonlyArray<Finding>)
    | undefined
  readonly performs: ReadonlyArray<
    readonly [name: string, request: (next: unknown, event: Event, reading: Reading) => unknown]
  >
  /** The deadlines that fire this step, by name, each with its place in the process; one begins anew when it has fired, so that a reminder comes again. */
  readonly firedBy: ReadonlyMap<string, number>
  /** By the orders that begin cases: the states of such a case that this step hears of. */
  readonly hears: Readonly<Record<string, ReadonlyArray<string>>>
}

/** Who may do what at a moment: the handbook's answer, delegation included. */
export type Entitled = (person: Person, permission: Permission, at: Moment) => boolean

/** Somebody at some time under some handbook. */
export interface Occasion<Settings = unknown> extends Circumstances<Settings> {
  readonly case: CaseId
  readonly entitled: Entitled
  /** The edition that `entitled` speaks for; that of the case, unless it is said. */
  readonly entitledUnder?: HandbookVersion
  /** The accounts that the handbook has; where nothing is said of them, any is taken. */
  readonly accounts?: ReadonlyArray<string>
  /** The case that has ordered the step, where one has. */
  readonly orderedBy?: Orderer
  /** What stands over the case by the names that it asks for (`Weighing`); where nothing is said of it, the step is not weighed against anything. */
  readonly standing?: ReadonlyArray<Stands>
}
