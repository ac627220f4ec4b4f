/**
 * Port: sends an invitation to a member of the public, by e-mail or however else members are reached.
 *
 * Where a member is reached is known to the medium and to nobody in here. Failures are those of `Writing`; whether somebody may be invited is not
 * asked here, but by `Inviting`, before each one.
 *
 * @module
 */
import { Context, type Effect } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type { FanId } from "../../account/FanId.ts"
import type * as Writing from "../../operations/Writing.ts"

/** What is sent to one member. */
export interface Invitation {
  /** The same at every try of the same invitation. */
  readonly key: string
  readonly account: AccountId
  /** The name is hostile text. */
  readonly to: { readonly fan: FanId; readonly name: string }
  /** On one line. */
  readonly subject: string
  readonly text: string
  /** Where the member opts out with one request (RFC 8058); every invitation shows it. */
  readonly optOut: string
}

/** Sends invitations. */
export class Invitations extends Context.Service<
  Invitations,
  {
    /** Sends it, at most once for each key: one that may have been sent is not sent again under its key. */
    readonly send: (invitation: Invitation) => Effect.Effect<void, Writing.Failure>
  }
>()("@dualops/core/Invitations") {}
