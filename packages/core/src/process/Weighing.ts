/**
 * What stands over a step: which names it asks for, and whether what is found under them lets it be taken.
 *
 * @module
 */
import { Result } from "effect"
import { type Bilingual, same } from "../finding/Bilingual.ts"
import { type Actor, answerable } from "./Actor.ts"
import type { Address, Case, CaseId, Tagged } from "./Case.ts"
import { NotGranted, Suspended } from "./Refusal.ts"
import {
  everyStep,
  granting,
  type Held,
  type Need,
  ofCase,
  type Standing,
  type Stands,
  settingAside,
  suspending
} from "./Standing.ts"

/** A step, as far as it is weighed. */
export interface Weighable {
  readonly process: string
  readonly step: string
  readonly by: string
  /** What has to be granted for it. */
  readonly needs: ReadonlyArray<Need<unknown>>
  /** The tags that a state gives to a case of the process. */
  readonly tags: (state: Tagged) => ReadonlyArray<string>
}

/** A process, as far as its cases hold something over others. */
interface Holder {
  readonly title: Bilingual
  readonly standing: Readonly<Record<string, ReadonlyArray<Standing<never>>>>
}

/** What the case holds over others where it is; one that is over holds nothing. */
export const heldBy = (process: Holder, { state }: Pick<Case<Tagged>, "state">): ReadonlyArray<Held> => {
  // What is declared for a state is asked of that state.
  const declared = process.standing[state._tag] as ReadonlyArray<Standing<unknown>> | undefined
  return (declared ?? none).flatMap((one): ReadonlyArray<Held> => {
    if ("grants" in one) return [{ name: granting(one.grants, one.of(state)), terms: { steps: [] } }]
    if ("setsAside" in one) {
      return [{ name: settingAside(one.for(state)), terms: { steps: [], aside: one.setsAside(state) } }]
    }
    const { except, heldBy, notOf, since, sparesAsked, suspends, until } = one
    const of = one.of === undefined ? "" : one.of(state)
    const terms = {
      steps: suspends.steps,
      title: process.title,
      ...(except && { except: except(state) }),
      ...(notOf && { notOf: notOf(state) }),
      ...(since && { since: since(state) }),
      ...(heldBy && { heldBy: heldBy(state) }),
      ...(until && { until: until(state) }),
      ...(sparesAsked && { spares: sparesAsked })
    }
    return of === undefined ? [] : [{ name: suspending(suspends.process, of), terms }]
  })
}

/** The names under which something may stand over the step of a case in that state; what has happened outside has happened, and asks for none. */
export const namesFor = (rule: Weighable, id: CaseId, state: Tagged): ReadonlyArray<string> =>
  isFree(rule) ? none : [...suspensions(rule, id, state), ...grants(rule, state).map(({ name }) => name)]

/** A process, as far as its steps are weighed. */
interface Process extends Pick<Weighable, "tags"> {
  readonly name: string
  readonly rules: Readonly<Record<string, Pick<Weighable, "needs"> & { readonly from: ReadonlySet<string> }>>
}

/** The names under which something may stand over any step of the case. */
export const namesOver = (process: Process, id: CaseId, state: Tagged): ReadonlyArray<string> => [
  ...suspensions({ process: process.name, tags: process.tags }, id, state),
  ...Object.values(process.rules).flatMap((rule) =>
    (rule.from.has(state._tag) ? grants(rule, state) : none).map(({ name }) => name)
  )
]

/** Why what stands does not let the step be taken by somebody, or the cases whose standing it is that lets them. Where no case is yet, nothing is known of it. */
export const weigh = (
  rule: Weighable,
  id: CaseId,
  state: Tagged | undefined,
  by: Actor,
  standing: ReadonlyArray<Stands>
): Result.Result<ReadonlyArray<Address>, Suspended | NotGranted> => {
  const excepted = suspended(rule, id, state, by, standing)
  if (Result.isFailure(excepted)) return excepted
  const decided = [...excepted.success]
  for (const { grant, name, of } of state === undefined ? none : grants(rule, state)) {
    const granted = standing.find((one) => one.name === name)
    if (granted === undefined) return Result.fail(new NotGranted({ step: rule.step, grant, of }))
    decided.push(addressOf(granted))
  }
  return Result.succeed(decided)
}

/** Which case suspends the step for somebody, or the cases that except them. */
export const suspended = (
  rule: Weighable,
  id: CaseId,
  state: Tagged | undefined,
  by: Actor,
  standing: ReadonlyArray<Stands>
): Result.Result<ReadonlyArray<Address>, Suspended> => {
  if (isFree(rule) || standing.length === 0) return Result.succeed(none)
  const names = new Set(suspensions(rule, id, state))
  const all = standing.filter(({ name, terms: { steps } }) => {
    return names.has(name) && (steps.includes(rule.step) || steps.includes(everyStep))
  })
  const over = all.filter((one) => !isTakenOver(one, all) && !isSpared(rule, id, state, one))
  const first = over.find((one) => !isExcepted(by, one))
  return first === undefined ? Result.succeed(over.map(addressOf)) : Result.fail(suspendedBy(rule.step, first))
}

/** Whether a later case of its process has taken it over. */
const isTakenOver = (one: Stands, all: ReadonlyArray<Stands>): boolean =>
  one.terms.since !== undefined &&
  all.some((other) => other.process === one.process && other.name === one.name && isLater(other, one))

/** Of two of the same moment, the name of the case decides, so that one of them holds. */
const isLater = ({ case: id, terms: { since } }: Stands, one: Stands): boolean => {
  const [later, earlier] = [since?.epochMilliseconds ?? 0, one.terms.since?.epochMilliseconds ?? 0]
  return later > earlier || (later === earlier && id > one.case)
}

/** Whether it leaves the case alone, which bears a tag that it is not of. */
const isSpared = (
  { tags }: Pick<Weighable, "tags">,
  id: CaseId,
  state: Tagged | undefined,
  { terms: { notOf = none } }: Stands
): boolean =>
  notOf.length > 0 && [ofCase(id), ...(state === undefined ? none : tags(state))].some((tag) => notOf.includes(tag))

const suspendedBy = (step: string, one: Stands): Suspended => {
  const { heldBy, title, until } = one.terms
  const told = { ...(heldBy !== undefined && { heldBy }), ...(until && { until }) }
  return new Suspended({ step, ...addressOf(one), title: title ?? same(one.process), ...told })
}

/** What stands over something that was asked for before. */
export const overAsked = (standing: ReadonlyArray<Stands>): ReadonlyArray<Stands> =>
  standing.filter(({ terms }) => terms.spares !== true)

const isFree = ({ by }: Weighable): boolean => by === "world" || by === "child"

const suspensions = (
  { process, tags }: Pick<Weighable, "process" | "tags">,
  id: CaseId,
  state: Tagged | undefined
): ReadonlyArray<string> =>
  [undefined, ofCase(id), ...(state === undefined ? none : tags(state))].map((of) => suspending(process, of))

const grants = ({ needs }: Pick<Weighable, "needs">, state: Tagged) =>
  needs.flatMap(({ grant, of }) => {
    const thing = of(state)
    return thing === undefined ? [] : [{ grant: grant.name, of: thing, name: granting(grant, thing) }]
  })

const isExcepted = (by: Actor, { terms: { except = none } }: Stands): boolean =>
  by._tag === "Person" && answerable(by).some((person) => except.includes(person))

const addressOf = ({ case: id, process }: Stands): Address => ({ process, case: id })

const none: ReadonlyArray<never> = []
