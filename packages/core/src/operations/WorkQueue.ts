/**
 * Port: what must happen next. Actions wait here to be carried, and deadlines to be fired, until the step that says what came of them is stored.
 *
 * What waits is put here by a {@link EventLog.Commit}, in the transaction of its event; one layer gives both ports.
 *
 * @module
 */
import { Context, Duration, type Effect, type Schema } from "effect"
import type { Moment } from "../calendar/Moment.ts"
import type { Address } from "../process/Case.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** An action in the outbox. */
export interface Waiting extends Address {
  readonly key: string
  /** How many events the case had when it asked for it. */
  readonly version: number
  /** The step that asked for it. */
  readonly step: string
  readonly name: string
  readonly request: Schema.Json
}

/** A waiting action, handed out to be carried. */
export interface Claimed extends Waiting {
  /** How often it has been handed out, this time included. */
  readonly tries: number
  /** It was handed out before, and nobody came back to say what became of it. */
  readonly interrupted: boolean
  /** When its lease ends: from then on it may be somebody else's. */
  readonly until: Moment
}

/** A rung of a deadline of a case, or when people are warned of it; each is forgotten and put off by itself. */
export interface Timer extends Address {
  readonly name: string
  /** For which time the deadline runs out since it began; 0 when people are warned of that. */
  readonly rung: number
  /** How many events the case had when it was set. */
  readonly version: number
  readonly fires: string
  readonly at: Moment
}

/** No lease is longer. */
export const longestLease: Duration.Duration = Duration.days(1)

/** What the clock of a worker showed when it last said so. */
export interface Shown {
  readonly worker: number
  readonly shows: Moment
  /** How often it has said so. */
  readonly beats: number
}

/** The clocks of a store: its own, and those of all who work on it. */
export interface Clocks {
  /** The number of the worker that asks. */
  readonly me: number
  /** What the store's own clock shows. */
  readonly own: Moment
  readonly others: ReadonlyArray<Shown>
}

/** Hands out what must happen next. */
export class WorkQueue extends Context.Service<
  WorkQueue,
  {
    /**
     * Hands out waiting actions of these processes, the oldest first, each to one caller until its lease has run out. A lease that ends later than
     * {@link longestLease} from now was given by a clock that was wrong, and binds nobody.
     */
    readonly claim: (
      processes: ReadonlyArray<string>,
      now: Moment,
      lease: Duration.Duration,
      limit: number
    ) => Effect.Effect<ReadonlyArray<Claimed>, StoreUnavailable>
    /** The action is over and done with; one that has been handed out to somebody else since is left to them. */
    readonly settle: (action: Claimed) => Effect.Effect<void, StoreUnavailable>
    /** The action did not happen, and waits until then; one that has been handed out to somebody else since is left to them. */
    readonly postpone: (action: Claimed, until: Moment) => Effect.Effect<void, StoreUnavailable>
    /** Deadlines of these processes that have run out, the longest overdue first; to look at, whoever has them in hand. */
    readonly overdue: (
      processes: ReadonlyArray<string>,
      now: Moment,
      limit: number
    ) => Effect.Effect<ReadonlyArray<Timer>, StoreUnavailable>
    /** Hands out deadlines that have run out, the longest overdue first, each to one caller until its lease has run out, as an action is. */
    readonly claimOverdue: (
      processes: ReadonlyArray<string>,
      now: Moment,
      lease: Duration.Duration,
      limit: number
    ) => Effect.Effect<ReadonlyArray<Timer>, StoreUnavailable>
    /** Forgets a deadline that nothing came of. */
    readonly cancel: (timer: Timer) => Effect.Effect<void, StoreUnavailable>
    /** Puts off a deadline that could not be fired. */
    readonly putOff: (timer: Timer, until: Moment) => Effect.Effect<void, StoreUnavailable>
    /** The next moment at which a deadline runs out or an action may be carried. */
    readonly next: Effect.Effect<Moment | undefined, StoreUnavailable>
    /**
     * Says what a worker's clock shows, and hears the same of the others and of the store's own clock. A worker that comes without a number
     * is given one.
     */
    readonly beat: (worker: number | undefined, shows: Moment) => Effect.Effect<Clocks, StoreUnavailable>
  }
>()("@dualops/core/WorkQueue") {}
