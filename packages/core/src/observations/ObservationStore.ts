/**
 * Port: keeps what was heard and counted, beside the log and not in it. Nothing is changed in it but for what grows old or is erased.
 *
 * JSON in, JSON out: a store knows a kind of observation by its name, so that a new one needs no adapter work. Personal data stand in a table of
 * their own.
 *
 * @module
 */
import { Context, type Effect, Schema } from "effect"
import type { Moment } from "../calendar/Moment.ts"
import type { StoreUnavailable } from "../operations/StoreUnavailable.ts"
import type { Entry, Query, Row, Series } from "./ObservationEntry.ts"

export type { Entry, Place, Query, Row, Series } from "./ObservationEntry.ts"

/** What has become of a batch: every observation in it is one of the three. */
export interface Receipt {
  readonly recorded: number
  /** Observations whose key stands already, or stood earlier in the batch. What came first stands, also where this one says something else. */
  readonly repeated: number
  /** Observations from before the moment up to which their series is forgotten: nobody could tell any more whether they came before. */
  readonly tooOld: number
}

/** No batch has more observations. */
export const longestBatch = 10_000

/** A batch in which something cannot be kept: nothing of it was. */
export class Refused extends Schema.TaggedError<Refused>()("ObservationStore.Refused", {
  /** Everything that is wrong, by the place in the batch, from 0. */
  wrong: Schema.Array(Schema.Struct({ index: Schema.Int, why: Schema.String }))
}) {
  override get message() {
    const told = this.wrong.slice(0, 3).map(({ index, why }) => `observation ${index}: ${why}`)
    const more = this.wrong.length - told.length
    return `Nothing of the batch was recorded. ${told.join("; ")}${more === 0 ? "" : `; and ${more} more`}`
  }
}

/** Keeps what was heard and counted. */
export class ObservationStore extends Context.Service<
  ObservationStore,
  {
    /**
     * Takes a batch in, all of it or none. The same key of a series is one observation, however often, in however many batches and by however many at
     * once it comes. What a database cannot keep is refused before it is tried, everything that is wrong at once (`ObservationBatch.check`).
     */
    readonly record: (batch: ReadonlyArray<Row>) => Effect.Effect<Receipt, Refused | StoreUnavailable>
    /**
     * Observations of all series after a position, in the order in which they were taken in, at most so many. None comes later at a position that has
     * been read past; what is forgotten meanwhile is left out.
     */
    readonly read: (after: number, limit: number) => Effect.Effect<ReadonlyArray<Entry>, StoreUnavailable>
    /** Observations of a series, by their moment. Whoever goes on behind the last one sees each of those that stood when they began, once. */
    readonly page: (query: Query) => Effect.Effect<ReadonlyArray<Entry>, StoreUnavailable>
    /** How many of a series, or of those about a tag, there are from each edge until before the next. */
    readonly count: (
      of: Series & { readonly tag?: string },
      edges: ReadonlyArray<Moment>
    ) => Effect.Effect<ReadonlyArray<number>, StoreUnavailable>
    /**
     * Removes those of a series from before a moment, the oldest first, at most so many; answers how many went: fewer, when no more are there. From now on
     * none from before then is taken in any more, so that what was erased or counted does not come again.
     */
    readonly forget: (of: Series, before: Moment, limit: number) => Effect.Effect<number, StoreUnavailable>
    /**
     * Erases what is said of a fan, in all series; answers of how many observations. They stay, are counted as before, and do not get it back when they
     * come again.
     */
    readonly erase: (person: string) => Effect.Effect<number, StoreUnavailable>
    /**
     * How often something was erased or forgotten, by whichever program: a number that rises with each time that took something away, and with nothing else.
     * What was read before it rose may be there no more.
     */
    readonly removals: Effect.Effect<number, StoreUnavailable>
  }
>()("@dualops/core/ObservationStore") {}
