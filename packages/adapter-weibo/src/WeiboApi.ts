/**
 * The one client: calls an endpoint for an account, and says what came of it.
 *
 * A call is made once and never repeated here. Time-outs, lost connections and answers that cannot be read are
 * `OutcomeUnknown`; only a connection that was never made is `Unreachable`.
 *
 * @module
 */
import type { AccountId } from "@dualops/core/account"
import { Context, type Duration, Effect, Layer, Redacted } from "effect"
import { HttpBody, HttpClient, HttpClientRequest } from "effect/http"
import type { WeiboEndpoint } from "./WeiboEndpoint.ts"
import { TokenDead, type WeiboError } from "./WeiboError.ts"
import { WeiboGrants } from "./WeiboGrants.ts"
import * as WeiboHosts from "./WeiboHosts.ts"
import * as WeiboTransport from "./WeiboTransport.ts"

/** Parameters as Weibo takes them; `undefined` is left out. */
export type Params = Readonly<Record<string, string | number | undefined>>

/** A picture on its way: its bytes and their type. */
export interface PictureBytes {
  readonly bytes: Uint8Array
  readonly type: "image/jpeg" | "image/gif" | "image/png"
}

/** Calls an endpoint for an account. */
export class WeiboApi extends Context.Service<
  WeiboApi,
  {
    /** One call, never repeated. With a picture the form is sent as `multipart/form-data`. */
    readonly call: <A>(
      account: AccountId,
      endpoint: WeiboEndpoint<A>,
      params: Params,
      picture?: PictureBytes
    ) => Effect.Effect<A, WeiboError>
  }
>()("@dualops/adapter-weibo/WeiboApi") {}

/** What the client needs to know. */
export interface Options {
  readonly hosts?: WeiboHosts.WeiboHosts
  /** How long an answer to a read may take; 10 seconds unless told. */
  readonly readWithin?: Duration.Input
  /** How long an answer to a write may take; 30 seconds unless told, for giving up early makes it unknown. */
  readonly writeWithin?: Duration.Input
}

/** The client on an HTTP client of the program's choice, `FetchHttpClient.layer` for one. */
export const layer = (options: Options = {}): Layer.Layer<WeiboApi, never, HttpClient.HttpClient | WeiboGrants> =>
  Layer.effect(
    WeiboApi,
    Effect.gen(function* () {
      const http = yield* HttpClient.HttpClient
      const grants = yield* WeiboGrants
      const hosts = options.hosts ?? WeiboHosts.weibo

      const call = Effect.fn("WeiboApi.call")(function* <A>(
        account: AccountId,
        endpoint: WeiboEndpoint<A>,
        params: Params,
        picture?: PictureBytes
      ) {
        yield* Effect.annotateCurrentSpan({ account, path: endpoint.path })
        const { token } = yield* grants.grant(account)
        if (!isToken.test(Redacted.value(token))) return yield* noToken(account)
        const request = toRequest(hosts, endpoint, params, picture).pipe(
          HttpClientRequest.setHeader("authorization", `OAuth2 ${Redacted.value(token)}`)
        )
        const within =
          endpoint.method === "GET" ? (options.readWithin ?? "10 seconds") : (options.writeWithin ?? "30 seconds")
        const { status, text } = yield* WeiboTransport.send(request, [token], within, endpoint.path).pipe(
          Effect.provideService(HttpClient.HttpClient, http)
        )
        return yield* Effect.fromResult(endpoint.answer(status, text))
      })
      return WeiboApi.of({ call })
    })
  )

/** What may stand in a header: anything else would be quoted by whoever refuses to send it. */
const isToken = /^[!-~]+$/

const noToken = (account: AccountId) =>
  Effect.fail(new TokenDead({ code: 21332, detail: `what is held for account ${account} is no token` }))

const toRequest = (
  hosts: WeiboHosts.WeiboHosts,
  endpoint: WeiboEndpoint<unknown>,
  params: Params,
  picture: PictureBytes | undefined
): HttpClientRequest.HttpClientRequest => {
  const url = hosts[endpoint.host] + endpoint.path
  if (endpoint.method === "GET") return HttpClientRequest.get(url, { urlParams: params })
  if (picture === undefined) return HttpClientRequest.post(url, { body: HttpBody.urlParams(toPairs(params)) })
  const form = new FormData()
  for (const [name, value] of toPairs(params)) form.set(name, value)
  form.set("pic", new Blob([Uint8Array.from(picture.bytes)], { type: picture.type }), "picture")
  return HttpClientRequest.post(url, { body: HttpBody.formData(form) })
}

const toPairs = (params: Params): ReadonlyArray<[string, string]> =>
  Object.entries(params).flatMap(
    ([name, value]): ReadonlyArray<[string, string]> => (value === undefined ? [] : [[name, String(value)]])
  )
