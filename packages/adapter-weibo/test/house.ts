/** One brand account with its emulator and its adapters, for the tests of this package. */
import { MemoryPictures } from "@dualops/adapter-memory"
import { WeiboApi, WeiboGrants, WeiboHosts, WeiboPublisher } from "@dualops/adapter-weibo"
import { Emulator, type Fault } from "@dualops/adapter-weibo/emulator"
import { AccountId } from "@dualops/core/account"
import type { Trouble } from "@dualops/core/testing"
import { Effect, Layer, Redacted } from "effect"
import { FetchHttpClient } from "effect/http"

export const brand = AccountId.make("1902538057")
export const brandName = "某品牌"
export const token = "2.00emulatedTokenOfTheBrand"
export const rip = "211.156.0.1"
export const picture = {
  source: "poster.png",
  format: "png",
  bytes: 8,
  // Of the eight bytes with which every PNG begins.
  sha256: "4c4b6a3be1314ab86138bef4314dde022e600960d8689a2c8f8631802d20dab6"
} as const
export const pictureBytes: Uint8Array = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10)

/** The path that publishes. */
export const share = "/2/statuses/share.json"

/** A text that the app may share, another one for every number. */
export const text = (number: number): string =>
  `今天的第 ${number} 条 https://www.brand.example/posts/${number} 欢迎看看`

/** Three fans; the second did not authorise the app. */
export const fans = [
  { uid: "2489518277", name: "小林" },
  { uid: "2489518278", name: "路人", authorised: false },
  { uid: "2489518279", name: "阿芳" }
] as const

/** How each trouble of a suite is made here. */
export const faultByTrouble: Readonly<Record<Trouble.Trouble, Fault.Name>> = {
  refused: "illegal content",
  unauthorised: "token expired",
  busy: "busy",
  "lost before": "reset before",
  "lost after": "reset after"
}

/** Options of an emulator with the brand in it; silence is short, so that nobody waits for it. */
export const options = {
  accounts: [{ uid: brand, name: brandName, token }],
  fans,
  safeDomains: ["brand.example"],
  silence: 40,
  slowness: 20,
  lateness: 20
} satisfies Emulator.Options

/** An emulator with the brand in it. */
export const emulator = (more: Partial<Emulator.Options> = {}) => Emulator.layer({ ...options, ...more })

/** The client of an emulator that runs already, with whatever grants there are. */
export const client = (more: WeiboApi.Options = {}) =>
  Layer.unwrap(Effect.map(Emulator.Emulator, ({ url }) => WeiboApi.layer({ hosts: WeiboHosts.at(url), ...more }))).pipe(
    Layer.provide(FetchHttpClient.layer)
  )

/** The client of an emulator that runs already, with the grant of the brand. */
export const api = (more: WeiboApi.Options = {}) =>
  Layer.provide(client(more), WeiboGrants.layer({ [brand]: { token: Redacted.make(token) } }))

/** The publisher of an emulator that runs already. */
export const publisher = (more: WeiboApi.Options = {}, routes: WeiboPublisher.Options["routes"] = ["share"]) =>
  WeiboPublisher.layer({ rip, routes }).pipe(
    Layer.provide(api(more)),
    Layer.provide(MemoryPictures.layer({ [picture.source]: pictureBytes }))
  )
