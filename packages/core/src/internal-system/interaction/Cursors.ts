/**
 * Port: how far each source of an account has been read, so that a program that starts again reads on from there.
 *
 * @module
 */
import { Context, type Effect } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type { Unstorable } from "../../operations/EventLog.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import type { Cursor, Source } from "./Interactions.ts"

/** How far each source of an account has been read. */
export class Cursors extends Context.Service<
  Cursors,
  {
    /** How far a source has been read: the beginning, where nobody has kept anything else. */
    readonly find: (account: AccountId, source: Source) => Effect.Effect<Cursor, StoreUnavailable>
    /**
     * From now on the source has been read so far, whatever was kept before. Names that no database keeps are refused before they are tried
     * (`Storable.names`).
     */
    readonly keep: (
      account: AccountId,
      source: Source,
      cursor: Cursor
    ) => Effect.Effect<void, Unstorable | StoreUnavailable>
  }
>()("@dualops/core/Cursors") {}
