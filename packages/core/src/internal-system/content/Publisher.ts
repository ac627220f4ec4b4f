/**
 * Port: writes a post to the account.
 *
 * Its failures answer the only question that matters afterwards: *is the post out?* No, and never as it is (`Refused`);
 * no, not before a person has renewed the grant (`Unauthorised`); no, but later (`TryLater`); nobody knows (`Unknown`).
 *
 * @module
 */
import { Context, type Effect, Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import { AccountId } from "../../process/Account.ts"
import { Content } from "./Content.ts"

export { AccountId } from "../../process/Account.ts"

/** A post's id at the platform: digits, kept as text because they outgrow a double. */
export const PostId = Schema.NonEmptyString.pipe(Schema.brand("PostId"))
/** A post's id at the platform. */
export type PostId = typeof PostId.Type

/** What is to be published, and where. */
export const Request = Schema.Struct({ account: AccountId, content: Content })
/** What is to be published, and where. */
export type Request = typeof Request.Type

/** A post as the platform shows it. */
export const Publication = Schema.Struct({ post: PostId, text: Schema.String, at: Moment })
/** A post as the platform shows it. */
export type Publication = typeof Publication.Type

/** The post is not out, and the same request will be refused again. */
export class Refused extends Schema.TaggedError<Refused>()("Publisher.Refused", {
  code: Schema.String,
  detail: Schema.String
}) {
  override get message() {
    return `The post was refused (${this.code}): ${this.detail}.`
  }
}

/** The post is not out, and nothing will be before a person renews the account's grant to the app. */
export class Unauthorised extends Schema.TaggedError<Unauthorised>()("Publisher.Unauthorised", {
  code: Schema.String,
  detail: Schema.String
}) {
  override get message() {
    return `The account has to be authorised anew (${this.code}): ${this.detail}.`
  }
}

/** The post is not out; the same request may be made again later. */
export class TryLater extends Schema.TaggedError<TryLater>()("Publisher.TryLater", {
  code: Schema.String,
  detail: Schema.String,
  after: Schema.optionalKey(Schema.Duration)
}) {
  override get message() {
    return `The post was not taken now (${this.code}): ${this.detail}.`
  }
}

/** The post may be out: look at the timeline before anything else, and never send it again blindly. */
export class Unknown extends Schema.TaggedError<Unknown>()("Publisher.Unknown", {
  code: Schema.String,
  detail: Schema.String
}) {
  override get message() {
    return `Nobody knows whether the post is out (${this.code}): ${this.detail}.`
  }
}

/** Every way in which a publication does not come back as done. */
export type Failure = Refused | Unauthorised | TryLater | Unknown

/** Writes a post to the account. */
export class Publisher extends Context.Service<
  Publisher,
  {
    /** Publishes once. A repeated call is a second post, unless the platform notices. */
    readonly publish: (request: Request) => Effect.Effect<Publication, Failure>
    /** The account's latest posts, newest first; the platform decides how many. */
    readonly latest: (account: AccountId) => Effect.Effect<ReadonlyArray<Publication>, Unauthorised | TryLater>
  }
>()("@dualops/core/Publisher") {}
