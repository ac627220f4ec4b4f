/**
 * Port: writes a post to the account, and takes it down.
 *
 * Its failures are those of `Writing` and `Reading`, and answer the only question that matters afterwards: *has it happened?*
 *
 * @module
 */
import { Context, type Effect, Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import type * as Reading from "../../operations/Reading.ts"
import type * as Writing from "../../operations/Writing.ts"
import { AccountId } from "../../process/Account.ts"
import { PersonId } from "../../process/Actor.ts"
import { Content } from "./Content.ts"
import { PostId } from "./PostId.ts"

export { AccountId } from "../../process/Account.ts"
export { PostId } from "./PostId.ts"

/** What is to be published, where, and who publishes it, as far as that is known. */
export const Request = Schema.Struct({ account: AccountId, content: Content, by: Schema.optionalKey(PersonId) })
/** What is to be published, and where. */
export type Request = typeof Request.Type

/** A post of an account. */
export const Place = Schema.Struct({ account: AccountId, post: PostId })
/** A post of an account. */
export type Place = typeof Place.Type

/** A post as the platform shows it. */
export const Publication = Schema.Struct({
  post: PostId,
  text: Schema.String,
  at: Moment,
  /** Whether the text goes on where it breaks off, if the platform says it. */
  cut: Schema.optionalKey(Schema.Boolean),
  /** The platform's own count of the whole text, in its units, if it says it. */
  length: Schema.optionalKey(Schema.Int),
  /** The posts that it passes on, if it is a repost: the one that was reposted, the original, or both, as the platform shows it. */
  repostOf: Schema.optionalKey(Schema.Array(PostId))
})
/** A post as the platform shows it. */
export type Publication = typeof Publication.Type

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
