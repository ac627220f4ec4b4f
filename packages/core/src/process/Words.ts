/**
 * How a process is written down: first its words (title, states, settings, actions), then, with builders that know the words, its steps
 * and deadlines, and at last the process itself.
 *
 * @module
 */
import type { Result, Schema } from "effect"
import type { Moment } from "../calendar/Moment.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { PersonId } from "./Actor.ts"
import type { Rungs } from "./Allowance.ts"
import { builders } from "./Assembly.ts"
import type { CaseId, Event } from "./Case.ts"
import type {
  Actions,
  ActorOf,
  By,
  Circumstances,
  Deadline,
  Helps,
  HelpsBeginning,
  OwnDeadline,
  OwnStep,
  StateOf,
  States,
  Step,
  TitledStates
} from "./Declaration.ts"
import type { Process } from "./Declared.ts"
import type * as Demands from "./Demands.ts"
import type { Formerly, PresentOf } from "./Former.ts"
import type { Performs } from "./Performs.ts"
import type { Called, TitleOf } from "./Reader.ts"
import type { Need, Standing } from "./Standing.ts"

type Fields = Schema.Struct.Fields
type Type<F extends Fields> = Schema.Struct<F>["Type"]
type Some<Name> = readonly [Name, ...ReadonlyArray<Name>]

/** The builders of one process; take them apart and use them by name. */
export interface Words<Name extends string, S extends States, Settings extends Fields, A extends Actions> {
  readonly State: Schema.Codec<StateOf<S>, unknown>
  readonly Settings: Schema.Struct<Settings>

  /** A step that begins a case. */
  readonly start: <
    const To extends keyof S & string,
    const B extends By,
    Next extends StateOf<S, To>,
    Input extends Fields,
    Facts extends Fields = Input,
    Closed extends object = never,
    Answer extends Result.Result<Type<NoInfer<Facts>>, unknown> = Result.Result<Type<Facts>>
  >(
    declaration: Demands.Decided<Input, Facts> &
      HelpsBeginning<Type<NoInfer<Input>>, Type<Settings>, NoInfer<B>> &
      Demands.Evolved<S, undefined, To, Facts> & {
        readonly title: Bilingual
        readonly to: Some<Demands.Reached<To, Next>>
        readonly by: B
        readonly input: Input
        readonly facts?: Facts
        readonly unless?: (circumstances: Circumstances<Type<Settings>, ActorOf<B>>) => Closed | undefined
        readonly decide?: (
          input: Type<Input>,
          circumstances: Circumstances<Type<Settings>, ActorOf<B>>
        ) => Answer & Demands.OnlyFacts<Facts, Answer>
        readonly evolve?: (event: Event<string, Type<Facts>, ActorOf<B>>) => Next & Demands.OnlyFields<S, Next>
        readonly uniqueKey?: (facts: Type<NoInfer<Facts>>) => string | undefined
        readonly performs?: Performs<A, StateOf<S, NoInfer<To>>, Type<Facts>, B>
      }
  ) => Step<undefined, StateOf<S, To>, B, Input, Facts, Type<Settings>, Closed, Answer>

  /** A step of a case that has begun. */
  readonly step: <
    const From extends keyof S & string,
    const To extends keyof S & string,
    const B extends By,
    Next extends StateOf<S, To>,
    Input extends Fields = {},
    Facts extends Fields = Input,
    Closed extends object = never,
    Answer extends Result.Result<Type<NoInfer<Facts>>, unknown> = Result.Result<Type<Facts>>
  >(
    declaration: Demands.Decided<Input, Facts> &
      Helps<StateOf<S, NoInfer<From>>, Type<NoInfer<Input>>, Type<Settings>, NoInfer<B>> &
      Demands.Evolved<S, From, To, Facts> & {
        readonly title: Bilingual
        readonly from: Some<From>
        readonly to: Some<Demands.Reached<To, Next>>
        readonly by: B
        readonly input?: Input
        readonly facts?: Facts
        readonly unless?: (
          state: StateOf<S, NoInfer<From>>,
          circumstances: Circumstances<Type<Settings>, ActorOf<B>>
        ) => Closed | undefined
        readonly decide?: (
          state: StateOf<S, NoInfer<From>>,
          input: Type<Input>,
          circumstances: Circumstances<Type<Settings>, ActorOf<B>>
        ) => Answer & Demands.OnlyFacts<Facts, Answer>
        readonly evolve?: (
          state: StateOf<S, NoInfer<From>>,
          event: Event<string, Type<Facts>, ActorOf<B>>
        ) => Next & Demands.OnlyFields<S, Next>
        readonly uniqueKey?: (facts: Type<NoInfer<Facts>>) => string | undefined
        /** What another case has to grant before it can be taken. */
        readonly needs?: ReadonlyArray<Need<StateOf<S, NoInfer<From>>>>
        readonly performs?: Performs<A, StateOf<S, NoInfer<To>>, Type<Facts>, B>
      }
  ) => Step<StateOf<S, From>, StateOf<S, To>, B, Input, Facts, Type<Settings>, Closed, Answer>

