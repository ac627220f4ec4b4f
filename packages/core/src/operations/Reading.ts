/**
 * How reading from the platform fails. Nothing is changed by a look, so the only question is whether to look again.
 *
 * @module
 */
import { Schema } from "effect"

const facts = { code: Schema.String, detail: Schema.String }

/** Nothing can be read before a person renews the account's grant to the app. */
export class Unauthorised extends Schema.TaggedError<Unauthorised>()("Reading.Unauthorised", facts) {
  override get message() {
    return `The account has to be authorised anew (${this.code}): ${this.detail}.`
  }
}

/** The platform does not show this to the app, or it is not there. */
export class NotShown extends Schema.TaggedError<NotShown>()("Reading.NotShown", facts) {
  override get message() {
    return `The platform does not show this (${this.code}): ${this.detail}.`
  }
}

/** Not now; the same may be asked again later. */
export class TryLater extends Schema.TaggedError<TryLater>()("Reading.TryLater", {
  ...facts,
  after: Schema.optionalKey(Schema.Duration)
}) {
  override get message() {
    return `It could not be read now (${this.code}): ${this.detail}.`
  }
}

/** Every way in which reading fails. */
export type Failure = Unauthorised | NotShown | TryLater

/** The platform has given the same page again, whatever was asked: what lies below cannot be read. Only lists that go on can fail so. */
export class CursorIgnored extends Schema.TaggedError<CursorIgnored>()("Reading.CursorIgnored", {
  /** What was to be older than this. */
  below: Schema.String
}) {
  override get message() {
    return `The platform ignores where reading goes on: what is older than ${this.below} cannot be read.`
  }
}
