/**
 * An observation as a store keeps it, and what a store is asked for.
 *
 * @module
 */
import type { Schema } from "effect"
import type { AccountId } from "../account/AccountId.ts"
import type { Moment } from "../calendar/Moment.ts"

/** All observations of a kind that are an account's. */
export interface Series {
  readonly kind: string
  readonly account: AccountId
}

/** One observation, to be kept. */
export interface Row extends Series {
  /** Stands once in its series. */
  readonly key: string
  readonly at: Moment
  readonly source: string
  /** What it is about, each once. */
  readonly tags: ReadonlyArray<string>
  readonly facts: Schema.Json
  /** What is said of people, and whose that is: of at least one, each once. */
  readonly personal?: { readonly persons: ReadonlyArray<string>; readonly data: Schema.Json }
}

/** An observation that is kept. */
export interface Entry extends Omit<Row, "personal"> {
  /** Rises in the order in which observations were taken in; not by one. */
  readonly position: number
  /** What is said of people; nothing where nothing was, or where it is erased. */
  readonly personal?: Schema.Json
}

/** Where an entry stands in its series; two of the same moment in the order in which they were taken in. */
export type Place = Pick<Entry, "at" | "position">

/** Some of a series. */
export interface Query extends Series {
  /** Only observations that are about this. */
  readonly tag?: string
  /** Only observations that say something of this fan, as long as that is not erased. */
  readonly person?: string
  /** Only observations from then on. */
  readonly from?: Moment
  /** Only observations before then. */
  readonly until?: Moment
  readonly order: "newest" | "oldest"
  /** Only observations behind this one, in the order that is asked for. */
  readonly after?: Place
  readonly limit: number
}
