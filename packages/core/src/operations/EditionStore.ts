/**
 * Port: keeps the editions of the handbook beside the cases that run under them, so that a house that starts under a new edition still has
 * the earlier ones.
 *
 * JSON in, JSON out: a store knows an edition by its version and the names of its sections. What they say is for `handbook/KeptEditions`.
 *
 * @module
 */
import { Context, type Effect, type Schema } from "effect"
import type { HandbookVersion } from "../process/Case.ts"
import type { Unstorable } from "./EventLog.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** A part of an edition: the handbook itself, or what a process of the brand's own is told. */
export interface Section {
  readonly version: HandbookVersion
  readonly name: string
  readonly content: Schema.Json
}

/** Keeps the editions of the handbook. */
export class EditionStore extends Context.Service<
  EditionStore,
  {
    /**
     * Keeps the section, unless one of that version and name is kept: the first one stays for ever. Answers what is kept now. Names that no database
     * keeps are refused before they are tried (`Storable.names`).
     */
    readonly keep: (section: Section) => Effect.Effect<Schema.Json, Unstorable | StoreUnavailable>
    /** Every section of that version, by its name; none where nobody has kept any. */
    readonly find: (version: HandbookVersion) => Effect.Effect<ReadonlyMap<string, Schema.Json>, StoreUnavailable>
  }
>()("@dualops/core/EditionStore") {}
