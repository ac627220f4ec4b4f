/** One brand account with its emulator and its publisher, for the tests of this package. */
import { MemoryPictures } from "@dualops/adapter-memory"
import { WeiboApi, WeiboGrants, WeiboHosts, WeiboPublisher } from "@dualops/adapter-weibo"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { Publisher } from "@dualops/core"
import { Effect, Layer, Redacted } from "effect"
import { FetchHttpClient } from "effect/http"

export const brand = Publisher.AccountId.make("1902538057")
export const token = "2.00emulatedTokenOfTheBrand"
export const picture = { source: "poster.png", format: "png", bytes: 4 } as const

/** The path that publishes. */
export const share = "/2/statuses/share.json"

/** A text that the app may share, another one for every number. */
export const text = (number: number): string =>
  `今天的第 ${number} 条 https://www.brand.example/posts/${number} 欢迎看看`

/** An emulator with the brand in it; silence is short, so that nobody waits for it. */
export const emulator = (options: Partial<Emulator.Options> = {}) =>
  Emulator.layer({
    accounts: [{ uid: brand, name: "某品牌", token }],
    safeDomains: ["brand.example"],
    silence: 40,
    slowness: 20,
    ...options
  })

/** The client of an emulator that runs already. */
export const api = (options: WeiboApi.Options = {}) =>
  Layer.unwrap(
    Effect.map(Emulator.Emulator, ({ url }) => WeiboApi.layer({ hosts: WeiboHosts.at(url), ...options }))
  ).pipe(
    Layer.provide(WeiboGrants.layer({ [brand]: { token: Redacted.make(token) } })),
    Layer.provide(FetchHttpClient.layer)
  )

/** The publisher of an emulator that runs already. */
export const publisher = (options: WeiboApi.Options = {}) =>
  WeiboPublisher.layer({ rip: "211.156.0.1" }).pipe(
    Layer.provide(api(options)),
    Layer.provide(MemoryPictures.layer({ [picture.source]: new Uint8Array([137, 80, 78, 71]) }))
  )
