/**
 * A till that redeems its codes with a house over HTTP, and gives them back.
 *
 * Whatever happens on the way, nobody knows whether the code was redeemed or given back; so the same is asked again under its key, and then gets the answer that
 * it has got.
 *
 * @module
 */
import { Till } from "@dualops/core/codes"
import { Writing } from "@dualops/core/operations"
import { Duration, Effect, Layer, Option, Redacted, Schema, Stream } from "effect"
import { FetchHttpClient, HttpClient, HttpClientRequest, type HttpClientResponse } from "effect/http"
import * as TillWire from "./TillWire.ts"

/** How a house is reached. */
export interface Options {
  /** Where its handler listens. */
  readonly url: string
  /** By which the house knows the till. */
  readonly token: Redacted.Redacted<string>
  /** How long an answer may take; 10 seconds unless it is said. */
  readonly within?: Duration.Input
}

/** A till of the house at an address. */
export const layer = (options: Options): Layer.Layer<Till, never, HttpClient.HttpClient> =>
  Layer.effect(
    Till,
    Effect.map(HttpClient.HttpClient, (client) => {
      const send = <Told>(key: string, body: typeof TillWire.Body.Encoded, read: Read<Told>) =>
        Effect.provideService(ask(options, key, body, read), HttpClient.HttpClient, client)
      return {
        redeem: ({ code, fan, key }) => send(key, { code, ...(fan !== undefined && { fan }) }, answered),
        giveBack: ({ by, key }) => send(key, { giveBack: by === undefined ? {} : { by } }, returned)
      }
    })
  )

/** What an answer says; nothing where it is none. */
type Read<Told> = (text: string) => Option.Option<{ readonly answer: Told }>
const answered = Schema.decodeUnknownOption(Schema.fromJsonString(TillWire.Answered))
const returned = Schema.decodeUnknownOption(Schema.fromJsonString(TillWire.Returned))

const ask = Effect.fn("TillClient.ask")(function* <Told>(
  { token, url, within = "10 seconds" }: Options,
  key: string,
  body: typeof TillWire.Body.Encoded,
  read: Read<Told>
) {
  const headers = {
    accept: "application/json, application/problem+json",
    authorization: `Bearer ${Redacted.value(token)}`,
    "idempotency-key": key
  }
  const post = HttpClientRequest.post(url, { headers })
  const request = HttpClientRequest.bodyText(post, JSON.stringify(body), "application/json")
  const { status, text, wait } = yield* Effect.flatMap(HttpClient.execute(request), (response) =>
    Effect.map(textOf(response.stream), (text) => ({ status: response.status, text, wait: waitOf(response) }))
  ).pipe(
    Effect.catch(() => Effect.fail(unknown("no-answer", "the connection broke"))),
    Effect.timeoutOrElse({
      duration: within,
      orElse: () => Effect.fail(unknown("no-answer", "no answer came in time"))
    }),
    // A trace would have the token and the code, and a redirect would carry both to another address.
    Effect.provideService(HttpClient.TracerDisabledWhen, () => true),
    Effect.provideService(HttpClient.TracerPropagationEnabled, false),
    Effect.provideService(FetchHttpClient.RequestInit, { redirect: "manual" })
  )
  const told = read(text)
  if (Option.isSome(told)) return told.value.answer
  const detail = `HTTP ${status}`
  if (status === 401) return yield* new Writing.Unauthorised({ code: "token", detail })
  if (status === 429) return yield* new Writing.TryLater({ code: "too-many-guesses", detail, after: wait })
  if (status >= 400 && status < 500) return yield* new Writing.Refused({ code: `http-${status}`, detail })
  return yield* unknown(`http-${status}`, detail)
})

const unknown = (code: string, detail: string) => new Writing.Unknown({ code, detail })

/** Bytes of the largest answer that is read. */
const largest = 16_384

const textOf = <E>(stream: Stream.Stream<Uint8Array, E>): Effect.Effect<string, E | Error> =>
  Effect.map(
    Stream.runFoldEffect(
      stream,
      () => ({ text: "", size: 0, decoder: new TextDecoder() }),
      ({ decoder, size, text }, piece) =>
        size + piece.length > largest
          ? Effect.fail(new Error("the answer is too long"))
          : Effect.succeed({
              decoder,
              size: size + piece.length,
              text: text + decoder.decode(piece, { stream: true })
            })
    ),
    ({ text }) => text
  )

const waitOf = ({ headers }: HttpClientResponse.HttpClientResponse): Duration.Duration => {
  const seconds = headers["retry-after"] ?? ""
  return Duration.seconds(/^\d{1,5}$/.test(seconds) ? Number(seconds) : 60)
}
