/**
 * What a process is, once it has been put together, and the types that can be read off it.
 *
 * @module
 */
import type { Result, Schema } from "effect"
import type { Bilingual } from "../finding/Bilingual.ts"
import type * as Action from "./Action.ts"
import type { Event, Tagged } from "./Case.ts"
import type { Phase } from "./CaseClock.ts"
import type { Children } from "./Children.ts"
import type { AnyDeadline, AnyStep, Face, Outcomes } from "./Declaration.ts"
import type { Refusal } from "./Refusal.ts"
import type * as Rule from "./Rule.ts"
import type { Standing } from "./Standing.ts"

/** A kind of work as a typed workflow. */
export interface Process<
  Name extends string,
  State extends Tagged,
  Steps extends Readonly<Record<string, AnyStep>>,
  Settings extends Schema.Constraint,
  Final extends string = string
> {
  readonly name: Name
  /** What people call it. */
  readonly title: Bilingual
  /** What people call its states. */
  readonly titles: Readonly<Record<string, Bilingual>>
  /** What people read of its cases. */
  readonly face: Face
  readonly state: Schema.Codec<State, unknown>
  /** The tags that a state gives to its case. */
  readonly tags: (state: Tagged) => ReadonlyArray<string>
  /** The texts of people outside that an event holds, and the state to which it leads: see `Personal`. */
  readonly personal: (event: Event, state: Tagged) => ReadonlyArray<string>
  /** The names of the states, in the order of the declaration. */
  readonly states: ReadonlyArray<string>
  readonly final: ReadonlyArray<Final>
  /** Its events, and as JSON. */
  readonly event: Schema.Codec<Event, Schema.Json>
  /** What the process has to be told by a handbook. */
  readonly settings: Settings
  readonly steps: Steps
  readonly deadlines: Readonly<Record<string, AnyDeadline>>
  readonly actions: Readonly<Record<string, Action.AnyKind>>
  readonly outcomes: Readonly<Record<string, Outcomes<string>>>
  /** The cases that its orders begin, by what it calls the order. */
  readonly children: Readonly<Record<string, Children>>
  /** Steps of the world that are no outcome: who sends them. */
  readonly sentBy: Readonly<Record<string, Bilingual>>
  /** What its cases hold over others, by the state in which they do: see `Standing`. */
  readonly standing: Readonly<Record<string, ReadonlyArray<Standing<never>>>>
  /** Pairs of steps that the same person never does both of in one case. */
  readonly separate: ReadonlyArray<readonly [string, string]>
  /** What is true of every case at every time, by the sentence that says it. */
  readonly invariants: Readonly<Record<string, (state: never) => boolean>>
  /** The steps as the kernel runs them. */
  readonly rules: Readonly<Record<string, Rule.Rule>>
  /** For each state, what each deadline does in it, in the order of {@link Process.deadlines}. */
  readonly phases: Readonly<Record<string, ReadonlyArray<Phase>>>
}

/** Any process. */
export type Any = Process<string, Tagged, Readonly<Record<string, AnyStep>>, Schema.Constraint>
/** The state of a process's cases. */
export type StateOf<P extends Any> = P["state"]["Type"]
/** The settings that a process needs. */
export type SettingsOf<P extends Any> = P["settings"]["Type"]
/** The names of a process's steps. */
export type StepOf<P extends Any> = keyof P["steps"] & string
/** What a step is told. */
export type InputOf<P extends Any, S extends StepOf<P>> = P["steps"][S]["input"]["Type"]
/** What a step leaves behind. */
export type EventOf<P extends Any, S extends StepOf<P> = StepOf<P>> = {
  [N in S]: Event<N, P["steps"][N]["facts"]["Type"]>
}[S]
/** Why a step may be refused: the kernel's reasons and the step's own. */
export type RefusalOf<P extends Any, S extends StepOf<P> = StepOf<P>> =
  | Refusal
  | { [N in S]: OwnRefusal<P["steps"][N]> }[S]
type OwnRefusal<S extends AnyStep> =
  | (NonNullable<S["unless"]> extends (...args: never) => infer Closed ? Said<Closed> : never)
  | (NonNullable<S["decide"]> extends (...args: never) => infer Answer ? Said<FailureOf<Answer>> : never)
type FailureOf<Answer> = Answer extends Result.Failure<unknown, infer E> ? E : never
/** A rule that was left out says nothing: what stands for it is then as wide as it could be. */
type Said<R> = object extends R ? never : Exclude<R, undefined>

/** Somebody wants to take a step. */
export interface Attempt<P extends Any, S extends StepOf<P> = StepOf<P>> extends Rule.Occasion<SettingsOf<P>> {
  readonly step: S
  readonly input: InputOf<P, S>
}
