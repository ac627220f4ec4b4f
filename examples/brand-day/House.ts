/**
 * What the day stands on: a store in a file, Weibo over HTTP (the emulator's, on this machine), a ticket desk, the handbook's editions, the pictures.
 *
 * @module
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { NodeSqlite, SqlCursors, SqlObservationStore, SqlStore } from "@dualops/adapter-sql"
import {
  WeiboApi,
  WeiboGrants,
  WeiboHosts,
  WeiboInteractions,
  WeiboPublisher,
  WeiboReplies
} from "@dualops/adapter-weibo"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { ChineseHolidays, Editions } from "@dualops/core"
import type { Content } from "@dualops/core/content"
import { Projection } from "@dualops/core/operations"
import { PictureShelf, Pictures } from "@dualops/core/pictures"
import type { ContentCalendar } from "@dualops/core/planning"
import { Edition, triageOf } from "@dualops/core/practices"
import { TakeoverRights } from "@dualops/core/team"
import { BuiltIn, Triage } from "@dualops/core/triage"
import { FolderPictures } from "@dualops/desk/node"
import { DateTime, Effect, Layer, Redacted, Schema } from "effect"
import { FetchHttpClient } from "effect/http"
import type { VirtualClock } from "../clock/VirtualClock.ts"
import type { Kept } from "./Editions.ts"
import { pathBelow } from "./Files.ts"
import * as Audience from "./fans/Audience.ts"
import * as CustomerService from "./fans/CustomerService.ts"

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
  const database = NodeSqlite.layer({ filename: join(out, "store.sqlite") })
  const store = Layer.mergeAll(SqlStore.layer, SqlObservationStore.layer, SqlCursors.layer).pipe(
    Layer.provide(database)
  )
  const [today, ...earlier] = [files.handbook, ...files.earlier].map((handbook) =>
    Edition.edition(handbook, ChineseHolidays.holidays)
  )
  if (today === undefined) throw new Error("a day needs a handbook")
  const editions = TakeoverRights.editions(Editions.layer(today, ...earlier))
  return Triage.layer(triageOf(files.handbook)).pipe(
    Layer.provide(BuiltIn.layer()),
    Layer.provideMerge(Layer.mergeAll(weibo(out, files, clock), editions, CustomerService.layer(out))),
    Layer.provideMerge(store)
  )
}

/** A Weibo on this machine at which publishing goes wrong now and then, and what speaks to it. */
const weibo = (out: string, files: Kept, clock: VirtualClock) => {
  const { account } = files.handbook
  const token = "2.00emulator"
  const emulator = Emulator.layer({
    accounts: [{ uid: account.id, name: account.name, token }],
    fans: Object.entries(Audience.names).map(([uid, name]) => ({ uid, name })),
    safeDomains: account.safeDomains,
    journal: join(out, "weibo.ndjson"),
    seed: CustomerService.seed(),
    now: clock.now,
    silence: 400,
    weather: {
      share: 0.25,
      faults: ["timeout after", "reset before", "truncated", "accepted slowly", "busy", "timeout before"],
      paths: ["/2/statuses/share.json"]
    }
  })
  const api = Layer.unwrap(
    Effect.map(Emulator.Emulator, ({ url }) =>
      WeiboApi.layer({ hosts: WeiboHosts.at(url), writeWithin: "300 millis", readWithin: "2 seconds" })
    )
  )
  const rip = { rip: "127.0.0.1" }
  return Layer.mergeAll(WeiboPublisher.layer(rip), WeiboReplies.layer(rip), WeiboInteractions.layer).pipe(
    Layer.provide(api),
    Layer.provideMerge(emulator),
    Layer.provide([FetchHttpClient.layer, WeiboGrants.layer({ [account.id]: { token: Redacted.make(token) } })]),
    Layer.provideMerge(pictures(out, files))
  )
}

/** The calendar's pictures, beside it; and those that somebody chooses at a desk, in the day's own folder. */
const pictures = (out: string, files: Kept) => {
  const put = FolderPictures.layer(join(out, "pictures"))
  const both = Effect.map(Pictures.Pictures, ({ read }) => ({
    read: (picture: Content.Picture) => Effect.catch(pictureOf(files, picture.source), () => read(picture))
  }))
  return Layer.merge(
    Layer.effect(Pictures.Pictures, both).pipe(Layer.provide(put)),
    Layer.effect(PictureShelf.PictureShelf, PictureShelf.PictureShelf).pipe(Layer.provide(put))
  )
}

const pictureOf = ({ folder }: Kept, source: string) =>
  Effect.suspend(() => {
    const path = pathBelow(folder, source)
    return path === undefined
      ? Effect.fail(new Pictures.Missing({ source }))
      : Effect.succeed(new Uint8Array(readFileSync(path)))
  })
