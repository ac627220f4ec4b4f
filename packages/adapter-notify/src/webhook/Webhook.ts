/**
 * One request to a robot, made once, and its answer; and what a broken connection means: whether the message can have got there at all.
 *
 * The names of broken connections are Node's system errors and those of undici.
 *
 * @module
 */
import { Writing } from "@dualops/core/operations"
import { type Duration, Effect, Predicate, Redacted, type Schema } from "effect"
import { FetchHttpClient, type Headers, HttpClient, type HttpClientError, HttpClientRequest } from "effect/http"
import { type Secret, strike } from "./Secret.ts"

/** An answer: its HTTP status, how many seconds it asks one to wait, and its text without the secrets. */
export interface Answer {
  readonly status: number
  readonly wait?: number
  readonly text: string
}

/** What is sent where, and what must not come back. */
export interface Post {
  readonly url: Secret
  readonly body: Schema.Json
  readonly secrets: ReadonlyArray<Secret>
}

/** How long a robot may take to answer. */
const within: Duration.Input = "15 seconds"
/** Characters of an answer that are read. */
const longest = 10_000

/**
 * Posts JSON, once. Nothing is traced and no redirect is followed, for either would carry the key to somebody else. A connection that was never made
 * may be tried later; one that broke leaves open what has happened.
 */
export const post = ({ body, secrets, url }: Post): Effect.Effect<Answer, Writing.Failure, HttpClient.HttpClient> =>
  HttpClient.execute(
    HttpClientRequest.post(Redacted.value(url)).pipe(HttpClientRequest.bodyText(JSON.stringify(body), json))
  ).pipe(
    Effect.flatMap((response) =>
      Effect.map(response.text, (text) => ({
        status: response.status,
        ...waitOf(response.headers),
        text: strike(text.slice(0, longest), secrets)
      }))
    ),
    Effect.mapError(toFailure),
    Effect.timeoutOrElse({
      duration: within,
      orElse: () => Effect.fail(new Writing.Unknown({ code: "timeout", detail: "the robot did not answer in time" }))
    }),
    Effect.provideService(HttpClient.TracerDisabledWhen, () => true),
    Effect.provideService(HttpClient.TracerPropagationEnabled, false),
    Effect.provideService(FetchHttpClient.RequestInit, { redirect: "manual" })
  )

const json = "application/json; charset=utf-8"

/** `Retry-After` in seconds, or what Feishu says in its place (open.feishu.cn/document/server-docs/api-call-guide/frequency-control). */
const waitOf = (headers: Headers.Headers): Pick<Answer, "wait"> => {
  const wait = Number(headers["retry-after"] ?? headers["x-ogw-ratelimit-reset"])
  return Number.isFinite(wait) && wait > 0 ? { wait } : {}
}

/** Its text names no address: what the client itself would say holds the key. */
const toFailure = ({ reason }: HttpClientError.HttpClientError): Writing.Failure => {
  const code = codeOf(reason.cause)
  switch (reason._tag) {
    case "InvalidUrlError":
    case "EncodeError":
      return new Writing.Refused({ code: "address", detail: "the robot has no address that can be asked" })
    case "TransportError":
      return isBeforeSending(reason.cause)
        ? new Writing.TryLater({ code: "unreachable", detail: `no connection to the robot was made (${code})` })
        : new Writing.Unknown({ code: "connection", detail: `the connection to the robot broke (${code})` })
    case "StatusCodeError":
    case "DecodeError":
    case "EmptyBodyError":
      return new Writing.Unknown({ code: "unreadable", detail: `the answer of the robot cannot be read (${code})` })
  }
}

/** Node's names of a certificate that was not accepted: the request was held back. */
const certificate = /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT|UNABLE_TO_)/

/** Whether nothing can have been sent: the failure was in finding the host or in connecting to it. */
const isBeforeSending = (cause: unknown): boolean => {
  if (!Predicate.isObject(cause)) return false
  if (Predicate.hasProperty(cause, "errors") && Array.isArray(cause.errors) && cause.errors.length > 0) {
    return cause.errors.every(isBeforeSending)
  }
  const call = Predicate.hasProperty(cause, "syscall") ? cause.syscall : undefined
  const name = Predicate.hasProperty(cause, "code") && Predicate.isString(cause.code) ? cause.code : ""
  if (call === "connect" || call === "getaddrinfo" || name === "UND_ERR_CONNECT_TIMEOUT" || certificate.test(name)) {
    return true
  }
  return Predicate.hasProperty(cause, "cause") && isBeforeSending(cause.cause)
}

const codeOf = (cause: unknown): string => {
  if (!Predicate.isObject(cause)) return "no reason was given"
  if (Predicate.hasProperty(cause, "code") && Predicate.isString(cause.code)) return cause.code
  return Predicate.hasProperty(cause, "cause") ? codeOf(cause.cause) : "no reason was given"
}
