/**
 * Port: answers in public, and hides what must not stand under a post.
 *
 * Its failures are those of `Writing` and `Reading`: they say whether the answer is out.
 *
 * @module
 */
import { Context, type Effect } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type * as Reading from "../../operations/Reading.ts"
import type * as Writing from "../../operations/Writing.ts"
import type { InteractionId } from "./Interaction.ts"
import type { Reply, Request } from "./Reply.ts"

/** Answers in public, and hides what must not stand under a post. */
export class Replies extends Context.Service<
  Replies,
  {
    /** Replies once. A repeated call is a second reply, unless the platform notices. */
    readonly reply: (request: Request) => Effect.Effect<Reply, Writing.Failure>
    /** What the account wrote under posts lately, newest first; the platform decides how much. */
    readonly latest: (account: AccountId) => Effect.Effect<ReadonlyArray<Reply>, Reading.Failure>
    /** Takes a comment away from under the account's own post. Doing it again does no harm. */
    readonly hide: (account: AccountId, comment: InteractionId) => Effect.Effect<void, Writing.Failure>
  }
>()("@dualops/core/Replies") {}
