/**
 * What stands over a case at this moment, asked of the log.
 *
 * @module
 */
import { Duration, Effect, Result } from "effect"
import type { Actor, Person } from "../process/Actor.ts"
import { type Case, keyOf, type Tagged } from "../process/Case.ts"
import * as Process from "../process/Process.ts"
import { settingAside, suspending } from "../process/Standing.ts"
import * as Weighing from "../process/Weighing.ts"
import type { AnyCase } from "./Cases.ts"
import { EventLog, type Weighed } from "./EventLog.ts"
import * as History from "./History.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"
import type { Claimed } from "./WorkQueue.ts"

/**
 * What a step is to be weighed against, in the state that its case is in or begins in. Over most steps nothing stands: that is taken for granted, and the
 * log looks when the step is stored, unless it has said otherwise already; what has to be granted is always asked for.
 */
export const over = Effect.fnUntraced(function* (
  process: Process.Any,
  step: string,
  { id, state }: Pick<Case<Tagged>, "id" | "state">,
  isLooked: boolean
): Effect.fn.Return<Weighed, StoreUnavailable, EventLog> {
  const rule = Process.ruleOf(process, step)
  const names = Weighing.namesFor(rule, id, state)
  const isAsked = names.length > 0 && (isLooked || rule.needs.length > 0)
  return { names, found: isAsked ? yield* Effect.flatMap(EventLog, (log) => log.standing(names)) : [] }
})

/** How long what is suspended waits before it is looked at again. */
export const pause: Duration.Duration = Duration.minutes(1)

/** Whether anything hangs on what was found. */
export const isWeighty = (process: Process.Any, step: string, { found }: Weighed): boolean =>
  found.length > 0 || Process.ruleOf(process, step).needs.length > 0

/** What stands over people's steps in all of these cases. */
export const overAll = (cases: ReadonlyArray<AnyCase>) =>
  Effect.flatMap(EventLog, (log) =>
    log.standing([
      ...new Set(cases.flatMap(({ case: { id, state }, process }) => Weighing.namesOver(process, id, state)))
    ])
  )

/** What stands over all cases of these processes, also over those that are still to begin. */
export const overBeginnings = (processes: ReadonlyArray<Process.Any>) =>
  Effect.flatMap(EventLog, (log) => log.standing(processes.map(({ name }) => suspending(name))))

/** What a person has set aside: whether a case is still as they have seen it. Whoever is in their place sees everything. */
export const aside = Effect.fnUntraced(function* ({
  onBehalfOf,
  person
}: Person): Effect.fn.Return<(one: AnyCase) => boolean, StoreUnavailable, EventLog> {
  const found =
    onBehalfOf === undefined ? yield* Effect.flatMap(EventLog, (log) => log.standing([settingAside(person)])) : []
  const seen = new Map(
    found.flatMap(({ terms: { aside } }) => (aside === undefined ? [] : [[keyOf(aside), aside.version]]))
  )
  return ({ case: current, process }) => {
    return current.version <= (seen.get(keyOf({ process: process.name, case: current.id })) ?? 0)
  }
})

/** Whether the step is suspended for somebody. */
export const isSuspended = Effect.fnUntraced(function* (
  process: Process.Any,
  step: string,
  current: Case<Tagged>,
  by: Actor
): Effect.fn.Return<boolean, StoreUnavailable, EventLog> {
  const { found } = yield* over(process, step, current, true)
  return Result.isFailure(Weighing.suspended(Process.ruleOf(process, step), current.id, current.state, by, found))
})

/** Whether the step that has asked for the action is suspended by now, for whoever took it: then the action waits as well. */
export const isHeld = Effect.fnUntraced(function* (
  process: Process.Any,
  action: Claimed,
  current: Case<Tagged> | undefined
): Effect.fn.Return<boolean, StoreUnavailable, EventLog> {
  // A case that is not there, or a step of another release, is for whoever carries the action to find out.
  if (current === undefined || !Object.hasOwn(process.rules, action.step)) return false
  const found = Weighing.overAsked((yield* over(process, action.step, current, true)).found)
  if (found.length === 0) return false
  const log = yield* EventLog
  const [json = null] = yield* log.read(action, action.version - 1)
  const { by } = yield* History.decode(process, json)
  return Result.isFailure(
    Weighing.suspended(Process.ruleOf(process, action.step), current.id, current.state, by, found)
  )
})
