/**
 * What the compiler demands of a declared process beyond its form, and the words in which it says that the demand is not met: they are
 * names of types, so that they stand in the message.
 *
 * @module
 */
import type { Result, Schema } from "effect"
import type * as Action from "./Action.ts"
import type * as CaseOrder from "./CaseOrder.ts"
import type { Stop } from "./Children.ts"
import type { Actions, StateOf, States } from "./Declaration.ts"
import type { Any, StateOf as StateOfCase } from "./Declared.ts"

type Fields = Schema.Struct.Fields
type Type<F extends Fields> = Schema.Struct<F>["Type"]

/** A state that `to` names is one that `evolve` returns. */
export type Reached<To, Next extends { readonly _tag: string }> = To extends Next["_tag"] ? To : EvolveNeverReturns<To>

/** The step names this state in its `to`, and its `evolve` never returns it. */
export interface EvolveNeverReturns<State> {
  readonly "is never returned by evolve": State
}

/**
 * Where the step leads to one state, all of whose fields the state before and the facts have, `evolve` may be left out: they are carried.
 * Otherwise the fields that are wanting are named.
 */
export type Evolved<S extends States, From, To extends keyof S & string, Facts extends Fields> =
  IsOne<To> extends true
    ? [Carries<S, From, Facts>] extends [Omit<StateOf<S, To>, "_tag">]
      ? unknown
      : EvolveIsNeeded<Wanting<Carries<S, From, Facts>, StateOf<S, To>>>
    : EvolveIsNeeded<To>
type Carries<S extends States, From, Facts extends Fields> = From extends keyof S & string
  ? Omit<StateOf<S, From>, "_tag" | keyof Facts> & Type<Facts>
  : Type<Facts>
type IsOne<Name, All = Name> = Name extends unknown ? ([All] extends [Name] ? true : false) : never
type Wanting<From, To> = {
  [Field in Exclude<keyof To, "_tag">]: From extends Pick<To, Field> ? never : Field
}[Exclude<keyof To, "_tag">]

/** These fields of the next state, or the choice between these states, do not follow from the state before and the facts. */
export interface EvolveIsNeeded<_Wanting> {
  readonly evolve: unknown
}

/** What `evolve` returns has the fields of its state and no others: a spread may carry along what belonged to the state before. */
export type OnlyFields<S extends States, Next extends { readonly _tag: string }> = [Excess<S, Next>] extends [never]
  ? unknown
  : { readonly [Field in Excess<S, Next>]?: NotAFieldOf<Next["_tag"]> }
type Excess<S extends States, Next> = Next extends { readonly _tag: infer Name extends keyof S }
  ? Carried<Omit<Next, keyof StateOf<S, Name>>>
  : never
/** The fields that hold something: where branches differ, TypeScript itself adds the missing ones, as absent. */
type Carried<Others> = {
  [Field in keyof Others]-?: [Exclude<Others[Field], undefined>] extends [never] ? never : Field
}[keyof Others]

/** This state has no field of that name. */
export interface NotAFieldOf<State> {
  readonly "has no such field": State
}

/** Facts that are not just the input are decided by somebody. */
export type Decided<Input extends Fields, Facts extends Fields> = [Type<Input>, keyof Facts] extends [
  Type<Facts>,
  keyof Input
]
  ? unknown
  : FactsAreDecided

/** The step declares facts that are not just its input, and has no `decide` to make them. */
export interface FactsAreDecided {
  readonly decide: unknown
}

/** What was decided are the facts that were declared and no others: the others would not be stored. */
export type OnlyFacts<Facts extends Fields, Answer> = [Undeclared<Facts, Answer>] extends [never]
  ? unknown
  : NotAFact<Undeclared<Facts, Answer>>
type Undeclared<Facts, Answer> =
  Answer extends Result.Success<infer Decided, unknown> ? Exclude<KeyOfEach<Decided>, keyof Facts> : never
/** The keys of every branch, also those that not all of them have. */
type KeyOfEach<Branches> = Branches extends unknown ? keyof Branches : never

/** What was decided has a field that the step's facts do not have. */
export interface NotAFact<Field> {
  readonly "is not a declared fact": Field
}

