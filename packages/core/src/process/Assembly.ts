/**
 * Puts a declared process together: fills in what was left out, and prepares what the kernel asks at every step.
 *
 * @module
 */
import { Record, Schema } from "effect"
import * as Personal from "../account/Personal.ts"
import * as Tag from "../account/Tag.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Finding } from "../finding/Finding.ts"
import { accountsIn } from "./Account.ts"
import { carrying } from "./Carrying.ts"
import type { Event } from "./Case.ts"
import type { Phase } from "./CaseClock.ts"
import { childOf } from "./CaseOrder.ts"
import { news } from "./Children.ts"
import {
  type Actions,
  type AnyDeadline,
  type AnyStep,
  type Face,
  firing,
  isPersonal,
  type Outcomes,
  type Titled,
  type TitledStates
} from "./Declaration.ts"
import type { Any } from "./Declared.ts"
import { eventOf, type Formerly, type Present } from "./Former.ts"
import type { Rule } from "./Rule.ts"

type Fields = Schema.Struct.Fields

interface DeclaredStep extends Omit<Partial<AnyStep>, "input" | "facts"> {
  readonly title: Bilingual
  readonly by: AnyStep["by"]
  readonly to: AnyStep["to"]
  readonly input?: Fields
  readonly facts?: Fields
}

interface DeclaredDeadline extends Omit<Partial<AnyDeadline>, "title"> {
  readonly title: Bilingual
}

interface DeclaredProcess
  extends Partial<
    Pick<Any, "deadlines" | "outcomes" | "children" | "sentBy" | "standing" | "separate" | "invariants">
  > {
  readonly steps: Readonly<Record<string, AnyStep>>
  readonly final: ReadonlyArray<string>
  readonly about: Face["about"]
  readonly promised?: Face["promised"]
  readonly awaits?: Face["awaits"]
  readonly isArrangement?: boolean
  readonly formerly?: Formerly<Present>
}

interface Vocabulary {
  readonly title: Bilingual
  readonly states: TitledStates
  readonly settings: Fields
  readonly actions: Actions
}

/** The builders of `Words`, without their types. */
export const builders = (name: string, { actions, settings, states: declaredStates, title }: Vocabulary) => {
  const states = Record.map(declaredStates, fieldsOf)
  const State = Schema.TaggedUnion(states)
  const stepOf = stepIn(states)
  const Settings = Schema.Struct(settings)
  return {
    State,
    Settings,
    start: (declared: DeclaredStep) => stepOf(withoutState(declared)),
    step: stepOf,
    stay: (declared: Omit<DeclaredStep, "to">) => stepOf({ evolve: (state: never) => state, ...declared, to: [] }),
    deadline: (declared: DeclaredDeadline) => ({
      within: undefined,
      at: undefined,
      whenSuspended: undefined,
      pausedIn: [],
      ...declared,
      warnAt: declared.warnAt ?? 0.8
    }),
    childOf: (event: Pick<Event, "case" | "version">, order: string, index?: number) =>
      childOf(name, event, order, index),
    process: (declared: DeclaredProcess) => {
      const {
        about,
        awaits,
        children = {},
        deadlines = {},
        final,
        formerly = {},
        invariants = {},
        isArrangement = false,
        outcomes = {},
        promised,
        separate = [],
        sentBy = {},
        standing = {},
        steps
      } = declared
      const names = Object.keys(states)
      const tags = tagging(states)
      return {
        name,
        title,
        titles: Record.map(declaredStates, ({ title }) => title),
        face: { about, promised, awaits, isArrangement },
        state: State,
        tags,
        personal: personalIn(steps, states),
        event: eventOf(steps, formerly),
        states: names,
        final,
        settings: Settings,
        steps,
        deadlines,
        actions,
        outcomes: outcomes as Readonly<Record<string, Outcomes<string>>>,
        children,
        sentBy,
        standing,
        separate,
        invariants,
        rules: Record.map(steps, (step, stepName) =>
          ruleOf(stepName, step, { name, children, deadlines, separate, tags })
        ),
        phases: Object.fromEntries(
          names.map((state) => [state, Object.values(deadlines).map((deadline) => phaseOf(deadline, state))])
        )
      }
    }
  }
}

/** What stands beside the title is a field, as the types of `Words` say. */
const fieldsOf = ({ title: _, ...fields }: Titled) => fields as Fields

