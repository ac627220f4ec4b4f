/**
 * Port: remembers what has come in, so that a delivery that comes again is handled once.
 *
 * Everything is remembered until a moment that the caller names, and is no longer there afterwards: an inbox does not grow for ever. Whoever asks
 * also takes away a little of what is over; nothing else has to run for that. A key
 * that no database keeps is refused before it is tried (`Storable.names`); a value may be any text.
 *
 * @module
 */
import { Context, type Effect } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import type { Unstorable } from "../../operations/EventLog.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"

/** Whose turn it is to handle something: the caller's, nobody's because it is being handled, or nobody's because it was. */
export type Turn = "yours" | "busy" | "done"

/** Remembers what has come in. */
export class Inbox extends Context.Service<
  Inbox,
  {
    /** Asks at a moment for the turn to handle a key. A turn that was not brought to an end by `until` is anybody's again. */
    readonly claim: (key: string, at: Moment, until: Moment) => Effect.Effect<Turn, Unstorable | StoreUnavailable>
    /** The key was handled, and is known as that until then: name a moment after which nobody delivers it any more. */
    readonly done: (key: string, until: Moment) => Effect.Effect<void, Unstorable | StoreUnavailable>
    /** The key could not be handled; the next delivery may try. */
    readonly release: (key: string) => Effect.Effect<void, StoreUnavailable>
    /** The value that came first with a key, this one if none had come, or its time is over at that moment; then this one is the first until `until`. */
    readonly first: (
      key: string,
      value: string,
      at: Moment,
      until: Moment
    ) => Effect.Effect<string, Unstorable | StoreUnavailable>
  }
>()("@dualops/core/Inbox") {}
