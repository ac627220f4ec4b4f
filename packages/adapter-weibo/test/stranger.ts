/** Whoever answers in Weibo's place: a proxy, a stranger, or a Weibo that is broken. */
import { once } from "node:events"
import { createServer, type RequestListener } from "node:http"
import { WeiboApi, type WeiboEndpoint, WeiboGrants, WeiboHosts, type WeiboOAuth } from "@dualops/adapter-weibo"
import { Effect, Redacted } from "effect"
import { FetchHttpClient } from "effect/http"
import * as house from "./house.ts"

/** A server in Weibo's place. */
export const weibo = (listener: RequestListener) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const server = createServer(listener).listen(0, "127.0.0.1")
      await once(server, "listening")
      const address = server.address()
      return { server, url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}` }
    }),
    ({ server }) =>
      Effect.promise(async () => {
        server.closeAllConnections()
        server.close()
      })
  )

/** What the adapter makes of the answer to a call. */
export const ask = <A>(
  url: string,
  endpoint: WeiboEndpoint.WeiboEndpoint<A>,
  params: WeiboApi.Params = {},
  token = house.token
) =>
  WeiboApi.WeiboApi.use((api) => api.call(house.brand, endpoint, params)).pipe(
    Effect.provide(WeiboApi.layer({ hosts: WeiboHosts.at(url) })),
    Effect.provide(WeiboGrants.layer({ [house.brand]: { token: Redacted.make(token) } })),
    Effect.provide(FetchHttpClient.layer),
    Effect.result
  )

/** An app that is authorised there. */
export const app = (url: string): WeiboOAuth.App => ({
  key: "1352222456",
  secret: Redacted.make("s3cretOfTheApp"),
  redirect: "https://brand.example/back",
  hosts: WeiboHosts.at(url)
})
