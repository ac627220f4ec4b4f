/**
 * Port: keeps what has happened, and with it, in the same transaction, what must happen next.
 *
 * JSON in, JSON out: a log knows cases by the name of their process and their id, and nothing else of them.
 *
 * @module
 */
import { Context, type Effect, Predicate, Schema } from "effect"
import type { Moment } from "../calendar/Moment.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Address, HandbookVersion } from "../process/Case.ts"
import type { Held, Stands } from "../process/Standing.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"
import type { Timer, Waiting } from "./WorkQueue.ts"

/** One step, to be stored whole or not at all. */
export interface Commit extends Address {
  /** Made by the caller; the same key is stored once for a case. */
  readonly key: string
  /** How many events the case has. */
  readonly expected: number
  readonly event: Schema.Json
  /** Finds the texts of people outside that the event and the actions may hold: only a log that keeps those apart asks. */
  readonly personal?: () => ReadonlyArray<string>
  /** The name of the state that the case comes to. */
  readonly state: string
  /** When the first of its deadlines runs out there, as it was counted when the step was taken; nothing where none runs. */
  readonly due?: Moment
  /** What the case is about from now on, beside what it was about before: see `Tag`. */
  readonly tags: ReadonlyArray<string>
  readonly actions: ReadonlyArray<Waiting>
  /** All the deadlines that the case now has; those it had are forgotten. */
  readonly timers: ReadonlyArray<Timer>
  /** The action, of the same case, of which this step is the outcome. */
  readonly settles?: string
  /** The thing outside that is now the case's own, by a name that no other thing has; nothing belongs to two cases. */
  readonly owns?: string
  /** What the case holds over others from now on, and nothing else; where it is left out, what it held before. */
  readonly holds?: ReadonlyArray<Held>
  /** What the step has been weighed against: the names that were asked for, and what stood under them; left out, it was weighed against nothing. */
  readonly weighed?: Weighed
}

/** What stands, as a log keeps it. */
export interface Standing extends Stands {
  /** How many events the case had when it came to hold it: it holds the same for as long as this is the same. */
  readonly since: number
}

/** Names under which something may stand, and all that was found to. */
export interface Weighed {
  readonly names: ReadonlyArray<string>
  readonly found: ReadonlyArray<Standing>
}

/** An event in the order in which the store took it. */
export interface Entry extends Address {
  /** Rises with every event; not necessarily by one. */
  readonly position: number
  /** How many events the case has with this one. */
  readonly version: number
  /** The name of the state that the case came to by it. */
  readonly state: string
  /** When the first of its deadlines runs out there. */
  readonly due?: Moment
  readonly event: Schema.Json
}

/** A step that a person wanted to take and was not let. */
export interface Refusal extends Address {
  readonly step: string
  readonly by: Schema.Json
  /** The tag of the reason, and its sentence as people read it. */
  readonly why: string
  readonly says: Bilingual
  readonly at: Moment
  /** The edition under which it was looked up whether they may. */
  readonly under: HandbookVersion
}

/** Refusals of the same attempt for the same reason: since when, until when, and how many. */
export interface Refused extends Omit<Refusal, "at"> {
  readonly first: Moment
  readonly last: Moment
  readonly times: number
}

/** Somebody else has added to the case since it was read. */
export class VersionConflict extends Schema.TaggedError<VersionConflict>()("EventLog.VersionConflict", {
  process: Schema.String,
  case: Schema.String,
  expected: Schema.Int
}) {
  override get message() {
    return `${this.process} ${this.case} no longer has ${this.expected} events.`
  }
  get said(): Bilingual {
    return {
      zh: "该事项在你打开之后已有新的进展。",
      en: "Something else has happened in the case since you opened it."
    }
  }
}

/** The thing that the step takes for its case's own belongs to another case. */
export class NotItsOwn extends Schema.TaggedError<NotItsOwn>()("EventLog.NotItsOwn", {
  thing: Schema.String,
  process: Schema.String,
  case: Schema.String
}) {
  override get message() {
    return `The ${this.thing} belongs to ${this.process} ${this.case}.`
  }
  get said(): Bilingual {
    return { zh: `「${this.thing}」已属于另一事项 ${this.case}。`, en: this.message }
  }
}

