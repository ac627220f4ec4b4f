/**
 * Port: what fans wrote to the account, piece by piece.
 *
 * @module
 */
import { Context, type Effect, Schema } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import { PostId } from "../../account/PostId.ts"
import type * as Reading from "../../operations/Reading.ts"
import type { Interaction } from "./Interaction.ts"

/** Where to read: everything that came to the account, or the reposts of one post. */
export const Source = Schema.Union([
  Schema.Literals(["comments", "mentions", "mentions in comments"]),
  Schema.Struct({ repostsOf: PostId })
])
/** Where to read. */
export type Source = typeof Source.Type

/** What a source is called: for people, and where something is kept by its source. No two sources have the same name. */
export const nameOf = (source: Source): string =>
  typeof source === "string" ? source : `reposts of ${source.repostsOf}`

/**
 * How far a source has been read. Up to `since` everything was delivered; while a gap is open, so was what lies between
 * `below` and `top`, and what is left lies between `since` and `below`. Keep it when what it came with has been kept, never before.
 */
export const Cursor = Schema.Struct({
  since: Schema.String,
  gap: Schema.optionalKey(Schema.Struct({ below: Schema.String, top: Schema.String }))
})
/** How far a source has been read. */
export type Cursor = typeof Cursor.Type

/** Nothing has been read yet. */
export const start: Cursor = { since: "0" }

/** Something in a source that cannot be read: its id, where it has one, and what it lacks, without the fan's own words. */
export interface Unreadable {
  readonly id?: string
  readonly lacks: string
}

/** A piece of a source, newest first, and how far it has been read with it. */
export interface Piece {
  readonly interactions: ReadonlyArray<Interaction>
  /** What stands there and cannot be read; nothing, where it is left out. */
  readonly unreadable?: ReadonlyArray<Unreadable>
  readonly cursor: Cursor
  /** There is more already: ask again when the budget allows. */
  readonly more: boolean
}

/** Every way in which reading a source fails. */
export type Failure = Reading.Failure | Reading.CursorIgnored

/** What fans wrote to the account. */
export class Interactions extends Context.Service<
  Interactions,
  {
    /**
     * The next piece, with one call to the platform. Reading on from cursor to cursor delivers each interaction once, however
     * many come meanwhile; reading again from the same cursor loses none.
     */
    readonly read: (account: AccountId, source: Source, cursor: Cursor) => Effect.Effect<Piece, Failure>
  }
>()("@dualops/core/Interactions") {}
