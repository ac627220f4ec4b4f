/**
 * Port: remembers what has come in, so that a delivery that comes again is handled once.
 *
 * @module
 */
import { Context, type Effect } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"

/** Whose turn it is to handle something: the caller's, nobody's because it is being handled, or nobody's because it was. */
export type Turn = "yours" | "busy" | "done"

/** Remembers what has come in. */
export class Inbox extends Context.Service<
  Inbox,
  {
    /** Asks for the turn to handle a key. A turn that was not brought to an end by `until` is anybody's again. */
    readonly claim: (key: string, at: Moment, until: Moment) => Effect.Effect<Turn, StoreUnavailable>
    /** It was handled, for ever. */
    readonly done: (key: string) => Effect.Effect<void, StoreUnavailable>
    /** It could not be handled; the next delivery may try. */
    readonly release: (key: string) => Effect.Effect<void, StoreUnavailable>
    /** The value that came first with a key, this one if none had come; it may be forgotten after `until`. */
    readonly first: (key: string, value: string, until: Moment) => Effect.Effect<string, StoreUnavailable>
  }
>()("@dualops/core/Inbox") {}
