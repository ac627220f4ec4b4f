/**
 * A step as the kernel runs it: the typed declaration with its types rubbed off so that it can be looked up by name, and with what is
 * asked often prepared. This is the inner loop of the runtime, the simulator and the audit.
 *
 * @module
 */
import { Result } from "effect"
import type { Moment } from "../calendar/Moment.ts"
import {
  type Actor,
  type Child,
  type Clock,
  type Permission,
  type Person,
  type PersonId,
  withAnswerable
} from "./Actor.ts"
import type { Case, CaseId, Event, HandbookVersion, Orderer, Tagged } from "./Case.ts"
import * as CaseClock from "./CaseClock.ts"
import type { By, Circumstances } from "./Declaration.ts"
import { asked } from "./Input.ts"
import type { Reading } from "./Reader.ts"
import {
  NotDue,
  NotHeard,
  NotPermitted,
  NotSeparate,
  OtherHandbook,
  OutOfOrder,
  type Refusal,
  UnknownAccount
} from "./Refusal.ts"
import type { Stands } from "./Standing.ts"
import { overAsked, type Weighable, weigh } from "./Weighing.ts"

/** A step, ready to run. */
export interface Rule extends Weighable {
  readonly from: ReadonlySet<string>
  readonly by: By
  /** What a person has to be permitted; nothing where the step is not a person's. */
  readonly permission: Permission | undefined
  /** The steps that whoever does this one must not have done in the same case. */
  readonly apart: ReadonlyArray<string>
  /** Whether some other step is apart from this one, so that its doer has to be remembered. */
  readonly remembered: boolean
  /** What the step asks for, by name: nothing else of an input reaches it. */
  readonly asks: ReadonlyArray<string>
  /** The accounts that an input names; absent where none can. */
  readonly accounts: ((input: unknown) => ReadonlyArray<string>) | undefined
  readonly unless: ((state: unknown, circumstances: Circumstances<unknown>) => unknown) | undefined
  readonly decide:
    | ((state: unknown, input: unknown, circumstances: Circumstances<unknown>) => Result.Result<unknown, unknown>)
    | undefined
  readonly evolve: (state: unknown, event: Event) => Tagged
  readonly uniqueKey: ((facts: unknown) => string) | undefined
  readonly performs: ReadonlyArray<
    readonly [name: string, request: (next: unknown, event: Event, reading: Reading) => unknown]
  >
  /** The deadlines that fire this step, by name, each with its place in the process; one begins anew when it has fired, so that a reminder comes again. */
  readonly firedBy: ReadonlyMap<string, number>
  /** By the orders that begin cases: the ends of such a case that this step hears of. */
  readonly hears: Readonly<Record<string, ReadonlyArray<string>>>
}

/** Who may do what at a moment: the handbook's answer, delegation included. */
export type Entitled = (person: Person, permission: Permission, at: Moment) => boolean

/** Somebody at some time under some handbook. */
export interface Occasion<Settings = unknown> extends Circumstances<Settings> {
  readonly case: CaseId
  readonly entitled: Entitled
  /** The edition that `entitled` speaks for; that of the case, unless it is said. */
  readonly entitledUnder?: HandbookVersion
  /** The accounts that the handbook has; where nothing is said of them, any is taken. */
  readonly accounts?: ReadonlyArray<string>
  /** The case that has ordered the step, where one has. */
  readonly orderedBy?: Orderer
  /** What stands over the case by the names that it asks for (`Weighing`); where nothing is said of it, the step is not weighed against anything. */
  readonly standing?: ReadonlyArray<Stands>
}

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

/** Whether the process has said that this step hears of such an end. */
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
const standingOver = ({ orderedBy, standing }: Occasion) =>
  orderedBy === undefined || standing === undefined ? standing : overAsked(standing)

const ofAnother = (
  { accounts, step }: Rule,
  { accounts: known, input }: Occasion & { readonly input: unknown }
): Refusal | undefined => {
  if (accounts === undefined || known === undefined) return undefined
  const account = accounts(input).find((one) => !known.includes(one))
  return account === undefined ? undefined : new UnknownAccount({ step, account, known })
}

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
