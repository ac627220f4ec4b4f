/**
 * Port: writes a post to the account, and takes it down.
 *
 * Its failures are those of `Writing` and `Reading`, and answer the only question that matters afterwards: *has it happened?*
 *
 * @module
 */
import { Context, type Effect } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type * as Reading from "../../operations/Reading.ts"
import type * as Writing from "../../operations/Writing.ts"
import type { Place, Publication, Request } from "./Publication.ts"

/** Writes a post to the account. */
export class Publisher extends Context.Service<
  Publisher,
  {
    /** Publishes once. A repeated call is a second post, unless the platform notices. */
    readonly publish: (request: Request) => Effect.Effect<Publication, Writing.Failure>
    /** The account's latest posts, newest first; the platform decides how many. */
    readonly latest: (account: AccountId) => Effect.Effect<ReadonlyArray<Publication>, Reading.Failure>
    /** Takes one of the account's posts down; one that is not there is down. */
    readonly takeDown: (place: Place) => Effect.Effect<void, Writing.Failure>
    /** Whether the post stands there. */
    readonly stands: (place: Place) => Effect.Effect<boolean, Reading.Failure>
  }
>()("@dualops/core/Publisher") {}
