/**
 * What an error of a mail server means: whether the message is on its way.
 *
 * Replies and their classes are those of RFC 5321, 4.2; the names beside them are nodemailer's (nodemailer.com/errors).
 *
 * @module
 */
import { Writing } from "@dualops/core/operations"
import { Duration, Predicate } from "effect"

/** What nodemailer says of a failure. */
interface Said {
  readonly code?: unknown
  readonly command?: unknown
  readonly responseCode?: unknown
  readonly response?: unknown
  readonly syscall?: unknown
}

/** A server that defers a message wants it to be tried again, and not at once (RFC 5321, 4.5.4.1; with greylists, RFC 6647, after five minutes). */
const deferred = Duration.minutes(5)

/** Commands after which the server has not taken over anything. A connection that broke is `CONN`, whenever it did. */
const before = /^(?:HELO|EHLO|LHLO|STARTTLS|AUTH.*|MAIL FROM|RCPT TO)$/

/** What a failure means; its text is given without secrets. */
export const ofError = (error: unknown, struck: (text: string) => string): Writing.Failure => {
  const { code, command, response, responseCode, syscall }: Said = Predicate.isObject(error) ? error : {}
  const name = Predicate.isString(code) ? code : "unknown"
  const detail = struck(Predicate.isString(response) ? response : `the mail server and we parted (${name})`).slice(
    0,
    300
  )
  if (Predicate.isNumber(responseCode)) return ofReply(responseCode, { code: String(responseCode), detail }, name)
  if (name === "EAUTH" || name === "ENOAUTH") return new Writing.Unauthorised({ code: name, detail })
  if (name === "EENVELOPE" || name === "EMESSAGE" || name === "EINVALID")
    return new Writing.Refused({ code: name, detail })
  if (name === "EDNS" || name === "ETLS" || name === "EREQUIRETLS")
    return new Writing.TryLater({ code: name, detail, after: deferred })
  const isBefore = syscall === "connect" || syscall === "getaddrinfo"
  return isBefore || (Predicate.isString(command) && before.test(command))
    ? new Writing.TryLater({ code: name, detail, after: deferred })
    : new Writing.Unknown({ code: name, detail })
}

/** The first digit decides; the server's word on who we are is told apart (RFC 4954, 6). */
const ofReply = (reply: number, facts: { readonly code: string; readonly detail: string }, name: string) => {
  if (reply >= 400 && reply < 500) return new Writing.TryLater({ ...facts, after: deferred })
  if (name === "EAUTH" || [530, 534, 535, 538].includes(reply)) return new Writing.Unauthorised(facts)
  return reply >= 500 && reply < 600 ? new Writing.Refused(facts) : new Writing.Unknown(facts)
}
