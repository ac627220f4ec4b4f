/** What a proxy, a stranger or a broken Weibo may answer. */
import { gzipSync } from "node:zlib"
import { WeiboEndpoint, WeiboOAuth } from "@dualops/adapter-weibo"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Result } from "effect"
import { FetchHttpClient } from "effect/http"
import * as house from "./house.ts"
import { app, ask, weibo } from "./stranger.ts"

const endless = Buffer.alloc(1024 * 1024, "[")

describe("An answer", () => {
  it.live("is read whatever its content type says, packed or not, whole or in pieces", () =>
    Effect.gen(function* () {
      const body = JSON.stringify({ uid: Number(house.brand), 名: "茶" })
      const packed = gzipSync(body)
      const { url } = yield* weibo((_, response) => {
        response.writeHead(200, { "content-type": "text/plain", "content-encoding": "gzip", trailer: "x-odd" })
        response.write(packed.subarray(0, 7))
        response.addTrailers({ "x-odd": "1" })
        response.end(packed.subarray(7))
      })
      assert.deepEqual(yield* ask(url, WeiboEndpoint.uid), Result.succeed({ uid: house.brand }))
    }).pipe(Effect.scoped)
  )

  it.live("without an end is not read to its end", () =>
    Effect.gen(function* () {
      let sent = 0
      const { url } = yield* weibo((_, response) => {
        const more = () => {
          while (!response.destroyed && sent < 1024 && response.write(endless)) sent++
          if (!response.destroyed) response.once("drain", more)
        }
        more()
      })
      const said = yield* ask(url, WeiboEndpoint.userTimeline)
      assert.deepInclude(Result.isFailure(said) ? said.failure : {}, { reason: "unreadable" })
      assert.isBelow(sent, 100)
    }).pipe(Effect.scoped)
  )

  it.live("packed a thousandfold is not unpacked to its end", () =>
    Effect.gen(function* () {
      const bomb = gzipSync(Buffer.alloc(256 * 1024 * 1024, "["))
      const { url } = yield* weibo((_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(bomb))
      const said = yield* ask(url, WeiboEndpoint.userTimeline)
      assert.include(Result.isFailure(said) ? said.failure.message : "", "more than")
    }).pipe(Effect.scoped)
  )

  it.live.each([301, 302, 303, 307, 308])("that leads elsewhere is not followed: %d", (status) =>
    Effect.gen(function* () {
      const elsewhere: Array<string> = []
      const other = yield* weibo((request, response) => {
        elsewhere.push(`${request.url} ${request.headers.authorization}`)
        response.end("{}")
      })
      const { url } = yield* weibo((_, response) =>
        response.writeHead(status, { location: `${other.url}/?access_token=stolen` }).end()
      )
      const said = yield* ask(url, WeiboEndpoint.userTimeline)
      const exchanged = yield* Effect.result(WeiboOAuth.exchange(app(url), "code")).pipe(
        Effect.provide(FetchHttpClient.layer)
      )
      assert.isTrue(Result.isFailure(said) && Result.isFailure(exchanged))
      assert.deepEqual(elsewhere, [])
    }).pipe(Effect.scoped)
  )
})
