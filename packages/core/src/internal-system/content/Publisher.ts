/**
 * Port: writes a post to the account, and takes it down.
 *
 * Its failures answer the only question that matters afterwards: *has it happened?* No, and never as it is (`Refused`);
 * no, not before a person has renewed the grant (`Unauthorised`); no, but later (`TryLater`); nobody knows (`Unknown`).
 *
 * @module
 */
import { Context, type Effect, Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import { AccountId } from "../../process/Account.ts"
import { PersonId } from "../../process/Actor.ts"
import { Content } from "./Content.ts"
import { PostId } from "./PostId.ts"
import type * as Reading from "./Reading.ts"

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

/** It has not happened, and the same request will be refused again. */
export class Refused extends Schema.TaggedError<Refused>()("Publisher.Refused", {
  code: Schema.String,
  detail: Schema.String
}) {
  override get message() {
    return `It was refused (${this.code}): ${this.detail}.`
  }
}

/** It has not happened, and nothing will before a person renews the account's grant to the app. */
export class Unauthorised extends Schema.TaggedError<Unauthorised>()("Publisher.Unauthorised", {
  code: Schema.String,
  detail: Schema.String
}) {
  override get message() {
    return `The account has to be authorised anew (${this.code}): ${this.detail}.`
  }
}

/** It has not happened; the same request may be made again later. */
export class TryLater extends Schema.TaggedError<TryLater>()("Publisher.TryLater", {
  code: Schema.String,
  detail: Schema.String,
  after: Schema.optionalKey(Schema.Duration)
}) {
  override get message() {
    return `It was not taken now (${this.code}): ${this.detail}.`
  }
}

/** It may have happened: look before anything else, and never ask for it again blindly. */
export class Unknown extends Schema.TaggedError<Unknown>()("Publisher.Unknown", {
  code: Schema.String,
  detail: Schema.String
}) {
  override get message() {
    return `Nobody knows whether it has happened (${this.code}): ${this.detail}.`
  }
}

/** Every way in which a write does not come back as done. */
export type Failure = Refused | Unauthorised | TryLater | Unknown

/** Writes a post to the account. */
export class Publisher extends Context.Service<
  Publisher,
  {
    /** Publishes once. A repeated call is a second post, unless the platform notices. */
    readonly publish: (request: Request) => Effect.Effect<Publication, Failure>
    /** The account's latest posts, newest first; the platform decides how many. */
    readonly latest: (account: AccountId) => Effect.Effect<ReadonlyArray<Publication>, Unauthorised | TryLater>
    /** Takes one of the account's posts down; one that is not there is down. */
    readonly takeDown: (place: Place) => Effect.Effect<void, Failure>
    /** Whether the post stands there. */
    readonly stands: (place: Place) => Effect.Effect<boolean, Reading.Failure>
  }
>()("@dualops/core/Publisher") {}
