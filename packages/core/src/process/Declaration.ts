/**
 * The form in which a process is written down. `Process.define` binds the vocabulary first (states, settings, actions), so that every
 * step, deadline and invariant after it is inferred without an annotation.
 *
 * @module
 */
import type { Result, Schema } from "effect"
import type { Moment } from "../calendar/Moment.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Finding } from "../finding/Finding.ts"
import type * as Action from "./Action.ts"
import type { Actor, Child, Clock, Permission, Person, PersonId, World } from "./Actor.ts"
import type { Rungs } from "./Allowance.ts"
import type { Calendars } from "./Calendars.ts"
import type { Event, HandbookVersion, Tagged } from "./Case.ts"
import type { PresenceOf } from "./Presence.ts"
import type { Called, Reading, TitleOf } from "./Reader.ts"
import type { Need } from "./Standing.ts"

type Fields = Schema.Struct.Fields
type Type<F extends Fields> = Schema.Struct<F>["Type"]

/** Fields by state; which state it is stands beside them, as `_tag`. */
export type States = Readonly<Record<string, Fields>>

/** Fields by state, each state with its title. */
export type TitledStates = Readonly<Record<string, Titled>>

/** What people call it, and its fields. */
export interface Titled {
  readonly title: Bilingual
  readonly _tag?: never
  readonly [field: string]: Schema.Constraint | Bilingual | undefined
}

/** The value of a case in one of the named states. */
export type StateOf<S extends States, Name extends keyof S = keyof S> = {
  [N in Name & string]: { readonly _tag: N } & Type<S[N]>
}[Name & string]

/** Kinds of action by the name that the process gives them. */
export type Actions = Readonly<Record<string, Action.AnyKind>>

/** Whose step it is: a person's who has the permission, a deadline's, the outside world's, or that of a case that this one has begun. */
export type By = Permission | Unasked
/** What needs no permission. */
type Unasked = "clock" | "world" | "child"

/** Whether a step is one of people, and asks this permission of them. */
export const isPersonal = (by: By | undefined): by is Permission => by !== undefined && !unasked.has(by)
const unasked: ReadonlySet<string> = new Set(["clock", "world", "child"] satisfies ReadonlyArray<Unasked>)

/** The actor that a step of that kind is taken by. */
export type ActorOf<B extends By> = B extends "clock"
  ? Clock
  : B extends "world"
    ? World
    : B extends "child"
      ? Child
      : Person

/** What a rule may know besides the case and the input. Nothing else reaches it: no clock, no chance, no store. */
export interface Circumstances<Settings, By extends Actor = Actor> {
  readonly by: By
  readonly at: Moment
  readonly handbook: HandbookVersion
  readonly settings: Settings
  /** Whether somebody is there; everybody is, where nobody can say. */
  readonly presence?: PresenceOf
  /**
   * The calendars of the case's handbook, for the questions of `WorkingTime`: how many hours of the office are left until a moment. Every minute
   * counts, where there are none.
   */
  readonly calendars?: Calendars
}

/** What a person, the clock or the outside world may do in a state. */
export interface Step<
  State,
  Next,
  B extends By,
  Input extends Fields,
  Facts extends Fields,
  Settings,
  Closed,
  Answer extends Result.Result<Type<Facts>, unknown>
> extends AnyStep {
  readonly from: ReadonlyArray<NameOf<State>>
  readonly by: B
  readonly input: Schema.Struct<Input>
  readonly facts: Schema.Struct<Facts>
  readonly unless:
    | ((state: State, circumstances: Circumstances<Settings, ActorOf<B>>) => Closed | undefined)
    | undefined
  /** What the step leaves behind, or why it is refused. */
  readonly decide:
    | ((state: State, input: Type<Input>, circumstances: Circumstances<Settings, ActorOf<B>>) => Answer)
    | undefined
  /** The state after the event: total and pure, for it rebuilds the case for ever. */
  readonly evolve: (state: State, event: Event<string, Type<Facts>, ActorOf<B>>) => Next
  /** The thing outside that is the case's own from now on. */
  readonly uniqueKey: ((facts: Type<Facts>) => string | undefined) | undefined
}

/** Any step. Its functions take `never`, because only its own process knows what they are for. */
export interface AnyStep {
  /** What people call it. */
  readonly title: Bilingual
  /** The states it may be done in; none for a step that opens a case. */
  readonly from: ReadonlyArray<string>
  /** The states it may lead to; none for a step that leaves the case in the state it is in. */
  readonly to: ReadonlyArray<string>
  readonly by: By
  readonly input: Schema.Constraint
  /** What is kept: the input, where `decide` makes nothing else of it. */
  readonly facts: Schema.Constraint
  /** Why it is not open to this person at this time, whatever the input. */
  readonly unless: ((state: never, circumstances: never) => unknown) | undefined
  /** What the step leaves behind, or why it is refused. */
  readonly decide: ((state: never, input: never, circumstances: never) => Result.Result<unknown, unknown>) | undefined
  /** The state after the event: total and pure, for it rebuilds the case for ever. */
  readonly evolve: (state: never, event: never) => unknown
  /** The thing outside that is the case's own from now on, by a name that no other thing has: it never belongs to two cases. */
  readonly uniqueKey: ((facts: never) => string | undefined) | undefined
  /** What a form of it begins with, of what it is told: what the case knows already, for whoever takes it to change. */
  readonly opensWith: ((state: never) => object) | undefined
  /** What there is to be said of it while it is written, as findings: nothing is refused for them. */
  readonly advises: ((state: never, input: never, circumstances: never) => ReadonlyArray<Finding>) | undefined
  /** What another case has to grant for it: see `Standing`. */
  readonly needs: ReadonlyArray<Need<never>>
  /** The actions it asks for, by the process's names for them, with what each is asked; nothing where this time there is no need. */
  readonly performs: Readonly<Record<string, (next: never, event: never, reading: Reading) => unknown>>
}

