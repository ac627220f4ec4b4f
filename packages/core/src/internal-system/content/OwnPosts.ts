/**
 * Port: what has become of the account's own posts.
 *
 * @module
 */
import { Context, type Effect, Schema } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import { PostId } from "../../account/PostId.ts"
import type * as Reading from "../../operations/Reading.ts"

/** How a post fares. What the platform does not show is absent, never zero. */
export const Counts = Schema.Struct({
  post: PostId,
  reposts: Schema.optionalKey(Schema.Int),
  comments: Schema.optionalKey(Schema.Int),
  likes: Schema.optionalKey(Schema.Int)
})
/** How a post fares. */
export type Counts = typeof Counts.Type

/** What has become of the account's own posts. */
export class OwnPosts extends Context.Service<
  OwnPosts,
  {
    /** The counts of these posts, in the order of the question; a post that is gone has none and is left out. */
    readonly counts: (
      account: AccountId,
      posts: ReadonlyArray<PostId>
    ) => Effect.Effect<ReadonlyArray<Counts>, Reading.Failure>
  }
>()("@dualops/core/OwnPosts") {}
