/**
 * Calls to a customer system, each made once: what was answered, or what became of it.
 *
 * Looking changes nothing, so whatever goes wrong may be looked at again. A write of which no answer came, or one with HTTP 5xx, is unknown: a gateway
 * says the same whether the system behind it has done the work or not. Only a connection that was never made has done nothing.
 *
 * @module
 */
import { Reading, Writing } from "@dualops/core/operations"
import { Duration, Effect, Option, Redacted, Schema, Stream } from "effect"
import { FetchHttpClient, type Headers, HttpClient, HttpClientRequest } from "effect/http"
import { isBeforeSending, nameOf } from "./Broken.ts"
import { strike, type Token } from "./Secret.ts"

/** An answer that says yes. */
export interface Answer {
  readonly json: unknown
  /** The version of what was read, where the system says one. */
  readonly version: string | undefined
}

/** What is asked. */
export interface Ask {
  readonly method: "GET" | "POST" | "PUT" | "PATCH"
  readonly path: string
  readonly query?: Readonly<Record<string, string | ReadonlyArray<string>>>
  readonly body?: Schema.Json
  /** The request is done only while this is the version. */
  readonly version?: string | undefined
}

/** A system that can be asked. */
export interface CrmApi {
  /** Looks; nothing is changed by it. */
  readonly read: (ask: Ask) => Effect.Effect<Answer, Reading.Failure>
  /** Writes, once. */
  readonly write: (ask: Ask) => Effect.Effect<Answer, Writing.Failure>
}

/** How a system is reached. */
export interface Options {
  /** Its address. */
  readonly base: string
  readonly token: Token
  /** What stands before the token in the header: `token` or `Bearer`. */
  readonly scheme: string
  /** How long an answer may take; 20 seconds unless told. */
  readonly within?: Duration.Duration | undefined
  /** Where the system says in the body of a failure why. */
  readonly why: (json: unknown) => string | undefined
  /** How long one has to wait, where the body of a failure says it. */
  readonly wait?: ((json: unknown) => Duration.Duration | undefined) | undefined
}

/** The system at an address. */
export const make = (options: Options): Effect.Effect<CrmApi, never, HttpClient.HttpClient> =>
  Effect.map(HttpClient.HttpClient, (client) => {
    const send = (ask: Ask) => Effect.provideService(exchange(options, ask), HttpClient.HttpClient, client)
    return {
      read: (ask) => Effect.flatMap(send(ask), (came) => reading(came)),
      write: (ask) => Effect.flatMap(send(ask), (came) => writing(came))
    }
  })

/** What came: an answer, with its status, or nothing. */
type Came = Answered | { readonly _tag: "nothing"; readonly isSent: boolean; readonly detail: string }

interface Answered {
  readonly _tag: "answered"
  readonly status: number
  readonly json: unknown
  readonly isJson: boolean
  readonly version: string | undefined
  readonly after: Duration.Duration | undefined
  readonly detail: string
}

const parse = Schema.decodeUnknownOption(Schema.fromJsonString(Schema.Unknown))

/** Bytes of the largest answer that is read. */
const largest = 16 * 1024 * 1024

const exchange = (
  { base, scheme, token, wait, why, within = Duration.seconds(20) }: Options,
  { body, method, path, query, version }: Ask
): Effect.Effect<Came, never, HttpClient.HttpClient> => {
  const headers = {
    accept: "application/json",
    authorization: `${scheme} ${Redacted.value(token)}`,
    // Request Tracker leads whatever calls itself a browser to a page on which people log in.
    "user-agent": "dualops",
    ...(version !== undefined && { "if-match": version })
  }
  const request = HttpClientRequest.make(method)(base + path, { headers, ...(query && { urlParams: query }) })
  return HttpClient.execute(
    body === undefined ? request : HttpClientRequest.bodyText(request, JSON.stringify(body), json)
  ).pipe(
    Effect.flatMap((response) =>
      Effect.map(textOf(response.stream), (text): Came => {
        const parsed = parse(strike(text, token))
        const content = Option.getOrUndefined(parsed)
        const { status } = response
        return {
          _tag: "answered",
          status,
          json: content,
          isJson: Option.isSome(parsed),
          version: response.headers.etag,
          after: waitOf(response.headers) ?? wait?.(content),
          detail: (why(content) ?? `HTTP ${status}`).slice(0, 300)
        }
      })
    ),
    Effect.catch((error) =>
      Effect.succeed<Came>({
        _tag: "nothing",
        isSent: !isBeforeSending(error),
        detail: strike(`the connection broke (${nameOf(error)})`, token)
      })
    ),
    Effect.timeoutOrElse({
      duration: within,
      orElse: () => Effect.succeed<Came>({ _tag: "nothing", isSent: true, detail: "no answer came in time" })
    }),
    Effect.provideService(HttpClient.TracerDisabledWhen, () => true),
    Effect.provideService(HttpClient.TracerPropagationEnabled, false),
    // A redirect would carry the token to another address.
    Effect.provideService(FetchHttpClient.RequestInit, { redirect: "manual" })
  )
}

