/**
 * A step that one case sends to another: it is taken, or there is a reason why not; what a case that should take it does not take is a person's to look at.
 *
 * @module
 */
import { Effect, Schedule, Schema } from "effect"
import type { Case, CaseId, Orderer, Tagged } from "../process/Case.ts"
import * as Process from "../process/Process.ts"
import type { Editions } from "./Editions.ts"
import { type EventLog, isConflict } from "./EventLog.ts"
import * as Operations from "./Operations.ts"
import { isUnavailable, type StoreUnavailable } from "./StoreUnavailable.ts"
import * as Unclaimed from "./Unclaimed.ts"

/** What is carried between cases. */
export type Carried<A> = Effect.Effect<A, StoreUnavailable, EventLog | Editions>

/** Sends the step; answers why it was refused, and nothing if it was not. Losing a race is no refusal. */
export const take = (
  process: Process.Any,
  order: Parameters<typeof Operations.send<Process.Any, string>>[1]
): Carried<unknown> =>
  Operations.send(process, order).pipe(
    Effect.retry({ while: isConflict, schedule: Schedule.recurs(10) }),
    Effect.as<unknown>(undefined),
    Effect.catch((refusal) =>
      isUnavailable(refusal) ? Effect.fail(refusal) : isPassing(refusal) ? Effect.die(refusal) : Effect.succeed(refusal)
    )
  )

/** Nothing is said of the step: the action is set aside for a while. */
const isPassing = (refusal: unknown) => isConflict(refusal) || Schema.is(Operations.WrongClock)(refusal)

/** Whether the case is over. */
export const isOver = (process: Process.Any, id: CaseId): Carried<boolean> =>
  Effect.map(loaded(process, id), (current) => Process.isOver(process, current))

/** The case, which is there. */
export const loaded = (process: Process.Any, id: CaseId): Carried<Case<Tagged>> =>
  Effect.flatMap(Operations.load(process, id), (current) =>
    current === undefined ? Effect.die(new Error(`${process.name} ${id} is not there`)) : Effect.succeed(current)
  )

/** What the case does not take in is in front of a person. */
export const unclaimed = (
  process: Process.Any,
  { case: id, order }: Orderer,
  key: string,
  hears: string,
  state: Tagged,
  why: unknown
) =>
  Unclaimed.turnUp({ process, case: id, action: order, key, outcome: "done", told: JSON.stringify(state), hears, why })