/** A step written with the words of these states and settings, and of no others. */
export interface OwnStep<State extends Tagged, Settings> extends AnyStep {
  readonly from: ReadonlyArray<State["_tag"]>
  readonly unless: ((state: never, circumstances: Circumstances<Settings, never>) => unknown) | undefined
  readonly decide:
    | ((state: never, input: never, circumstances: Circumstances<Settings, never>) => Result.Result<unknown, unknown>)
    | undefined
  readonly evolve: (state: never, event: never) => State
}

/** What helps whoever fills in a form of a step. */
export interface Helps<State, Input, Settings, B extends By> {
  /** What the form begins with, of what the step is told. */
  readonly opensWith?: (state: State) => Partial<Input>
  /** What there is to be said of what is written so far; nothing is refused for it. */
  readonly advises?: (
    state: State,
    input: Partial<Input>,
    circumstances: Circumstances<Settings, ActorOf<B>>
  ) => ReadonlyArray<Finding>
}

/** The same, of a step that begins a case. */
export interface HelpsBeginning<Input, Settings, B extends By> {
  /** What there is to be said of what is written so far; nothing is refused for it. */
  readonly advises?: (
    input: Partial<Input>,
    circumstances: Circumstances<Settings, ActorOf<B>>
  ) => ReadonlyArray<Finding>
}

/** How long a case may stay in some states, and the step of the clock that fires when the time is out. */
export interface Deadline<State, Fires extends string, Settings, Paused extends string = never> extends AnyDeadline {
  readonly while: ReadonlyArray<NameOf<State>>
  readonly pausedIn: ReadonlyArray<Paused>
  readonly fires: Fires
  readonly whenSuspended: Fires | undefined
  readonly within: ((settings: Settings, state: State) => Rungs | undefined) | undefined
  readonly at: ((state: State) => Moment | undefined) | undefined
}

/** Any deadline. Its functions take `never`, because only its own process knows what they are for. */
export interface AnyDeadline {
  /** What people call it. */
  readonly title: Bilingual
  readonly while: ReadonlyArray<string>
  readonly fires: string
  /** The step that it fires instead, where another case suspends that one at that moment; without it, the step is put off. */
  readonly whenSuspended: string | undefined
  /** The part of the time after which people are warned, once; 0.8 unless said otherwise, and with 1 nobody is. */
  readonly warnAt: number | ((settings: never, state: never) => number)
  /** The states in which it stands still: no time counts there, and what was used stays used. */
  readonly pausedIn: ReadonlyArray<string>
  /** In working time from the moment the case came into these states, without the time in which it stood still; nothing for a case that it does not concern. */
  readonly within: ((settings: never, state: never) => Rungs | undefined) | undefined
  /** At a moment that the case itself names; absent while it names none. */
  readonly at: ((state: never) => Moment | undefined) | undefined
}

/** A deadline written with the words of these states and settings, and of no others. */
export interface OwnDeadline<State extends string, Fires extends string, Settings> extends AnyDeadline {
  readonly while: ReadonlyArray<State>
  readonly pausedIn: ReadonlyArray<State>
  readonly fires: Fires
  readonly whenSuspended: Fires | undefined
  readonly within: ((settings: Settings, state: never) => Rungs | undefined) | undefined
}

/** The steps that the deadline may fire. */
export const firing = ({
  fires,
  whenSuspended
}: Pick<AnyDeadline, "fires" | "whenSuspended">): ReadonlyArray<string> =>
  whenSuspended === undefined ? [fires] : [fires, whenSuspended]

/** What a declaration says of its cases. The functions take `never`, because only their own process knows what they are for. */
export interface Face {
  /** What a case is about, in one line. */
  readonly about: (state: never, called: Called, titled: TitleOf) => Bilingual
  /** What was promised, and to whom; nothing where nobody was promised anything. */
  readonly promised: ((state: never, called: Called) => Bilingual | undefined) | undefined
  /** The people without whom the case does not move, where it waits for certain ones; else whoever has the permission. */
  readonly awaits: ((state: never) => ReadonlyArray<PersonId>) | undefined
  /** Its cases say who has whose place: they are how work is handed over, and no work that is. */
  readonly isArrangement: boolean
}

type NameOf<State> = State extends { readonly _tag: infer Name extends string } ? Name : never

/** The states that a step leads to from one of its own. */
export const leadsTo = (step: AnyStep, from: string): ReadonlyArray<string> => (step.to.length === 0 ? [from] : step.to)

/** What a process calls the outcomes of its actions: steps of the world. */
export type Outcomes<Name extends string> = { readonly [Outcome in "done" | "refused" | "unknown"]?: Name }
