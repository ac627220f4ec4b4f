/**
 * What somebody of the day is going to do, and when. The program plays them all: it makes the moves that are due, and puts the clock forward to the next.
 *
 * @module
 */
import type { Actor, Operations, Process } from "@dualops/core"
import type { CustomerDesk } from "@dualops/core/customer-desk"
import type { Cursors, Interactions } from "@dualops/core/interaction"
import type { Editions, EventLog, Snapshots, StoreUnavailable } from "@dualops/core/operations"
import { type DateTime, Effect, Schedule } from "effect"
import { attempt, type Refused } from "../Refused.ts"

/** Something that is done at a moment, once; what is refused is told. */
export interface Move {
  readonly at: DateTime.Utc
  /** What makes it this move and no other: what was tried under it is not tried again. */
  readonly key: string
  /** Whose it is, where somebody of the team makes it. */
  readonly by?: string
  readonly make: Effect.Effect<ReadonlyArray<Refused>, StoreUnavailable, House>
}

/** What moves are made on. */
type House =
  | CustomerDesk
  | Cursors.Cursors
  | Editions.Editions
  | EventLog.EventLog
  | Interactions.Interactions
  | Snapshots.Snapshots

/** A step of a case, taken at a moment. */
export const step = <P extends Process.Any, const S extends Process.StepOf<P>>(
  process: P,
  at: DateTime.Utc,
  order: Operations.Order<P, S> & { readonly by: Actor.Person }
) => ({ at, key: `${order.case}/${order.key}`, by: order.by.person, make: attempt(process, order) })

/** What goes wrong for a moment, at Weibo or at a desk, is asked again; what is refused breaks the day. */
export const patiently = <E, R>(work: Effect.Effect<unknown, E, R>): Effect.Effect<ReadonlyArray<Refused>, never, R> =>
  work.pipe(Effect.retry({ times: 5, schedule: Schedule.spaced("1 second") }), Effect.orDie, Effect.as([]))
