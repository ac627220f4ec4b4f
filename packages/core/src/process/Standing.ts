/**
 * What a case holds over other cases while it is where it is. It suspends steps of theirs (a crisis holds posts, also those that are written
 * afterwards), perhaps not for certain people (who has claimed an answer goes on with it), or it grants what a step of theirs needs (a launch).
 *
 * It may also set a case aside for one person, whose desk shows it again when something happens in it: nothing is suspended by that.
 *
 * A process declares it by state, so that it holds from the event by which a case comes into the state to the event by which it leaves it.
 * A store keeps it by name, in the transaction of that event, and asks for it in that of every step: nothing slips in between.
 *
 * @module
 */
import { Schema } from "effect"
import * as Tag from "../account/Tag.ts"
import { Moment } from "../calendar/Moment.ts"
import { Bilingual } from "../finding/Bilingual.ts"
import { PersonId } from "./Actor.ts"
import type { Address } from "./Case.ts"
import type { CaseId } from "./CaseId.ts"
import { SeenCase } from "./SeenCase.ts"

/** Something that a case may grant to others, as a value: those who grant it and those who need it name the same one. */
export interface Grant<Name extends string = string> {
  readonly name: Name
  /** What people call it. */
  readonly title: Bilingual
}

/** Something that may be granted. */
export const grant = <const Name extends string>(name: Name, title: Bilingual): Grant<Name> => ({ name, title })

/** Steps of a process that a case may suspend: those of people and of the clock, for what has happened outside has happened. */
export interface Steps {
  readonly process: string
  readonly steps: ReadonlyArray<string>
}

/** These steps of the process, to be suspended. */
export const steps = <const P extends Stepped>(
  { name }: P,
  ...names: readonly [Suspendable<P>, ...ReadonlyArray<Suspendable<P>>]
): Steps => ({ process: name, steps: names })
type Suspendable<P extends Stepped> = {
  [N in keyof P["steps"] & string]: P["steps"][N]["by"] extends "world" | "child" ? never : N
}[keyof P["steps"] & string]

/** A process, as far as its steps can be named. */
interface Stepped {
  readonly name: string
  readonly steps: Readonly<Record<string, { readonly by: string }>>
}

/** All steps of people and of the clock. */
export const everyStep = "*"

/**
 * Suspends steps of all cases of a process, or of those that `of` names: by a tag that they bear, or by their own (`ofCase`); of none where it names
 * nothing.
 */
export interface Suspends<State> {
  readonly suspends: Steps
  /** Of which cases: a tag that they bear, or {@link ofCase}; of none, where it names nothing in this state. */
  readonly of?: (state: State) => string | undefined
  /** Which of those it leaves alone: by tags that they bear, or by their own names ({@link ofCase}). */
  readonly notOf?: (state: State) => ReadonlyArray<string>
  /**
   * Since when it is so: where several cases of its process suspend the same steps of the same cases, the latest alone holds them, with its exceptions.
   * Without it, every one of them does.
   */
  readonly since?: (state: State) => Moment
  /** The people who may take the steps all the same. */
  readonly except?: (state: State) => ReadonlyArray<PersonId>
  /** Who has it in hand meanwhile: whoever is refused is told. */
  readonly heldBy?: (state: State) => PersonId
  /** Until when, where the state knows it: whoever is refused is told. The suspension ends with the state, not by this moment. */
  readonly until?: (state: State) => Moment
  /** What somebody has asked for before goes on all the same: words that are on their way, and what one case has ordered of another. */
  readonly sparesAsked?: true
}

/** Grants something, of which thing is said by its name: the launch of this product. */
export interface Grants<State> {
  readonly grants: Grant
  /** Of which thing, by its name. */
  readonly of: (state: State) => string
}

/** Sets a case aside: it is no task on the desk of that person, until something happens in it or its deadline has come. */
export interface SetsAside<State> {
  /** Which case, as it was when they saw it: what has happened later brings it back. */
  readonly setsAside: (state: State) => SeenCase
  /** For whom. */
  readonly for: (state: State) => PersonId
}

/** What a case holds over others in some state. */
export type Standing<State> = Suspends<State> | Grants<State> | SetsAside<State>

/** What has to be granted for a step. */
export interface Need<State> {
  readonly grant: Grant
  /** Of which thing, by its name; of none, where this time there is no need. */
  readonly of: (state: State) => string | undefined
}

/** The one case that a suspension is of. */
export const ofCase = (id: CaseId): string => Tag.of("case", id)

/** The terms of what is held: of a suspension, the steps and who may take them all the same; of a grant there are none; what is set aside, as it was seen. */
export const Terms = Schema.Struct({
  steps: Schema.Array(Schema.String),
  /** What people call the process that suspends them. */
  title: Schema.optionalKey(Bilingual),
  except: Schema.optionalKey(Schema.Array(PersonId)),
  /** Tags of cases that are left alone. */
  notOf: Schema.optionalKey(Schema.Array(Schema.String)),
  /** Since when it is so: the latest of a process alone holds. */
  since: Schema.optionalKey(Moment),
  /** Who has it in hand, and until when: for people to read. */
  heldBy: Schema.optionalKey(PersonId),
  until: Schema.optionalKey(Moment),
  /** Whether what was asked for before goes on all the same. */
  spares: Schema.optionalKey(Schema.Boolean),
  /** The case that is set aside, as it was seen. */
  aside: Schema.optionalKey(SeenCase)
})
/** The terms of what is held. */
export type Terms = typeof Terms.Type

/** What a case holds over others, by the name under which those ask for it. */
export interface Held {
  readonly name: string
  readonly terms: Terms
}

/** What stands, and the case that holds it. */
export interface Stands extends Address, Held {}

/** The name of what suspends steps of a process: of all its cases, or of those that are meant. */
export const suspending = (process: string, of = ""): string => `suspends ${process} ${of}`

/** The name of what is granted of some thing. */
export const granting = ({ name }: Grant, of: string): string => `grants ${name} ${of}`

/** The name of what is set aside for a person. */
export const settingAside = (person: PersonId): string => `sets aside ${person}`
