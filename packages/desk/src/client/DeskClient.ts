/**
 * A client of the API for programs on Effect: every address, with what it is asked, what it answers and why it refuses, typed by the value that the API
 * itself is made of.
 *
 * The client knows no process: a step is told JSON. Where what each step is told shall be typed as well, one is generated of the document of the house.
 *
 * @module
 */
import { type Effect, Redacted } from "effect"
import { HttpClient, HttpClientRequest } from "effect/http"
import { HttpApiClient } from "effect/http-api"
import { api } from "../api/Api.ts"

/** The client. */
export type DeskClient = HttpApiClient.ForApi<typeof api>

/** Where the desk is, and by what it knows whose program it is. */
export interface Options {
  /** The address below which the desk is, such as `https://desk.example/desk`. */
  readonly at: string
  readonly token: Redacted.Redacted<string>
}

/** A client by some `HttpClient`, such as that of `FetchHttpClient.layer`. */
export const make = ({ at, token }: Options): Effect.Effect<DeskClient, never, HttpClient.HttpClient> =>
  HttpApiClient.make(api, {
    transformClient: HttpClient.mapRequest((request) =>
      request.pipe(
        HttpClientRequest.prependUrl(at.replace(/\/+$/, "")),
        HttpClientRequest.bearerToken(Redacted.value(token))
      )
    )
  })
