/**
 * Port: keeps what has happened, and with it, in the same transaction, what must happen next.
 *
 * JSON in, JSON out: a store knows cases by the name of their process and their id, and nothing else of them.
 *
 * @module
 */
import { Context, Duration, type Effect, Schema } from "effect"
import type { Moment } from "../calendar/Moment.ts"
import type { CaseId } from "../process/Case.ts"

/** Which case: the process's name and the case's id. */
export interface Address {
  readonly process: string
  readonly case: CaseId
}

/** An action in the outbox. */
export interface Waiting extends Address {
  readonly key: string
  /** How many events the case had when it asked for it. */
  readonly version: number
  readonly name: string
  readonly request: Schema.Json
}

/** A waiting action, handed out to be carried. */
export interface Claimed extends Waiting {
  /** How often it has been handed out, this time included. */
  readonly tries: number
  /** It was handed out before, and nobody came back to say what became of it. */
  readonly interrupted: boolean
}

/** Which mark of a deadline it is; each is forgotten and put off by itself. */
export type Rung = "warning" | "end"

/** A mark of a deadline of a case: its end, or when people are warned of it. */
export interface Timer extends Address {
  readonly name: string
  readonly rung: Rung
  /** How many events the case had when it was set. */
  readonly version: number
  readonly fires: string
  readonly at: Moment
}

/** No lease is longer. */
export const longestLease: Duration.Duration = Duration.days(1)

/** One step, to be stored whole or not at all. */
export interface Commit extends Address {
  /** Made by the caller; the same key is stored once for a case. */
  readonly key: string
  /** How many events the case has. */
  readonly expected: number
  readonly event: Schema.Json
  readonly actions: ReadonlyArray<Waiting>
  /** All the deadlines that the case now has; those it had are forgotten. */
  readonly timers: ReadonlyArray<Timer>
  /** The action, of the same case, of which this step is the outcome. */
  readonly settles?: string
  /** The thing outside that is now the case's own, by a name that no other thing has; nothing belongs to two cases. */
  readonly owns?: string
}

/** An event in the order in which the store took it. */
export interface Entry extends Address {
  /** Rises with every event; not necessarily by one. */
  readonly position: number
  readonly event: Schema.Json
}

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

/** Somebody else has added to the case since it was read. */
export class VersionConflict extends Schema.TaggedError<VersionConflict>()("EventStore.VersionConflict", {
  process: Schema.String,
  case: Schema.String,
  expected: Schema.Int
}) {
  override get message() {
    return `${this.process} ${this.case} no longer has ${this.expected} events.`
  }
}

/** The thing that the step takes for its case's own belongs to another case. */
export class NotItsOwn extends Schema.TaggedError<NotItsOwn>()("EventStore.NotItsOwn", {
  thing: Schema.String,
  process: Schema.String,
  case: Schema.String
}) {
  override get message() {
    return `The ${this.thing} belongs to ${this.process} ${this.case}.`
  }
}

/** The store cannot be reached, or cannot write; or what it stands on is broken, and will not answer again before a person has mended it. */
export class StoreUnavailable extends Schema.TaggedError<StoreUnavailable>()("EventStore.StoreUnavailable", {
  cause: Schema.Defect(),
  isBroken: Schema.optionalKey(Schema.Boolean)
}) {
  override get message() {
    const why = this.cause instanceof Error ? this.cause.message : String(this.cause)
    return this.isBroken === true
      ? `The store is broken, and has to be restored from a copy: ${why}`
      : `The store does not answer: ${why}`
  }
}

/** Whether it went wrong because the store does not answer. */
export const isUnavailable = (error: unknown): error is StoreUnavailable =>
  isTagged(error, "EventStore.StoreUnavailable")

/** Whether somebody else was faster. */
export const isConflict = (error: unknown): error is VersionConflict => isTagged(error, "EventStore.VersionConflict")

const isTagged = (error: unknown, tag: string): boolean =>
  typeof error === "object" && error !== null && "_tag" in error && error._tag === tag

/** Keeps what has happened, and what must happen next. */
export class EventStore extends Context.Service<
  EventStore,
  {
    /**
     * Every event of a case, oldest first. A case that nobody began has none. Where an event is missing between others, or is not in its
     * place, the case is `Damaged`, which is a defect. What cannot be made out of a row is no reason not to hand out the others.
     */
    readonly read: (address: Address) => Effect.Effect<ReadonlyArray<Schema.Json>, StoreUnavailable>
    /** The event that was stored under this key, if one was. */
    readonly recall: (address: Address, key: string) => Effect.Effect<Schema.Json | undefined, StoreUnavailable>
    /**
     * Stores a step with its actions and deadlines: all of it or none. A key that the case knows is a conflict; an action's key under
     * which another one waits is a defect. What belongs to one case cannot become another's.
     */
    readonly append: (commit: Commit) => Effect.Effect<void, VersionConflict | NotItsOwn | StoreUnavailable>
    /** Events of all cases after a position, in order, at most so many. */
    readonly log: (after: number, limit: number) => Effect.Effect<ReadonlyArray<Entry>, StoreUnavailable>
    /** The newest events of all cases, the newest first, at most so many. */
    readonly newest: (limit: number) => Effect.Effect<ReadonlyArray<Entry>, StoreUnavailable>
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
    /** Deadlines of these processes that have run out, the longest overdue first. */
    readonly overdue: (
      processes: ReadonlyArray<string>,
      now: Moment,
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
>()("@dualops/core/EventStore") {}