const phaseOf = ({ pausedIn, while: runsIn }: AnyDeadline, state: string): Phase =>
  runsIn.includes(state) ? "runs" : pausedIn.includes(state) ? "stands" : "is off"

const tagging = (states: Readonly<Record<string, Fields>>): Any["tags"] => {
  const idsOf = Record.map(states, (fields) => Tag.idsIn(Schema.Struct(fields)))
  return (state) => [...new Set(idsOf[state._tag]?.(state).map(({ id, kind }) => Tag.of(kind, id)))]
}

const personalIn = (steps: DeclaredProcess["steps"], states: Readonly<Record<string, Fields>>): Any["personal"] => {
  const inFacts = Record.map(steps, ({ facts }) => Personal.textsIn(facts))
  const inState = Record.map(states, (fields) => Personal.textsIn(Schema.Struct(fields)))
  return ({ facts, step }, state) => [...(inFacts[step]?.(facts) ?? []), ...(inState[state._tag]?.(state) ?? [])]
}

const stepIn = (states: Readonly<Record<string, Fields>>) => (declared: DeclaredStep) => {
  const input = declared.input ?? {}
  const [to = ""] = declared.to
  return {
    from: [],
    unless: undefined,
    decide: undefined,
    uniqueKey: undefined,
    opensWith: undefined,
    advises: undefined,
    needs: [],
    evolve: carrying(to, Object.keys(states[to] ?? {}), Object.keys(declared.facts ?? input)),
    ...declared,
    performs: declared.performs ?? {},
    input: Schema.Struct(input),
    facts: Schema.Struct(declared.facts ?? input)
  }
}

/** Inputs are structs, as `stepIn` has made them. */
const fieldsAsked = ({ input }: AnyStep): Fields => (input as Schema.Struct<Fields>).fields

/** A step that begins a case is written without the state that is not there yet; the kernel hands over an absent one. */
const withoutState = (declared: DeclaredStep): DeclaredStep => {
  const { advises, decide, evolve, unless } = declared as unknown as {
    // What `Words.start` lets one write.
    readonly unless?: (circumstances: never) => unknown
    readonly decide?: (input: never, circumstances: never) => never
    readonly evolve?: (event: never) => unknown
    readonly advises?: (input: never, circumstances: never) => ReadonlyArray<Finding>
  }
  return {
    ...declared,
    from: [],
    ...(evolve && { evolve: (_: never, event: never) => evolve(event) }),
    ...(unless && { unless: (_: never, circumstances: never) => unless(circumstances) }),
    ...(advises && { advises: (_: never, input: never, circumstances: never) => advises(input, circumstances) }),
    ...(decide && { decide: (_: never, input: never, circumstances: never) => decide(input, circumstances) })
  }
}

const ruleOf = (
  step: string,
  declared: AnyStep,
  { children, deadlines, name, separate, tags }: Pick<Any, "name" | "children" | "deadlines" | "separate" | "tags">
): Rule => {
  // The kernel calls a step only with the states, inputs and events of its own process, so its types may be rubbed off here.
  const { advises, decide, evolve, uniqueKey, unless } = declared as unknown as Pick<
    Rule,
    "advises" | "decide" | "evolve" | "uniqueKey" | "unless"
  >
  return {
    process: name,
    step,
    from: new Set(declared.from),
    by: declared.by,
    permission: isPersonal(declared.by) ? declared.by : undefined,
    asks: Object.keys(fieldsAsked(declared)),
    accounts: accountsIn(declared.input),
    apart: separate.flatMap(([one, other]) => [...(one === step ? [other] : []), ...(other === step ? [one] : [])]),
    remembered: separate.some((pair) => pair.includes(step)),
    unless,
    decide,
    evolve,
    uniqueKey,
    advises,
    // As above: what is asked for is asked of the states and events of this process.
    performs: Object.entries(declared.performs) as unknown as Rule["performs"],
    firedBy: new Map(
      Object.entries(deadlines).flatMap(([name, deadline], index) =>
        firing(deadline).includes(step) ? [[name, index] as const] : []
      )
    ),
    // As above.
    needs: declared.needs as unknown as Rule["needs"],
    tags,
    hears: Record.map(children, (one) => news(one).flatMap(([state, heard]) => (heard === step ? [state] : [])))
  }
}