/** The steps of the world that take in what became of an action. An order to another process is never unknown. */
export type OutcomesOf<Steps, Kind> = Kind extends { readonly order: unknown }
  ? Ordered<Steps>
  : Kind extends Action.Kind<string, unknown, infer Done>
    ? Outcome<Steps, Done>
    : never

/** Whether the step of the other process was taken. */
export interface Ordered<Steps> {
  readonly done?: Taking<Steps, "world", {}>
  readonly refused: Taking<Steps, "world", Type<typeof CaseOrder.refused>>
}

/** The steps of the world that can take an outcome in: their input is what the outcome tells. */
export interface Outcome<Steps, Done> {
  readonly done: Taking<Steps, "world", Done>
  readonly refused: Taking<Steps, "world", Type<typeof Action.refused>>
  readonly unknown: Taking<Steps, "world", Type<typeof Action.unknown>>
}

/** Outcomes are those of actions that the process has. */
export type OnlyActions<A, Heard> = string extends keyof Heard
  ? unknown
  : { readonly [Name in Exclude<keyof Heard, keyof A>]: NoSuchAction<Name> }

/** The process has no action of that name. */
export interface NoSuchAction<Name> {
  readonly "is not among the actions": Name
}

/** A process whose orders begin cases says what it hears of them. */
export type ChildrenOf<A extends Actions, Steps> = [Beginning<A>] extends [never]
  ? { readonly children?: {} }
  : { readonly children: { readonly [N in Beginning<A>]: ChildOf<A[N], Steps> } }
/** The orders that begin cases. */
export type Beginning<A> = keyof {
  [N in keyof A as A[N] extends { readonly order: { readonly process: infer P extends Any; readonly step: infer S } }
    ? P["steps"][S & string]["from"] extends ReadonlyArray<never>
      ? N
      : never
    : never]: unknown
} &
  keyof A

/** What is heard of the cases that an order begins, and what becomes of them when the case that has begun them is over. */
export type ChildOf<Kind, Steps> = Kind extends { readonly order: { readonly process: infer P extends Any } }
  ? { readonly ends: Ends<P, Steps>; readonly passes?: Passes<P, Steps>; readonly whenOver: "goOn" | Stopping<P> }
  : never

/** By every state in which such a case is over: the step by "child" that hears of it, told that state's fields; `null` where nobody needs to. */
export type Ends<P extends Any, Steps> = {
  readonly [End in P["final"][number]]: Taking<Steps, "child", Extract<StateOfCase<P>, { readonly _tag: End }>> | null
}

/** By states on the way of such a case, as many as are wanted: the step by "child" that hears that it has come there, told that state's fields. */
export type Passes<P extends Any, Steps> = {
  readonly [Station in Exclude<StateOfCase<P>["_tag"], P["final"][number]>]?: Taking<
    Steps,
    "child",
    Extract<StateOfCase<P>, { readonly _tag: Station }>
  >
}

/** The steps of a case that has begun, each with what it is told; where that is nothing, nothing is said. */
type Stopping<P extends Any> = {
  [N in keyof P["steps"] & string]: P["steps"][N]["from"] extends ReadonlyArray<never>
    ? never
    : P["steps"][N] extends { readonly by: "clock" | "child" }
      ? never
      : {} extends P["steps"][N]["input"]["Type"]
        ? Stop<N, P["steps"][N]["input"]["Type"]>
        : Required<Pick<Stop<N, P["steps"][N]["input"]["Type"]>, "told">> & Stop<N, P["steps"][N]["input"]["Type"]>
}[keyof P["steps"] & string]

/** The steps that a deadline can fire: they are by the clock, which has nothing to tell them. */
export type Firing<Steps> = Taking<Steps, "clock", {}>

type Taking<Steps, By, Told> = keyof {
  [N in keyof Steps as Steps[N] extends { readonly by: By; readonly input: { readonly Type: infer Input } }
    ? Told extends Input
      ? N
      : never
    : never]: unknown
}

/** The steps by the world: those that are no outcome have somebody who sends them. */
export type Worldly<Steps> = keyof {
  [N in keyof Steps as Steps[N] extends { readonly by: "world" } ? N : never]: unknown
}

/** The steps by people, of whom two can be kept apart. */
export type Personal<Steps> = keyof {
  [N in keyof Steps as Steps[N] extends { readonly by: "clock" | "world" | "child" } ? never : N]: unknown
}
