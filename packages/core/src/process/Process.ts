/**
 * The kernel. A process is one value: `accept` lets a step happen or says why not, `evolve` tells what a case is after an event, and
 * everything else (desk, deadlines, diagram, check, tests) is read from the same declaration.
 *
 * Permission, separation of duties, the account and the handbook's edition are checked here, once: no process can be written around them.
 *
 * @module
 */
import type { Result, Schema } from "effect"
import * as Accepting from "./Accepting.ts"
import * as Action from "./Action.ts"
import type { Case } from "./Case.ts"
import * as Closed from "./Closed.ts"
import type { Any, Attempt, EventOf, RefusalOf, SettingsOf, StateOf, StepOf } from "./Declared.ts"
import * as Face from "./Face.ts"
import * as Input from "./Input.ts"
import type { Reader } from "./Reader.ts"
import type * as Rule from "./Rule.ts"

export { order } from "./CaseOrder.ts"
export type * from "./Declared.ts"
export type { Entitled } from "./Rule.ts"
export { define, type Words } from "./Words.ts"

/** Lets the step happen, as an event, or says why not. `current` is absent for a step that opens a case. */
export const accept = <P extends Any, S extends StepOf<P>>(
  process: P,
  current: Case<StateOf<P>> | undefined,
  attempt: Attempt<P, S>
): Result.Result<EventOf<P, S>, RefusalOf<P, S>> =>
  // The rule of that name was declared with exactly these types.
  Accepting.accept(ruleOf(process, attempt.step), current, attempt) as Result.Result<EventOf<P, S>, RefusalOf<P, S>>

/** What the case is after the event. Total: it never refuses, for what has happened has happened. */
export const evolve = <P extends Any>(
  process: P,
  current: Case<StateOf<P>> | undefined,
  event: EventOf<P>
): Case<StateOf<P>> =>
  // As above.
  Accepting.evolve(ruleOf(process, event.step), process.phases, current, event) as Case<StateOf<P>>

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
  Closed.closed(ruleOf(process, step), current, occasion) as RefusalOf<P, S> | undefined

/** The thing outside that the event has made its case's own, by a name that no other thing has; nothing where there is none. */
export const belonging = (process: Any, { facts, step }: Pick<EventOf<Any>, "facts" | "step">): string | undefined =>
  ruleOf(process, step).uniqueKey?.(facts)

/**
 * What must now happen outside because of the event; `after` is the case that it led to. Messages are made for the reader: with names and
 * times that the event itself does not have.
 */
export const actions = <P extends Any>(
  process: P,
  after: Case<StateOf<P>>,
  event: EventOf<P>,
  reader?: Reader
): ReadonlyArray<Action.Action> => {
  const { performs } = ruleOf(process, event.step)
  if (performs.length === 0) return []
  const reading = Face.reading(process, after, reader)
  return performs.flatMap(([name, asks]) => {
    const asked = asks(after.state, event, reading)
    if (asked === undefined) return []
    const one = { process: process.name, case: after.id, version: after.version, step: event.step, name }
    return Array.isArray(asked)
      ? asked.map((request, index) => ({ key: Action.keyOf(one, name, index), ...one, request }))
      : [{ key: Action.keyOf(one, name), ...one, request: asked }]
  })
}

/** Whether the case is over: nothing can happen to it any more. */
export const isOver = <P extends Any>(process: P, current: Case<StateOf<P>>): boolean =>
  process.final.includes(current.state._tag)

/** What the step has to be told from outside, and nothing else. */
export const inputOf = (process: Any, step: string): Schema.Constraint =>
  ruleOf(process, step).asks.length === 0 ? Input.nothing : (process.steps[step]?.input ?? Input.nothing)

/** What the step asks for of what it is told, without what else came along. */
export const asked = (process: Any, step: string, input: unknown): unknown =>
  Input.asked(ruleOf(process, step).asks, input)

/** The step as the kernel runs it. */
export const ruleOf = (process: Any, step: string): Rule.Rule => {
  const rule = process.rules[step]
  // What every object has by itself is no rule.
  if (rule?.step !== step) throw new Error(`${process.name} has no step ${step}`)
  return rule
}
