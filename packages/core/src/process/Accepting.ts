/**
 * Takes a step, or says why not, and what the case is afterwards: the inner loop of the runtime, the simulator and the audit.
 *
 * @module
 */
import { Result } from "effect"
import { type PersonId, withAnswerable } from "./Actor.ts"
import type { Case, Event, Tagged } from "./Case.ts"
import * as CaseClock from "./CaseClock.ts"
import { closed, standingOver } from "./Closed.ts"
import { asked } from "./Input.ts"
import { type Refusal, UnknownAccount } from "./Refusal.ts"
import type { Occasion, Rule } from "./Rule.ts"
import { weigh } from "./Weighing.ts"

/** Lets the step happen, as an event, or says why not. */
export const accept = (
  rule: Rule,
  current: Case<Tagged> | undefined,
  occasion: Occasion & { readonly input: unknown }
): Result.Result<Event, unknown> => {
  const refusal = closed(rule, current, occasion) ?? ofAnother(rule, occasion)
  if (refusal !== undefined) return Result.fail(refusal)
  let facts = asked(rule.asks, occasion.input)
  if (rule.decide !== undefined) {
    const decided = rule.decide(current?.state, facts, occasion)
    if (Result.isFailure(decided)) return Result.fail(decided.failure)
    facts = decided.success
  }
  const event: Making = {
    case: occasion.case,
    version: current === undefined ? 1 : current.version + 1,
    step: rule.step,
    facts,
    by: occasion.by,
    at: occasion.at,
    handbook: occasion.handbook
  }
  const { by, entitledUnder, handbook, orderedBy } = occasion
  const standing = standingOver(occasion) ?? none
  if (standing.length > 0) {
    // What a case is about that begins now, its first state says.
    const weighed = weigh(rule, occasion.case, current?.state ?? rule.evolve(undefined, event), by, standing)
    if (Result.isFailure(weighed)) return Result.fail(weighed.failure)
    if (weighed.success.length > 0) event.decidedBy = weighed.success
  }
  // Nobody else than a person is entitled by an edition.
  if (by._tag === "Person" && entitledUnder !== undefined && entitledUnder !== handbook)
    event.entitledUnder = entitledUnder
  if (orderedBy !== undefined) event.orderedBy = orderedBy
  return Result.succeed(event)
}

const ofAnother = (
  { accounts, step }: Rule,
  { accounts: known, input }: Occasion & { readonly input: unknown }
): Refusal | undefined => {
  if (accounts === undefined || known === undefined) return undefined
  const account = accounts(input).find((one) => !known.includes(one))
  return account === undefined ? undefined : new UnknownAccount({ step, account, known })
}

/** An event while it is being made. */
type Making = { -readonly [K in keyof Event]: Event[K] }

/** What the case is after the event; `phases` says for each state what each deadline does in it. */
export const evolve = (
  rule: Rule,
  phases: Readonly<Record<string, ReadonlyArray<CaseClock.Phase>>>,
  current: Case<Tagged> | undefined,
  event: Event
): Case<Tagged> => {
  const state = rule.evolve(current?.state, event)
  const stays = current !== undefined && current.state._tag === state._tag
  return {
    id: event.case,
    version: event.version,
    entered: stays ? current.entered : event.version,
    handbook: current?.handbook ?? event.handbook,
    parent: current === undefined ? event.orderedBy : current.parent,
    state,
    at: event.at,
    did: rule.remembered ? remember(current?.did, event) : (current?.did ?? nobody),
    clocks: clocks(rule, phases[state._tag] ?? none, current, stays, state._tag, event)
  }
}

const none: ReadonlyArray<never> = []

const clocks = (
  rule: Rule,
  phases: ReadonlyArray<CaseClock.Phase>,
  before: Case<Tagged> | undefined,
  stays: boolean,
  state: string,
  { at, by }: Event
): Case<Tagged>["clocks"] => {
  const fired = by._tag === "Clock" ? rule.firedBy.get(by.deadline) : undefined
  const isBack = before !== undefined && at.epochMilliseconds < before.at.epochMilliseconds
  // Nothing has happened to them: most steps end here.
  if (before !== undefined && stays && fired === undefined && !isBack) return before.clocks
  return CaseClock.after(before?.clocks ?? none, { phases, state, fired, at, isBack })
}

const nobody: Case<Tagged>["did"] = {}

const remember = (did: Case<Tagged>["did"] = nobody, { by, step }: Event): Case<Tagged>["did"] => {
  if (by._tag !== "Person") return did
  const doers = did[step] ?? none
  const all = withAnswerable(doers, by)
  if (all === doers) return did
  const next: Record<string, ReadonlyArray<PersonId>> = { ...did }
  next[step] = all
  return next
}
