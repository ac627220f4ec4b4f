/**
 * What a worker works on, and what is the same for all that it does.
 *
 * @module
 */
import { Duration, Effect } from "effect"
import { isOrder } from "../process/CaseOrder.ts"
import type * as Process from "../process/Process.ts"
import type { AnyCarrier } from "./Carrier.ts"
import type { Edition } from "./Editions.ts"
import { withOwn } from "./Housekeeping.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"
import { longestLease } from "./WorkQueue.ts"

/** What a worker works on; unclaimed outcomes and notices need not be named, but telling people needs a carrier. */
export interface Work<C extends AnyCarrier<unknown>> {
  readonly processes: ReadonlyArray<Process.Any>
  readonly carriers: ReadonlyArray<C>
  /** How long an action or a deadline stays with the worker that took it, and a carrier may take; two minutes unless told, and a day at most. */
  readonly lease?: Duration.Input
  /** How often an action that is told to come back later does so before it counts as refused. */
  readonly mostTries?: number
}

/** What does not depend on the carriers. */
type Any = Work<AnyCarrier<unknown>>

/** The process of that name, if it is among those that are worked on. */
export const processOf = ({ processes }: Pick<Any, "processes">, name: string): Process.Any | undefined =>
  withOwn(processes).find((process) => process.name === name)

/** The names of all processes that are worked on. */
export const namesOf = ({ processes }: Pick<Any, "processes">): ReadonlyArray<string> =>
  withOwn(processes).map(({ name }) => name)

/**
 * The kinds of actions that its processes may ask for and that none of its carriers carries, each with its process: `Notify of Notice`. Processes that no
 * handbook of today runs are left out.
 */
export const uncarried = (
  { carriers, processes }: Any,
  today: ReadonlyArray<Pick<Edition, "runs">>
): ReadonlyArray<string> => {
  const carried = new Set(carriers.map(({ kind }) => kind.name))
  return withOwn(processes)
    .filter((process) => today.some(({ runs }) => runs === undefined || runs(process)))
    .flatMap(({ actions, name }) =>
      // Orders to other processes need none.
      Object.values(actions).flatMap((kind) =>
        isOrder(kind) || carried.has(kind.name) ? [] : [`${kind.name} of ${name}`]
      )
    )
}

/** How long an action or a deadline stays with the worker that took it. */
export const leaseOf = ({ lease = "2 minutes" }: Pick<Any, "lease">): Duration.Duration =>
  Duration.min(Duration.fromInputUnsafe(lease), longestLease)

/** While the store does not answer, nobody but this worker knows what it has done. One that is broken never answers again. */
export const insist = <A, R>(effect: Effect.Effect<A, StoreUnavailable, R>): Effect.Effect<A, StoreUnavailable, R> =>
  Effect.catch(effect, (unavailable) =>
    unavailable.isBroken === true ? Effect.fail(unavailable) : Effect.andThen(outage(unavailable), insist(effect))
  )

/** Says that the store does not answer, and waits. */
export const outage = (unavailable: StoreUnavailable): Effect.Effect<void> =>
  Effect.andThen(Effect.logWarning(unavailable.message), Effect.sleep("5 seconds"))
