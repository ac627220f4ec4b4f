/**
 * What comes over the wire, and what a broken connection means: whether the request can have reached Weibo at all. Source of the names of
 * broken connections: Node's system errors and undici.
 *
 * @module
 */
import { type Duration, Effect, Predicate, type Redacted, Stream } from "effect"
import {
  FetchHttpClient,
  HttpClient,
  type HttpClientError,
  type HttpClientRequest,
  type HttpClientResponse
} from "effect/http"
import { OutcomeUnknown, Unreachable } from "./WeiboError.ts"
import { strike } from "./WeiboSecrets.ts"

/** Bytes of the largest answer that is read; a page of 200 comments with their posts has less than a tenth of it. */
export const largest: number = 16 * 1024 * 1024

/** An answer as it came: its HTTP status, and its text without the secrets. */
export interface Received {
  readonly status: number
  readonly text: string
}

/**
 * Sends a request, once, and reads its answer, within a time. What comes back (the text, or why there is none) is without these secrets.
 *
 * No redirect is followed, for it would carry the token and the text to another address. The client traces nothing: neither does Weibo get
 * headers of a trace, nor does a span get the headers of an answer, in which a proxy may write back what it was told.
 */
export const send = (
  request: HttpClientRequest.HttpClientRequest,
  secrets: ReadonlyArray<Redacted.Redacted>,
  within: Duration.Input,
  path: string
): Effect.Effect<Received, Unreachable | OutcomeUnknown, HttpClient.HttpClient> =>
  HttpClient.execute(request).pipe(
    Effect.mapError((error) => toError(error, secrets)),
    Effect.flatMap((response) =>
      Effect.map(textOf(response, secrets), (text) => ({ status: response.status, text: strike(text, secrets) }))
    ),
    Effect.timeoutOrElse({
      duration: within,
      orElse: () => Effect.fail(new OutcomeUnknown({ reason: "timeout", detail: path }))
    }),
    Effect.provideService(HttpClient.TracerDisabledWhen, () => true),
    Effect.provideService(HttpClient.TracerPropagationEnabled, false),
    Effect.provideService(FetchHttpClient.RequestInit, { redirect: "manual" })
  )

/** The text of an answer, as far as it is bearable. */
const textOf = (
  response: HttpClientResponse.HttpClientResponse,
  secrets: ReadonlyArray<Redacted.Redacted>
): Effect.Effect<string, Unreachable | OutcomeUnknown> =>
  response.stream.pipe(
    Stream.mapError((error) => toError(error, secrets)),
    Stream.runFoldEffect(
      (): Reading => ({ size: 0, text: "", decoder: new TextDecoder() }),
      ({ decoder, size, text }, chunk) =>
        size + chunk.length > largest
          ? Effect.fail(new OutcomeUnknown({ reason: "unreadable", detail: `more than ${largest} bytes` }))
          : Effect.succeed({ size: size + chunk.length, text: text + decoder.decode(chunk, { stream: true }), decoder })
    ),
    Effect.map(({ decoder, text }) => text + decoder.decode())
  )

interface Reading {
  readonly size: number
  readonly text: string
  readonly decoder: InstanceType<typeof TextDecoder>
}

/** A failure of the HTTP client: `Unreachable` only if no connection was made, so that nothing can have been sent. */
const toError = (
  error: HttpClientError.HttpClientError,
  secrets: ReadonlyArray<Redacted.Redacted>
): Unreachable | OutcomeUnknown => {
  const detail = strike(describe(error), secrets)
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
