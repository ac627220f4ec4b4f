/**
 * Port: where the house keeps the lists of its draws, and the records that are published of them. They name no person.
 *
 * @module
 */
import { Context, type Effect, Schema } from "effect"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import { Announced, type Drawn, DrawRecord, Frozen } from "./DrawRecord.ts"

/** A draw whose list is frozen, and nothing drawn yet. */
export const FrozenDraw = Schema.Struct({ announced: Announced, frozen: Frozen, tickets: DrawRecord.fields.tickets })
/** A draw whose list is frozen. */
export type FrozenDraw = typeof FrozenDraw.Type

/** A draw as it is kept: drawn, or not yet. */
export interface Kept extends FrozenDraw {
  readonly drawn?: Drawn
}

/** Keeps draws. */
export class DrawRecords extends Context.Service<
  DrawRecords,
  {
    /** Keeps the frozen list of a draw, and answers what is kept: the first that came, whatever comes later. */
    readonly freeze: (draw: FrozenDraw) => Effect.Effect<Kept, StoreUnavailable>
    /** Keeps what was drawn of a list that is frozen, and answers what is kept: the first that came. */
    readonly draw: (draw: string, drawn: Drawn) => Effect.Effect<Kept | undefined, StoreUnavailable>
    /** A draw by its name; nothing where its list is not frozen. */
    readonly find: (draw: string) => Effect.Effect<Kept | undefined, StoreUnavailable>
  }
>()("@dualops/core/DrawRecords") {}
