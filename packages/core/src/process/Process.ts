/**
 * The kernel. A process is one value: `accept` lets a step happen or says why not, `evolve` tells what a case is after an event, and
 * everything else (desk, deadlines, diagram, check, tests) is read from the same declaration.
 *
 * Permission, separation of duties and the handbook's edition are checked here, once: no process can be written around them.
 *
 * @module
 */
import type { Result, Schema } from "effect"
import type * as Action from "./Action.ts"
import type { Case, Event } from "./Case.ts"
import type { AnyStep, Deadline, Outcomes } from "./Declaration.ts"
import type { Refusal } from "./Refusal.ts"
import * as Rule from "./Rule.ts"

export type { Entitled } from "./Rule.ts"
export { type Words, words } from "./Words.ts"

/** A kind of work as a typed workflow. */
export interface Process<
  Name extends string,
  State extends Rule.Tagged,
  Steps extends Readonly<Record<string, AnyStep>>,
  Settings extends Schema.Constraint
> {
  readonly name: Name
  readonly state: Schema.Codec<State, unknown>
  /** The names of the states, in the order of the declaration. */
  readonly states: ReadonlyArray<string>
  readonly final: ReadonlyArray<string>
  /** Its events, and as JSON. */
  readonly event: Schema.Codec<Event, Schema.Json>
  /** What the process has to be told by a handbook. */
  readonly settings: Settings
  readonly steps: Steps
  readonly deadlines: Readonly<Record<string, Deadline<never, string, never>>>
  readonly actions: Readonly<Record<string, Action.AnyKind>>
  readonly outcomes: Readonly<Record<string, Outcomes<string>>>
  /** Pairs of steps that the same person never does both of in one case. */
  readonly separate: ReadonlyArray<readonly [string, string]>
  /** What is true of every case at every time, by the sentence that says it. */
  readonly invariants: Readonly<Record<string, (state: never) => boolean>>
  /** The steps as the kernel runs them. */
  readonly rules: Readonly<Record<string, Rule.Rule>>
  /** For each state, which deadlines run in it, in the order of {@link Process.deadlines}. */
  readonly runningIn: Readonly<Record<string, ReadonlyArray<boolean>>>
}

/** Any process. */
export type Any = Process<string, Rule.Tagged, Readonly<Record<string, AnyStep>>, Schema.Constraint>
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
  | (NonNullable<S["unless"]> extends (...args: never) => infer R ? Exclude<R, undefined> : never)
  | (NonNullable<S["decide"]> extends (...args: never) => infer Answer ? FailureOf<Answer> : never)
type FailureOf<Answer> = Answer extends Result.Failure<unknown, infer E> ? E : never

/** Somebody wants to take a step. */
export interface Attempt<P extends Any, S extends StepOf<P> = StepOf<P>> extends Rule.Occasion<SettingsOf<P>> {
  readonly step: S
  readonly input: InputOf<P, S>
}

/** Lets the step happen, as an event, or says why not. `current` is absent for a step that opens a case. */
export const accept = <P extends Any, S extends StepOf<P>>(
  process: P,
  current: Case<StateOf<P>> | undefined,
  attempt: Attempt<P, S>
): Result.Result<EventOf<P, S>, RefusalOf<P, S>> =>
  // The rule of that name was declared with exactly these types.
  Rule.accept(ruleOf(process, attempt.step), current, attempt) as Result.Result<EventOf<P, S>, RefusalOf<P, S>>

/** What the case is after the event. Total: it never refuses, for what has happened has happened. */
export const evolve = <P extends Any>(
  process: P,
  current: Case<StateOf<P>> | undefined,
  event: EventOf<P>
): Case<StateOf<P>> =>
  // As above.
  Rule.evolve(ruleOf(process, event.step), process.runningIn, current, event) as Case<StateOf<P>>

/** The case that a history leads to; nothing where nothing has happened. */
export const replay = <P extends Any>(process: P, history: Iterable<EventOf<P>>): Case<StateOf<P>> | undefined => {
  let current: Case<StateOf<P>> | undefined
  for (const event of history) current = evolve(process, current, event)
  return current
}

/** Why the step cannot be taken on this occasion, whatever its input; nothing if it can. */
export const closed = <P extends Any, S extends StepOf<P>>(
  process: P,
  current: Case<StateOf<P>> | undefined,
  step: S,
  occasion: Rule.Occasion<SettingsOf<P>>
): RefusalOf<P, S> | undefined =>
  // As above.
  Rule.closed(ruleOf(process, step), current, occasion) as RefusalOf<P, S> | undefined

/** What must now happen outside because of the event; `after` is the case that it led to. */
export const actions = <P extends Any>(
  process: P,
  after: Case<StateOf<P>>,
  event: EventOf<P>
): ReadonlyArray<Action.Action> =>
  ruleOf(process, event.step).performs.flatMap(([name, asks]) => {
    const request = asks(after.state, event)
    if (request === undefined) return []
    return [
      {
        key: `${process.name}/${after.id}/${after.version}/${name}`,
        process: process.name,
        case: after.id,
        version: after.version,
        name,
        request
      }
    ]
  })

/** Whether the case is over: nothing can happen to it any more. */
export const isOver = <P extends Any>(process: P, current: Case<StateOf<P>>): boolean =>
  process.final.includes(current.state._tag)

const ruleOf = (process: Any, step: string): Rule.Rule => {
  const rule = process.rules[step]
  if (rule === undefined) throw new Error(`${process.name} has no step ${step}`)
  return rule
}
