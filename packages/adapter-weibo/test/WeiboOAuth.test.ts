import { WeiboApi, WeiboEndpoint, WeiboGrants, WeiboHosts, WeiboOAuth } from "@dualops/adapter-weibo"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Effect, Layer, Redacted } from "effect"
import { FetchHttpClient } from "effect/http"
import * as house from "./house.ts"

const key = "1352222456"
const redirect = "https://brand.example/weibo/callback"
const world = Layer.merge(house.emulator({ app: { key, secret: "s3cret", redirect } }), FetchHttpClient.layer)

const app = (url: string, secret = "s3cret"): WeiboOAuth.App => ({
  key,
  secret: Redacted.make(secret),
  redirect,
  hosts: WeiboHosts.at(url)
})

/** What a browser does when the person says yes. */
const sayYes = (url: string) =>
  Effect.promise(async () => {
    const response = await fetch(url, { redirect: "manual" })
    return new URL(response.headers.get("location") ?? "http://nowhere.example").searchParams
  })

describe("Authorising the app", () => {
  it.live("leads from the address to a grant that says when it dies, and a code is good once", () =>
    Effect.gen(function* () {
      const { url } = yield* Emulator.Emulator
      const back = yield* sayYes(WeiboOAuth.authorizeUrl(app(url), "state of the session"))
      assert.strictEqual(back.get("state"), "state of the session")
      const { account, grant } = yield* WeiboOAuth.exchange(app(url), back.get("code") ?? "")
      assert.strictEqual(account, house.brand)
      const days = Duration.toDays(DateTime.distance(yield* DateTime.now, grant.expiresAt))
      assert.approximately(days, 30, 0.01)
      const again = yield* Effect.flip(WeiboOAuth.exchange(app(url), back.get("code") ?? ""))
      assert.strictEqual(again._tag, "WeiboError.TokenDead")
    }).pipe(Effect.provide(world))
  )

  it.live("gives a token that works until it is given back", () =>
    Effect.gen(function* () {
      const { url } = yield* Emulator.Emulator
      const back = yield* sayYes(WeiboOAuth.authorizeUrl(app(url), ""))
      const { account, grant } = yield* WeiboOAuth.exchange(app(url), back.get("code") ?? "")
      const ask = WeiboApi.WeiboApi.use((api) => api.call(account, WeiboEndpoint.uid, {})).pipe(
        Effect.provide(WeiboApi.layer({ hosts: WeiboHosts.at(url) })),
        Effect.provide(WeiboGrants.layer({ [account]: grant }))
      )
      assert.deepEqual(yield* ask, { uid: account })
      assert.strictEqual((yield* WeiboOAuth.inspect(app(url), grant.token)).account, account)
      yield* WeiboOAuth.revoke(app(url), grant.token)
      assert.strictEqual((yield* Effect.flip(ask))._tag, "WeiboError.TokenDead")
      assert.strictEqual((yield* Effect.flip(WeiboOAuth.inspect(app(url), grant.token)))._tag, "WeiboError.TokenDead")
    }).pipe(Effect.provide(world))
  )

  it.live("is refused to an app with the wrong secret", () =>
    Effect.gen(function* () {
      const { url } = yield* Emulator.Emulator
      const back = yield* sayYes(WeiboOAuth.authorizeUrl(app(url), ""))
      const failure = yield* Effect.flip(WeiboOAuth.exchange(app(url, "guess"), back.get("code") ?? ""))
      assert.strictEqual(failure._tag, "WeiboError.NotPermitted")
    }).pipe(Effect.provide(world))
  )
})

describe("A grant", () => {
  it("never shows its token", () => {
    const grant: WeiboGrants.Grant = { token: Redacted.make(house.token) }
    assert.notInclude(JSON.stringify(grant) + String(grant.token), house.token)
  })
})
