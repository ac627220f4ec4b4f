/**
 * What comes over the wire, and what a broken connection means: whether the request can have reached Weibo at all. Source of the names of
 * broken connections: Node's system errors and undici.
 *
 * @module
 */
import { Effect, Predicate, Redacted, Stream } from "effect"
import { FetchHttpClient, HttpClient, type HttpClientError, type HttpClientResponse } from "effect/http"
import { OutcomeUnknown, Unreachable } from "./WeiboError.ts"

/** Bytes of the largest answer that is read; a page of 200 comments with their posts has less than a tenth of it. */
export const largest: number = 16 * 1024 * 1024

/** The text of an answer, as far as it is bearable, and without these secrets, should somebody have written them back. */
export const textOf = (
  response: HttpClientResponse.HttpClientResponse,
  secrets: ReadonlyArray<Redacted.Redacted>
): Effect.Effect<string, Unreachable | OutcomeUnknown> =>
  response.stream.pipe(
    Stream.mapError(toError),
    Stream.runFoldEffect(
      (): Received => ({ size: 0, text: "", decoder: new TextDecoder() }),
      ({ decoder, size, text }, chunk) =>
        size + chunk.length > largest
          ? Effect.fail(new OutcomeUnknown({ reason: "unreadable", detail: `more than ${largest} bytes` }))
          : Effect.succeed({ size: size + chunk.length, text: text + decoder.decode(chunk, { stream: true }), decoder })
    ),
    Effect.map(({ decoder, text }) =>
      secrets
        .map(Redacted.value)
        .filter(({ length }) => length >= shortest)
        .reduce((shown, secret) => shown.replaceAll(secret, "<secret>"), text + decoder.decode())
    )
  )

/** Weibo's own secrets have thirty characters and more; what is much shorter, as in a test, may be a part of any word. */
const shortest = 12

interface Received {
  readonly size: number
  readonly text: string
  readonly decoder: InstanceType<typeof TextDecoder>
}

/** A failure of the HTTP client: `Unreachable` only if no connection was made, so that nothing can have been sent. */
export const toError = (error: HttpClientError.HttpClientError): Unreachable | OutcomeUnknown => {
  const detail = describe(error)
  switch (error.reason._tag) {
    case "InvalidUrlError":
    case "EncodeError":
      return new Unreachable({ detail })
    case "TransportError":
      return isBeforeSending(error.reason.cause)
        ? new Unreachable({ detail })
        : new OutcomeUnknown({ reason: "connection", detail })
    case "StatusCodeError":
    case "DecodeError":
    case "EmptyBodyError":
      return new OutcomeUnknown({ reason: "unreadable", detail })
  }
}

/** Node's names of a certificate that was not accepted: the request was held back. */
const certificate = /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT|UNABLE_TO_)/

/**
 * Whether the failure was in finding or connecting to the host. The name of the error is not enough: a host may become
 * unreachable on a connection that has already carried the request, so the system call must be the one of connecting.
 */
export const isBeforeSending = (cause: unknown): boolean => {
  if (!Predicate.isObject(cause)) return false
  if (Predicate.hasProperty(cause, "errors") && Array.isArray(cause.errors) && cause.errors.length > 0) {
    return cause.errors.every(isBeforeSending)
  }
  const code = Predicate.hasProperty(cause, "code") && Predicate.isString(cause.code) ? cause.code : ""
  const call = Predicate.hasProperty(cause, "syscall") ? cause.syscall : undefined
  if (call === "connect" || call === "getaddrinfo" || code === "UND_ERR_CONNECT_TIMEOUT" || certificate.test(code)) {
    return true
  }
  return Predicate.hasProperty(cause, "cause") && isBeforeSending(cause.cause)
}

const describe = (error: HttpClientError.HttpClientError): string => {
  const cause = error.reason.cause
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause
  return inner instanceof Error ? inner.message : error.reason._tag
}

/** No redirects are followed, for they would carry the token elsewhere, and no trace headers are sent to Weibo. */
export const withoutSurprises = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  effect.pipe(
    Effect.provideService(HttpClient.TracerPropagationEnabled, false),
    Effect.provideService(FetchHttpClient.RequestInit, { redirect: "manual" })
  )
