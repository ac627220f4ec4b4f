/** An HTTP client that meets trouble on its way, for systems that cannot be told to make any. */
import type { Trouble } from "@dualops/core/testing"
import { Context, Effect, Layer } from "effect"
import { FetchHttpClient, HttpClient, HttpClientError, type HttpClientRequest, HttpClientResponse } from "effect/http"

/** What becomes of one request: an answer instead of the system's own, or none, after the system has done the work or not. */
export interface Fate {
  readonly answers: number | "nothing" | "a page"
  readonly does: boolean
}

/** The weather between here and a system. */
export class Weather extends Context.Service<
  Weather,
  {
    /** What becomes of a request; it goes well where nothing is said. */
    fate: (request: HttpClientRequest.HttpClientRequest) => Fate | undefined
    /** How many requests there were. */
    requests: number
  }
>()("test/Weather") {}

/** Fine weather, so far. */
export const fine: Layer.Layer<Weather> = Layer.sync(Weather, () => ({ fate: () => undefined, requests: 0 }))

/** Whether a request writes. What HubSpot is asked by POST and a path like these only looks. */
export const isWrite = ({ method, url }: HttpClientRequest.HttpClientRequest): boolean =>
  method !== "GET" && !/\/(search|batch\/read)$/.test(url)

/** A client in that weather. */
export const under = (client: HttpClient.HttpClient, weather: Weather["Service"]): HttpClient.HttpClient =>
  HttpClient.transform(client, (effect, request) =>
    Effect.suspend(() => {
      weather.requests++
      const fate = weather.fate(request)
      if (fate === undefined) return effect
      const broken = Effect.fail(
        new HttpClientError.HttpClientError({
          reason: new HttpClientError.TransportError({ request, cause: new Error("socket hang up") })
        })
      )
      const instead =
        fate.answers === "nothing"
          ? broken
          : Effect.succeed(HttpClientResponse.fromWeb(request, answerOf(fate.answers)))
      return fate.does
        ? Effect.andThen(
            Effect.flatMap(effect, ({ text }) => text),
            instead
          )
        : instead
    })
  )

/** The client that asks a server, in that weather. */
export const client: Layer.Layer<HttpClient.HttpClient, never, Weather> = Layer.effect(
  HttpClient.HttpClient,
  Effect.gen(function* () {
    return under(yield* HttpClient.HttpClient, yield* Weather)
  })
).pipe(Layer.provide(FetchHttpClient.layer))

const answerOf = (answers: number | "a page") => {
  if (answers === "a page")
    return new Response("<html>Please log in</html>", { headers: { "content-type": "text/html" } })
  const status = answers
  return new Response(JSON.stringify({ message: `it was to be so: ${status}` }), {
    status,
    headers: status === 429 ? { "retry-after": "3" } : {}
  })
}

const fates: Readonly<Record<Trouble.Trouble, Fate>> = {
  refused: { answers: 422, does: false },
  unauthorised: { answers: 401, does: false },
  busy: { answers: 429, does: false },
  "lost before": { answers: "nothing", does: false },
  "lost after": { answers: "nothing", does: true }
}

/** Lets the next request that writes meet a trouble. */
export const next = (weather: Weather["Service"], trouble: Trouble.Trouble) =>
  Effect.sync(() => {
    weather.fate = (request) => {
      if (!isWrite(request)) return undefined
      weather.fate = () => undefined
      return fates[trouble]
    }
  })