const json = "application/json; charset=utf-8"

const textOf = <E>(stream: Stream.Stream<Uint8Array, E>): Effect.Effect<string, E | Error> =>
  Stream.runFoldEffect(
    stream,
    (): { readonly chunks: ReadonlyArray<Uint8Array>; readonly size: number } => ({ chunks: [], size: 0 }),
    ({ chunks, size }, chunk) =>
      size + chunk.length > largest
        ? Effect.fail(new Error(`the answer has more than ${largest} bytes`))
        : Effect.succeed({ chunks: [...chunks, chunk], size: size + chunk.length })
  ).pipe(Effect.map(({ chunks }) => new TextDecoder().decode(Buffer.concat(chunks))))

/** `Retry-After`, in seconds or as a date of HTTP, whose distance is not counted here; a minute then. */
const waitOf = (headers: Headers.Headers): Duration.Duration | undefined => {
  const said = headers["retry-after"]
  if (said === undefined) return undefined
  const seconds = Number(said)
  return Duration.seconds(Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 86_400) : 60)
}

const reading = (came: Came): Effect.Effect<Answer, Reading.Failure> => {
  if (came._tag === "nothing") return Effect.fail(new Reading.TryLater({ code: "connection", detail: came.detail }))
  const facts = { code: `http-${came.status}`, detail: came.detail }
  if (isYes(came)) {
    return came.isJson ? Effect.succeed(came) : Effect.fail(new Reading.TryLater({ ...facts, detail: "no JSON came" }))
  }
  if (isUnauthorised(came)) return Effect.fail(new Reading.Unauthorised(facts))
  return isBusy(came) || came.status >= 500
    ? Effect.fail(new Reading.TryLater({ ...facts, ...(came.after && { after: came.after }) }))
    : Effect.fail(new Reading.NotShown(facts))
}

const writing = (came: Came): Effect.Effect<Answer, Writing.Failure> => {
  if (came._tag === "nothing") {
    const facts = { code: "connection", detail: came.detail }
    return came.isSent ? Effect.fail(new Writing.Unknown(facts)) : Effect.fail(new Writing.TryLater(facts))
  }
  const facts = { code: `http-${came.status}`, detail: came.detail }
  if (isYes(came)) {
    return came.isJson ? Effect.succeed(came) : Effect.fail(new Writing.Unknown({ ...facts, detail: "no JSON came" }))
  }
  if (isUnauthorised(came)) return Effect.fail(new Writing.Unauthorised(facts))
  if (isBusy(came)) return Effect.fail(new Writing.TryLater({ ...facts, ...(came.after && { after: came.after }) }))
  return came.status >= 500 || came.status === 408
    ? Effect.fail(new Writing.Unknown(facts))
    : Effect.fail(new Writing.Refused(facts))
}

const isYes = ({ status }: Answered) => status >= 200 && status < 300
/** Whoever is not known is led elsewhere, or told so. */
const isUnauthorised = ({ status }: Answered) => status === 401 || (status >= 300 && status < 400)
/** Too many requests; or, of HubSpot, a record that is locked by another, or a portal that is being moved. */
const isBusy = ({ status }: Answered) => status === 429 || status === 423 || status === 477
