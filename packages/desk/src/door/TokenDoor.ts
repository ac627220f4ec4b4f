/**
 * The door for programs: a token in the `Authorization` header is one person's, until it expires or is taken off the list.
 *
 * A list keeps of a token what nobody can use: its SHA-256. Tokens are made by chance with 256 bits, so that nothing slower is needed.
 *
 * @module
 */
import { randomBytes } from "node:crypto"
import { Moment } from "@dualops/core/calendar"
import { Actor } from "@dualops/core/process"
import { DateTime, Effect, Redacted, Schema } from "effect"
import { type Door, notLetIn } from "./Door.ts"
import { hashOf } from "./Secret.ts"

/** What is kept of a token. */
export const Token = Schema.Struct({
  /** The SHA-256 of the token, in hexadecimal digits. */
  hash: Schema.String.check(Schema.isPattern(/^[0-9a-f]{64}$/)),
  /** Whose it is, and in whose place they act with it. */
  person: Actor.Person,
  until: Moment.Moment
})
/** What is kept of a token. */
export type Token = typeof Token.Type

/** A new token: what its person is told once, and what is kept of it. */
export const issue = (person: Actor.Person, until: Moment.Moment): Effect.Effect<Issued> =>
  Effect.sync(() => {
    const secret = `dualops_${randomBytes(32).toString("base64url")}`
    return { secret: Redacted.make(secret), token: { hash: hashOf(secret), person, until } }
  })

/** A token that was issued. */
export interface Issued {
  readonly secret: Redacted.Redacted<string>
  readonly token: Token
}

/** The door. The list is asked for at every request, so that a token is revoked by taking it off. */
export const make = (tokens: Effect.Effect<ReadonlyArray<Token>>): Door["Service"] => ({
  of: Effect.fnUntraced(function* ({ headers }) {
    const [, sent] = /^Bearer ([\w-]{1,200})$/i.exec(headers["authorization"] ?? "") ?? []
    if (sent === undefined) return yield* notLetIn("it has no token")
    const hash = hashOf(sent)
    const found = (yield* tokens).find((one) => one.hash === hash)
    if (found === undefined) return yield* notLetIn("nobody has such a token", "unknown-token")
    if (!DateTime.isLessThan(yield* DateTime.now, found.until)) {
      return yield* notLetIn(`the token of ${found.person.person} has expired`, "expired-token")
    }
    return { person: found.person, isAmbient: false }
  })
})
