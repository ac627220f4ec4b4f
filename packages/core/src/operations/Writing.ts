/**
 * How writing to the outside fails: publishing, replying, sending a message, opening a ticket. One vocabulary for every port that writes and
 * for every carrier, so that a failure is told once what it means and then only handed on.
 *
 * It answers the only question that matters afterwards: *has it happened?* No, and never as it is (`Refused`); no, not before a person has
 * renewed the grant (`Unauthorised`); no, but later (`TryLater`); nobody knows (`Unknown`).
 *
 * @module
 */
import { Schema } from "effect"

const facts = { code: Schema.String, detail: Schema.String }

/** It has not happened, and the same request would be refused again. */
export class Refused extends Schema.TaggedError<Refused>()("Writing.Refused", facts) {
  override get message() {
    return `It was refused (${this.code}): ${this.detail}.`
  }
}

/** It has not happened, and nothing will before a person renews the account's grant to the app. */
export class Unauthorised extends Schema.TaggedError<Unauthorised>()("Writing.Unauthorised", facts) {
  override get message() {
    return `The account has to be authorised anew (${this.code}): ${this.detail}.`
  }
}

/** It has not happened; the same request may be made again later. */
export class TryLater extends Schema.TaggedError<TryLater>()("Writing.TryLater", {
  ...facts,
  /** How long to wait at least, where that is known. */
  after: Schema.optionalKey(Schema.Duration)
}) {
  override get message() {
    return `It was not taken now (${this.code}): ${this.detail}.`
  }
}

/** It may have happened: look before anything else, and never ask for it again blindly. */
export class Unknown extends Schema.TaggedError<Unknown>()("Writing.Unknown", facts) {
  override get message() {
    return `Nobody knows whether it has happened (${this.code}): ${this.detail}.`
  }
}

/** Every way in which something that was to be done does not come back as done. */
export type Failure = Refused | Unauthorised | TryLater | Unknown
