/**
 * Port: whether a link still stands on a page of the company.
 *
 * @module
 */
import { Context, type Effect, Schema } from "effect"

/** What is looked for, and where. */
export const wanted = {
  /** The address of the page. */
  page: Schema.String,
  /** The tracked link. */
  link: Schema.String
}
/** What is looked for, and where. */
export type Wanted = Schema.Struct<typeof wanted>["Type"]

/** What was seen. A page that could not be read says nothing of its links: that is unknown, and never missing. */
export const sight = {
  link: Schema.Literals(["found", "missing", "unknown"]),
  /** How it stands there, or why nobody knows. */
  detail: Schema.String
}
/** What was seen. */
export type Sight = Schema.Struct<typeof sight>["Type"]

/** Looks at pages. */
export class PlacementCheck extends Context.Service<
  PlacementCheck,
  {
    /** Whether the link stands on the page now: to be followed, to be read, or as a picture of its code. It never fails. */
    readonly look: (wanted: Wanted) => Effect.Effect<Sight>
  }
>()("@dualops/core/PlacementCheck") {}
