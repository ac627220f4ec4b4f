/**
 * An order: a step of another process, asked for as an action. A worker carries it by itself, and the step is taken once, however often it is
 * carried: it is sent under the action's own key.
 *
 * A step that opens a case begins a *child*: its name is made from the action's key, so that a parent knows it when it orders (`childOf`); its first
 * event says which case has ordered it, and its end comes back as a step of that case. Processes order only of those that were declared before them, so none begins itself.
 *
 * @module
 */
import { Schema } from "effect"
import * as Action from "./Action.ts"
import { Person } from "./Actor.ts"
import type { Event } from "./Case.ts"
import { CaseId } from "./CaseId.ts"
import { caseFor } from "./CaseName.ts"
import type { Any, InputOf, StepOf } from "./Declared.ts"

/** A kind of action that is a step of another process. */
export interface CaseOrder<P extends Any, S extends StepOf<P>>
  extends Action.Kind<`${P["name"]}.${S}`, RequestOf<P, S>, {}> {
  readonly order: { readonly process: P; readonly step: S }
}

/** Any order. */
export interface AnyOrder extends Action.AnyKind {
  readonly order: { readonly process: Any; readonly step: string }
}

/** What is asked: what the step is told, who has decided it (the world, unless a person is named), and of which case, where there is one. */
export type RequestOf<P extends Any, S extends StepOf<P>> = Request<InputOf<P, S>> & Addressed<P["steps"][S]["from"]>
interface Request<Input> {
  readonly input: Input
  readonly by?: Person
}
type Addressed<From extends ReadonlyArray<string>> =
  From extends ReadonlyArray<never> ? unknown : { readonly case: CaseId }

/** The step as an action. */
export const order = <P extends Any, const S extends StepOf<P>>(process: P, step: S): CaseOrder<P, S> => {
  const declared = process.steps[step]
  if (declared === undefined) throw new Error(`${process.name} has no step ${step}`)
  const request = Schema.Struct({
    input: declared.input,
    by: Schema.optionalKey(Person),
    ...(declared.from.length > 0 && { case: CaseId })
  })
  return {
    name: `${process.name}.${step}`,
    // The fields are those that the type names; inputs need no service.
    request: Schema.toCodecJson(request) as unknown as Schema.Codec<RequestOf<P, S>, Schema.Json>,
    done: Schema.toCodecJson(Schema.Struct({})),
    repeatable: true,
    order: { process, step }
  }
}

/** The input of the step that hears of a refused order: why, and the case that was to take the step or to begin with it. */
export const refused = { ...Action.refused, case: CaseId }

/** The name of the case that the order begins which the step behind an event asks for, or which stands at that place of its list. */
export const childOf = (
  process: string,
  { case: id, version }: Pick<Event, "case" | "version">,
  order: string,
  index?: number
): CaseId => caseFor(Action.keyOf({ process, case: id, version }, order, index))

/** Whether it is a step of another process, and not for a carrier. */
export const isOrder = (kind: Action.AnyKind): kind is AnyOrder => "order" in kind

/** Whether it begins a case. */
export const begins = ({ order: { process, step } }: AnyOrder): boolean => process.steps[step]?.from.length === 0

/** The orders of a process that begin cases, by what it calls them. */
export const beginning = ({ actions }: Pick<Any, "actions">): ReadonlyArray<readonly [name: string, kind: AnyOrder]> =>
  Object.entries(actions).flatMap(([name, kind]) => (isOrder(kind) && begins(kind) ? [[name, kind] as const] : []))
