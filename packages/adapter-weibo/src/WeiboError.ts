/**
 * How a call to Weibo fails, by what the caller can do about it.
 *
 * Weibo tells failures apart by `error_code` alone: the same code comes with different HTTP statuses, and an error may come
 * as `text/plain`. Which code belongs to which class is in `WeiboErrorTable`. Source: recorded error bodies.
 *
 * @module
 */
import { Schema } from "effect"

const facts = { code: Schema.Int, detail: Schema.String, request: Schema.optionalKey(Schema.String) }

/** Nothing was done and nothing is wrong with the request: the same call may be made again. */
export class Busy extends Schema.TaggedError<Busy>()("WeiboError.Busy", facts) {
  override get message() {
    return `Weibo is busy (${this.code}): ${this.detail}.`
  }
}

/** A quota is used up: of the address, of the user, or of posting. Nothing was done. */
export class RateLimited extends Schema.TaggedError<RateLimited>()("WeiboError.RateLimited", {
  ...facts,
  /** When it opens again, as far as that is known. */
  after: Schema.optionalKey(Schema.Duration)
}) {
  override get message() {
    return `A quota of Weibo is used up (${this.code}): ${this.detail}.`
  }
}

/** The token is dead or was never good; a person has to authorise the app anew. Nothing was done. */
export class TokenDead extends Schema.TaggedError<TokenDead>()("WeiboError.TokenDead", facts) {
  override get message() {
    return `The account has to authorise the app anew (${this.code}): ${this.detail}.`
  }
}

/** The app has no grant for this interface, or does not call from a registered address. Nothing was done. */
export class NotPermitted extends Schema.TaggedError<NotPermitted>()("WeiboError.NotPermitted", facts) {
  override get message() {
    return `The app is not permitted to do this (${this.code}): ${this.detail}.`
  }
}

/** The request itself is wrong: a parameter, the picture, the missing link to a registered domain. Nothing was done. */
export class RequestRefused extends Schema.TaggedError<RequestRefused>()("WeiboError.RequestRefused", facts) {
  override get message() {
    return `Weibo does not accept the request (${this.code}): ${this.detail}.`
  }
}

/** Weibo does not want what the text says, or the account may not speak now. Nothing was done. */
export class ContentRefused extends Schema.TaggedError<ContentRefused>()("WeiboError.ContentRefused", facts) {
  override get message() {
    return `Weibo refuses the content (${this.code}): ${this.detail}.`
  }
}

/** What is written to or about is gone, or is not open to this account. Nothing was done. */
export class TargetGone extends Schema.TaggedError<TargetGone>()("WeiboError.TargetGone", facts) {
  override get message() {
    return `What the call is about is not there for this account (${this.code}): ${this.detail}.`
  }
}

/** The same or a similar text is there already: perhaps of an earlier attempt of this very post. */
export class Duplicate extends Schema.TaggedError<Duplicate>()("WeiboError.Duplicate", facts) {
  override get message() {
    return `Weibo has this text already (${this.code}): ${this.detail}.`
  }
}

/** What was asked for was so before, or has become so by an earlier attempt; which thing it is, Weibo does not say. */
export class AlreadySo extends Schema.TaggedError<AlreadySo>()("WeiboError.AlreadySo", facts) {
  override get message() {
    return `It is so already (${this.code}): ${this.detail}.`
  }
}

/** Accepted, and will be seen in a minute or two (20032). Never send it again. */
export class AcceptedSlowly extends Schema.TaggedError<AcceptedSlowly>()("WeiboError.AcceptedSlowly", facts) {
  override get message() {
    return `Weibo has accepted this and is slow (${this.code}): ${this.detail}.`
  }
}

/** The request never left: no connection was made. */
export class Unreachable extends Schema.TaggedError<Unreachable>()("WeiboError.Unreachable", {
  detail: Schema.String
}) {
  override get message() {
    return `Weibo cannot be reached: ${this.detail}.`
  }
}

/** The request left and no answer came that says what became of it. */
export class OutcomeUnknown extends Schema.TaggedError<OutcomeUnknown>()("WeiboError.OutcomeUnknown", {
  reason: Schema.Literals(["timeout", "connection", "unreadable", "unclear"]),
  detail: Schema.String
}) {
  override get message() {
    return `Nobody knows what became of the call (${this.reason}): ${this.detail}.`
  }
}

/** Every way in which Weibo answers with a code. */
export type Answered =
  | Busy
  | RateLimited
  | TokenDead
  | NotPermitted
  | RequestRefused
  | ContentRefused
  | TargetGone
  | Duplicate
  | AlreadySo
  | AcceptedSlowly

/** Every way in which a call fails. */
export type WeiboError = Answered | Unreachable | OutcomeUnknown
