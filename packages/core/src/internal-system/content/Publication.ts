/**
 * What is to be published, and a post as the platform shows it.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { PostId } from "../../account/PostId.ts"
import { Moment } from "../../calendar/Moment.ts"
import { PersonId } from "../../process/Actor.ts"
import { Content } from "./Content.ts"

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