/** Something else stands over the case than what the step was weighed against. */
export class OtherStanding extends Schema.TaggedError<OtherStanding>()("EventLog.OtherStanding", {
  process: Schema.String,
  case: Schema.String
}) {
  override get message() {
    return `Something else stands over ${this.process} ${this.case} by now.`
  }
  get said(): Bilingual {
    return {
      zh: "此刻管着该事项的规定刚刚变了，请再试一次。",
      en: "What stands over the case has just changed; try again."
    }
  }
}

/** A name that no database keeps: asked for again, it would be refused again. */
export class Unstorable extends Schema.TaggedError<Unstorable>()("EventLog.Unstorable", {
  /** What has the name: a case, a key, a tag. */
  what: Schema.String,
  /** The name, shortened. */
  name: Schema.String,
  /** How long it is, and how long it may be, in UTF-16 code units. */
  length: Schema.Int,
  most: Schema.Int,
  wrong: Schema.Literals(["too long", "null character", "half character"])
}) {
  override get message() {
    return this.wrong === "too long"
      ? `The ${this.what} ${this.name} cannot be stored: it has ${this.length} characters, and may have ${this.most}.`
      : `The ${this.what} ${this.name} cannot be stored: it has a ${this.wrong} in it.`
  }
  get said(): Bilingual {
    return { zh: `「${this.name}」无法保存。`, en: this.message }
  }
}

/** Whether somebody else was faster. */
export const isConflict = (error: unknown): error is VersionConflict =>
  Predicate.isTagged(error, "EventLog.VersionConflict")

/** Whether something else stands by now. */
export const isOtherStanding = (error: unknown): error is OtherStanding =>
  Predicate.isTagged(error, "EventLog.OtherStanding")

/** As many as there are, where so many at most are asked for. */
export const everyOne = Number.MAX_SAFE_INTEGER

/** Keeps what has happened. */
export class EventLog extends Context.Service<
  EventLog,
  {
    /**
     * Every event of a case, oldest first, or those after the first so many, which costs no more the longer the history before them is. A case
     * that nobody began has none. Where an event is missing between those that are read, or is not in its place, the case is `Damaged`, which is
     * a defect. What cannot be made out of a row is no reason not to hand out the others.
     */
    readonly read: (address: Address, after?: number) => Effect.Effect<ReadonlyArray<Schema.Json>, StoreUnavailable>
    /** The event that was stored under this key, if one was. */
    readonly recall: (address: Address, key: string) => Effect.Effect<Schema.Json | undefined, StoreUnavailable>
    /**
     * Stores a step with its actions and deadlines: all of it or none. A key that the case knows is a conflict; an action's key under
     * which another one waits is a defect. What belongs to one case cannot become another's. What a database cannot store is refused before it is
     * tried (`Storable.check`). Where under the names that the step was weighed against something else stands at this very moment, it is not stored:
     * what another case comes to hold is held of every step that is stored after it.
     */
    readonly append: (
      commit: Commit
    ) => Effect.Effect<void, VersionConflict | OtherStanding | NotItsOwn | Unstorable | StoreUnavailable>
    /** What stands under these names, in the order in which it came to. */
    readonly standing: (names: ReadonlyArray<string>) => Effect.Effect<ReadonlyArray<Standing>, StoreUnavailable>
    /**
     * Keeps that a step was refused; one that was refused before to the same person, for the same reason, is counted. Some of those that are older than
     * `Refusals.keptFor` are forgotten with it.
     */
    readonly refuse: (refusal: Refusal) => Effect.Effect<void, Unstorable | StoreUnavailable>
    /** What was refused, of one case or of all, the last one first, at most so many. */
    readonly refusals: (
      address: Address | undefined,
      limit: number
    ) => Effect.Effect<ReadonlyArray<Refused>, StoreUnavailable>
    /** Events of all cases after a position, in order, at most so many. No event comes later at a position that has been read past. */
    readonly log: (after: number, limit: number) => Effect.Effect<ReadonlyArray<Entry>, StoreUnavailable>
    /** The newest events of all cases, the newest first, at most so many. */
    readonly newest: (limit: number) => Effect.Effect<ReadonlyArray<Entry>, StoreUnavailable>
    /** The cases that bear the tag, those that came to bear it last first, at most so many. */
    readonly tagged: (tag: string, limit: number) => Effect.Effect<ReadonlyArray<Address>, StoreUnavailable>
  }
>()("@dualops/core/EventLog") {}
