/**
 * Why a step is not open to somebody now, whatever they would put in: its order, its people, what stands over it, and its own rule.
 *
 * @module
 */
import { Result } from "effect"
import type { Actor, Child, Clock } from "./Actor.ts"
import type { Case, Tagged } from "./Case.ts"
import * as CaseClock from "./CaseClock.ts"
import { NotDue, NotHeard, NotPermitted, NotSeparate, OtherHandbook, OutOfOrder, type Refusal } from "./Refusal.ts"
import type { Occasion, Rule } from "./Rule.ts"
import type { Stands } from "./Standing.ts"
import { overAsked, weigh } from "./Weighing.ts"

/** Why the step cannot be taken on this occasion, whatever its input; nothing if it can. */
export const closed = (rule: Rule, current: Case<Tagged> | undefined, occasion: Occasion): unknown => {
  if (current === undefined ? rule.from.size > 0 : !rule.from.has(current.state._tag)) {
    return new OutOfOrder({ step: rule.step, state: current === undefined ? "not begun" : current.state._tag })
  }
  if (current !== undefined && current.handbook !== occasion.handbook) {
    return new OtherHandbook({ begun: current.handbook, given: occasion.handbook })
  }
  return (
    notPermitted(rule, current, occasion) ??
    notSeparate(rule, current, occasion.by) ??
    notStanding(rule, current?.state, occasion) ??
    rule.unless?.(current?.state, occasion)
  )
}

const notPermitted = (
  rule: Rule,
  current: Case<Tagged> | undefined,
  { at, by, entitled }: Occasion
): Refusal | undefined => {
  switch (by._tag) {
    case "Clock":
      if (rule.by !== "clock") break
      return isNext(rule, current, by) ? undefined : new NotDue({ step: rule.step, by })
    case "World":
      if (rule.by === "world") return undefined
      break
    case "Person":
      if (rule.permission !== undefined && entitled(by, rule.permission, at)) return undefined
      break
    case "Child":
      if (rule.by !== "child") break
      return hears(rule, by) ? undefined : new NotHeard({ step: rule.step, by })
  }
  return new NotPermitted({ step: rule.step, by, needs: rule.by })
}

/** Whether that rung is the next at which the deadline fires this step; when that is, is for calendars to say. */
const isNext = ({ firedBy }: Rule, current: Case<Tagged> | undefined, { deadline, rung }: Clock): boolean => {
  const index = firedBy.get(deadline)
  const clock = index === undefined ? undefined : current?.clocks[index]
  return clock !== undefined && clock.fired === rung - 1 && !CaseClock.stands(clock)
}

/** Whether the process has said that this step hears that such a case has come there. */
const hears = (rule: Rule, { order, state }: Child): boolean =>
  Object.hasOwn(rule.hears, order) && rule.hears[order]?.includes(state) === true

const notSeparate = (rule: Rule, current: Case<Tagged> | undefined, by: Actor): Refusal | undefined => {
  if (by._tag !== "Person" || current === undefined) return undefined
  for (const other of rule.apart) {
    const doers = current.did[other]
    if (doers === undefined) continue
    for (const person of doers) {
      if (person === by.person || person === by.onBehalfOf)
        return new NotSeparate({ step: rule.step, did: other, person })
    }
  }
  return undefined
}

const notStanding = (rule: Rule, state: Tagged | undefined, occasion: Occasion) => {
  const { by, case: id } = occasion
  const standing = standingOver(occasion)
  if (standing === undefined || (standing.length === 0 && rule.needs.length === 0)) return undefined
  const weighed = weigh(rule, id, state, by, standing)
  return Result.isFailure(weighed) ? weighed.failure : undefined
}

/** What stands over the step; a case that has ordered it has asked for it before. */
export const standingOver = ({ orderedBy, standing }: Occasion): ReadonlyArray<Stands> | undefined =>
  orderedBy === undefined || standing === undefined ? standing : overAsked(standing)
