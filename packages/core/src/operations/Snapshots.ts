/**
 * Port: what projections have come to, with how far they have read the log by then, so that a program that starts again reads on from there.
 *
 * What is kept is a convenience: whoever deletes it loses nothing that the log does not say.
 *
 * @module
 */
import { Context, type Effect, type Schema } from "effect"
import type { Unstorable } from "./EventLog.ts"
import type { Named } from "./Storable.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** What a projection has come to at a position of the log: the state of every subject. */
export interface Snapshot {
  readonly position: number
  /** In the order in which the subjects were first kept. */
  readonly states: ReadonlyMap<string, Schema.Json>
}

/** What has changed since. */
export interface Change {
  /** The position that is kept, as far as whoever keeps another one knows; nothing if it replaces whatever is kept. */
  readonly after: number | undefined
  readonly position: number
  /** The states that are others now; nothing for a subject that has none any more. */
  readonly states: ReadonlyMap<string, Schema.Json | undefined>
}

/** The names by which the states of a projection are found. */
export const namesOf = (projection: string, states: Change["states"]): ReadonlyArray<Named> => [
  ["projection", projection],
  ...[...states.keys()].map((subject): Named => ["subject", subject])
]

/** Keeps what projections have come to. */
export class Snapshots extends Context.Service<
  Snapshots,
  {
    /** What is kept of the projection of that name; nothing where nobody has kept any. */
    readonly find: (projection: string) => Effect.Effect<Snapshot | undefined, StoreUnavailable>
    /**
     * Keeps a change, all of it or none; answers whether it was kept: not where somebody else has kept another position meanwhile. Names that no
     * database keeps are refused before they are tried (`Storable.names`).
     */
    readonly keep: (projection: string, change: Change) => Effect.Effect<boolean, Unstorable | StoreUnavailable>
  }
>()("@dualops/core/Snapshots") {}
