/**
 * What the day stands on: a store in a file, Weibo over HTTP (the emulator's, on this machine), the handbook's editions, the pictures.
 *
 * @module
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { NodeSqlite, SqlStore } from "@dualops/adapter-sql"
import { WeiboApi, WeiboGrants, WeiboHosts, WeiboPublisher } from "@dualops/adapter-weibo"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { ChineseHolidays, Editions } from "@dualops/core"
import { Pictures } from "@dualops/core/content"
import { Projection } from "@dualops/core/operations"
import type { ContentCalendar } from "@dualops/core/planning"
import { Edition } from "@dualops/core/practices"
import { DateTime, Effect, Layer, Redacted, Schema } from "effect"
import { FetchHttpClient } from "effect/http"
import type { Kept } from "./Editions.ts"
import { pathBelow } from "./Files.ts"
import type { VirtualClock } from "./VirtualClock.ts"

/** Half an hour before the first slot. */
export const begins = (entries: ReadonlyArray<ContentCalendar.Entry>): DateTime.Utc => {
  const first = entries.map(({ slot }) => slot).sort(DateTime.Order)[0]
  return DateTime.subtract(first ?? DateTime.makeUnsafe("2026-09-18T00:00:00Z"), { minutes: 30 })
}

/** When the last step was taken, in milliseconds since 1970. */
const latest = Projection.make({
  name: "brand-day: the last step",
  version: 1,
  state: Schema.Int,
  initial: 0,
  apply: (at, { event }) => Math.max(at, isDated(event) ? DateTime.makeUnsafe(event.at).epochMilliseconds : 0)
})

/** Puts the clock forward to where an earlier start stopped. */
export const resume = Effect.fnUntraced(function* (clock: VirtualClock) {
  const at = yield* Projection.follow(latest).state()
  if (at > 0) clock.skipTo(DateTime.makeUnsafe(at))
})

const isDated = (event: unknown): event is { readonly at: string } =>
  typeof event === "object" && event !== null && "at" in event && typeof event.at === "string"

/** Everything, in one layer. */
export const layer = (out: string, files: Kept, clock: VirtualClock) => {
  const { account } = files.handbook
  const token = "2.00emulator"
  const emulator = Emulator.layer({
    accounts: [{ uid: account.id, name: account.name, token }],
    safeDomains: account.safeDomains,
    journal: join(out, "weibo.ndjson"),
    now: clock.now,
    silence: 400,
    weather: {
      share: 0.25,
      faults: ["timeout after", "reset before", "truncated", "accepted slowly", "busy", "timeout before"],
      paths: ["/2/statuses/share.json"]
    }
  })
  const weibo = Layer.unwrap(
    Effect.map(Emulator.Emulator, ({ url }) =>
      WeiboPublisher.layer({ rip: "127.0.0.1" }).pipe(
        Layer.provide(WeiboApi.layer({ hosts: WeiboHosts.at(url), writeWithin: "300 millis", readWithin: "2 seconds" }))
      )
    )
  ).pipe(
    Layer.provide([
      emulator,
      FetchHttpClient.layer,
      WeiboGrants.layer({ [account.id]: { token: Redacted.make(token) } }),
      Layer.succeed(Pictures.Pictures, {
        read: ({ source }) =>
          Effect.suspend(() => {
            const path = pathBelow(files.folder, source)
            return path === undefined
              ? Effect.fail(new Pictures.Missing({ source }))
              : Effect.succeed(new Uint8Array(readFileSync(path)))
          })
      })
    ])
  )
  const store = SqlStore.layer.pipe(Layer.provide(NodeSqlite.layer({ filename: join(out, "store.sqlite") })))
  const [today, ...earlier] = [files.handbook, ...files.earlier].map((handbook) =>
    Edition.edition(handbook, ChineseHolidays.holidays)
  )
  if (today === undefined) throw new Error("a day needs a handbook")
  return Layer.mergeAll(weibo, store, Editions.layer(today, ...earlier))
}
