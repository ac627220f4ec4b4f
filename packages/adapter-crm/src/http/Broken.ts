/**
 * What a broken connection means: whether the request can have arrived at all. Source of the names: Node's system errors and those of undici.
 *
 * @module
 */
import { Predicate } from "effect"

/** Node's names of a certificate that was not accepted: the request was held back. */
const certificate = /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT|UNABLE_TO_)/

/** Whether nothing can have been sent: the failure was in finding the host or in connecting to it. */
export const isBeforeSending = (cause: unknown): boolean => {
  if (!Predicate.isObject(cause)) return false
  if (Predicate.hasProperty(cause, "errors") && Array.isArray(cause.errors) && cause.errors.length > 0) {
    return cause.errors.every(isBeforeSending)
  }
  const call = Predicate.hasProperty(cause, "syscall") ? cause.syscall : undefined
  const name = Predicate.hasProperty(cause, "code") && Predicate.isString(cause.code) ? cause.code : ""
  if (call === "connect" || call === "getaddrinfo" || name === "UND_ERR_CONNECT_TIMEOUT" || certificate.test(name)) {
    return true
  }
  return innerOf(cause).some(isBeforeSending)
}

/** The name of what broke, which holds no address. */
export const nameOf = (cause: unknown): string => {
  if (!Predicate.isObject(cause)) return "no reason was given"
  if (Predicate.hasProperty(cause, "code") && Predicate.isString(cause.code)) return cause.code
  return (
    innerOf(cause)
      .map(nameOf)
      .find((name) => name !== "no reason was given") ?? "no reason was given"
  )
}

/** An error of the HTTP client holds its reason, and that its cause. */
const innerOf = (cause: object): ReadonlyArray<unknown> =>
  ["reason", "cause"].flatMap((name) => (Predicate.hasProperty(cause, name) ? [cause[name]] : []))
