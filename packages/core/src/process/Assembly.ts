/**
 * Puts a declared process together: fills in what was left out, and prepares what the kernel asks at every step.
 *
 * @module
 */
import { Record, Schema } from "effect"
import { accountsIn } from "./Account.ts"
import { envelope } from "./Case.ts"
import type { Actions, AnyDeadline, AnyStep, Outcomes, States } from "./Declaration.ts"
import type { Any } from "./Declared.ts"
import type { Rule } from "./Rule.ts"

type Fields = Schema.Struct.Fields

interface DeclaredStep extends Omit<Partial<AnyStep>, "input" | "facts"> {
  readonly by: AnyStep["by"]
  readonly to: AnyStep["to"]
  readonly evolve: AnyStep["evolve"]
  readonly input?: Fields
  readonly facts?: Fields
}

interface DeclaredProcess extends Partial<Pick<Any, "deadlines" | "outcomes" | "separate" | "invariants">> {
  readonly steps: Readonly<Record<string, AnyStep>>
  readonly final: ReadonlyArray<string>
}

/** The builders of `Words`, without their types. */
export const builders = (states: States, settings: Fields, actions: Actions) => {
  const State = Schema.TaggedUnion(states)
  const Settings = Schema.Struct(settings)
  return {
    State,
    Settings,
    opening: (declared: DeclaredStep) => stepOf(withoutState(declared)),
    step: stepOf,
    staying: (declared: Omit<DeclaredStep, "to" | "evolve">) =>
      stepOf({ ...declared, to: [], evolve: (state: never) => state }),
    deadline: (declared: Partial<AnyDeadline>) => ({
      within: undefined,
      at: undefined,
      ...declared,
      warnAt: declared.warnAt ?? 0.8
    }),
    process: (name: string, declared: DeclaredProcess) => {
      const { deadlines = {}, final, invariants = {}, outcomes = {}, separate = [], steps } = declared
      const names = Object.keys(states)
      return {
        name,
        state: State,
        event: Schema.toCodecJson(
          Schema.Union(
            Object.entries(steps).map(([step, { facts }]) =>
              Schema.Struct({ ...envelope, step: Schema.Literal(step), facts })
            )
          )
        ),
        states: names,
        final,
        settings: Settings,
        steps,
        deadlines,
        actions,
        outcomes: outcomes as Readonly<Record<string, Outcomes<string>>>,
        separate,
        invariants,
        rules: Record.map(steps, (step, stepName) => ruleOf(stepName, step, separate, deadlines)),
        runningIn: Object.fromEntries(
          names.map((state) => [state, Object.values(deadlines).map((deadline) => deadline.while.includes(state))])
        )
      }
    }
  }
}

const stepOf = (declared: DeclaredStep) => {
  const input = declared.input ?? {}
  return {
    from: [],
    unless: undefined,
    decide: undefined,
    owns: undefined,
    ...declared,
    performs: declared.performs ?? {},
    input: Schema.Struct(input),
    facts: Schema.Struct(declared.facts ?? input)
  }
}

/** An opening step is written without the state that is not there yet; the kernel hands over an absent one. */
const withoutState = (declared: DeclaredStep): DeclaredStep => {
  const { decide, evolve, unless } = declared as unknown as {
    // What `Words.opening` lets one write.
    readonly unless?: (circumstances: never) => unknown
    readonly decide?: (input: never, circumstances: never) => never
    readonly evolve: (event: never) => unknown
  }
  return {
    ...declared,
    from: [],
    evolve: (_: never, event: never) => evolve(event),
    ...(unless && { unless: (_: never, circumstances: never) => unless(circumstances) }),
    ...(decide && { decide: (_: never, input: never, circumstances: never) => decide(input, circumstances) })
  }
}

const ruleOf = (step: string, declared: AnyStep, separate: Any["separate"], deadlines: Any["deadlines"]): Rule => {
  // The kernel calls a step only with the states, inputs and events of its own process, so its types may be rubbed off here.
  const { decide, evolve, owns, unless } = declared as unknown as Pick<Rule, "decide" | "evolve" | "owns" | "unless">
  return {
    step,
    from: new Set(declared.from),
    by: declared.by,
    accounts: accountsIn(declared.input),
    apart: separate.flatMap(([one, other]) => [...(one === step ? [other] : []), ...(other === step ? [one] : [])]),
    remembered: separate.some((pair) => pair.includes(step)),
    unless,
    decide,
    evolve,
    owns,
    // As above: what is asked for is asked of the states and events of this process.
    performs: Object.entries(declared.performs) as unknown as Rule["performs"],
    restarts: Object.values(deadlines).map((deadline) => deadline.fires === step)
  }
}