  /** A step that leaves the case where it is: somebody is reminded, something is asked again. */
  readonly stay: <
    const From extends keyof S & string,
    const B extends By,
    Input extends Fields = {},
    Facts extends Fields = Input,
    Closed extends object = never,
    Answer extends Result.Result<Type<NoInfer<Facts>>, unknown> = Result.Result<Type<Facts>>
  >(
    declaration: Demands.Decided<Input, Facts> &
      Helps<StateOf<S, NoInfer<From>>, Type<NoInfer<Input>>, Type<Settings>, NoInfer<B>> & {
        readonly title: Bilingual
        readonly from: Some<From>
        readonly by: B
        readonly input?: Input
        readonly facts?: Facts
        readonly unless?: (
          state: StateOf<S, NoInfer<From>>,
          circumstances: Circumstances<Type<Settings>, ActorOf<B>>
        ) => Closed | undefined
        readonly decide?: (
          state: StateOf<S, NoInfer<From>>,
          input: Type<Input>,
          circumstances: Circumstances<Type<Settings>, ActorOf<B>>
        ) => Answer & Demands.OnlyFacts<Facts, Answer>
        /** What else the case knows from now on; without it the case stays as it is. */
        readonly evolve?: (
          state: StateOf<S, NoInfer<From>>,
          event: Event<string, Type<NoInfer<Facts>>, ActorOf<B>>
        ) => StateOf<S, NoInfer<From>>
        readonly performs?: Performs<A, StateOf<S, NoInfer<From>>, Type<Facts>, B>
      }
  ) => Step<StateOf<S, From>, StateOf<S, From>, B, Input, Facts, Type<Settings>, Closed, Answer>

  /** How long a case may stay in some states. Either `within` a time or several, one for each rung, or `at` a moment that the case names. */
  readonly deadline: <
    const While extends keyof S & string,
    const Fires extends string,
    const Paused extends Exclude<keyof S & string, While> = never
  >(
    declaration: {
      readonly title: Bilingual
      readonly while: Some<While>
      readonly fires: Fires
      /** The step that is fired instead, where another case suspends that one; without it, the step is put off until it is not. */
      readonly whenSuspended?: Fires
      readonly warnAt?: number | ((settings: Type<Settings>, state: StateOf<S, NoInfer<While>>) => number)
    } & (
      | {
          readonly within: (settings: Type<Settings>, state: StateOf<S, NoInfer<While | Paused>>) => Rungs | undefined
          /** The states in which it stands still: no time counts there, and what was used stays used. */
          readonly pausedIn?: ReadonlyArray<Paused>
          readonly at?: never
        }
      | {
          readonly at: (state: StateOf<S, NoInfer<While>>) => Moment | undefined
          readonly within?: never
          readonly pausedIn?: never
        }
    )
  ) => Deadline<StateOf<S, While>, Fires, Type<Settings>, Paused>

  /**
   * The name of the case that an order begins, for the step that asks for it: what comes back of that case bears it. Where the step asks for a list, its place
   * there is said.
   */
  readonly childOf: (event: Pick<Event, "case" | "version">, order: Demands.Beginning<A>, index?: number) => CaseId

  /** The process itself. */
  readonly process: <
    const Steps extends Readonly<Record<string, OwnStep<StateOf<S>, Type<Settings>>>>,
    const Final extends keyof S & string,
    const Heard extends { readonly [N in keyof A]?: Demands.OutcomesOf<Steps, A[N]> } = {}
  >(
    declaration: Demands.ChildrenOf<A, Steps> & {
      readonly steps: Steps
      readonly final: Some<Final>
      readonly deadlines?: Readonly<
        Record<string, OwnDeadline<keyof S & string, Demands.Firing<Steps>, Type<Settings>>>
      >
      readonly outcomes?: Heard & Demands.OnlyActions<A, Heard>
      /** Steps of the world that are no outcome of its actions: who sends them. */
      readonly sentBy?: { readonly [N in Demands.Worldly<Steps>]?: Bilingual }
      /** What its cases hold over others while they are in a state: one that is over holds nothing. */
      readonly standing?: {
        readonly [N in Exclude<keyof S & string, NoInfer<Final>>]?: ReadonlyArray<Standing<StateOf<S, N>>>
      }
      readonly separate?: ReadonlyArray<readonly [Demands.Personal<Steps>, Demands.Personal<Steps>]>
      readonly invariants?: Readonly<Record<string, (state: StateOf<S>) => boolean>>
      /** What a case is about, in one line. */
      readonly about: (state: StateOf<S>, called: Called, titled: TitleOf) => Bilingual
      /** What was promised, and to whom. */
      readonly promised?: (state: StateOf<S>, called: Called) => Bilingual | undefined
      /** The people without whom the case does not move, where it waits for certain ones. */
      readonly awaits?: (state: StateOf<S>) => ReadonlyArray<PersonId>
      /** Its cases say who has whose place: they are how work is handed over, and no work that is. */
      readonly isArrangement?: boolean
      /** How events of earlier releases are read: by the name that a step had then, the forms of its facts, the latest first. */
      readonly formerly?: Formerly<PresentOf<Steps>>
    }
  ) => Process<Name, StateOf<S>, Steps, Schema.Struct<Settings>, Final>
}

/** Names a process and binds its words; returns the builders that know them. */
export const define = <
  const Name extends string,
  const S extends TitledStates,
  Settings extends Fields = {},
  A extends Actions = {}
>(
  name: Name,
  vocabulary: {
    readonly title: Bilingual
    readonly states: S
    readonly settings?: Settings
    readonly actions?: A
  }
): Words<
  Name,
  { readonly [N in keyof S]: { readonly [F in Exclude<keyof S[N], "title">]: FieldOf<S[N][F]> } },
  Settings,
  A
> =>
  // The builders only fill in what a declaration leaves out: what comes out is what went in, as the types of `Words` say.
  builders(name, { settings: {}, actions: {}, ...vocabulary }) as never

/** What stands beside the title of a state is a field. */
type FieldOf<F> = F extends Schema.Constraint ? F : never
