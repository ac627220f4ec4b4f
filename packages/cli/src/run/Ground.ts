/**
 * What a house stands on: its store, Weibo or the emulator of it, its pictures, and who judges what fans write.
 *
 * On the emulator everything has a folder of its own beside the settings: what is tried there never meets what is meant for Weibo.
 *
 * @module
 */
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import {
  NodeSqlite,
  SqlCaseTexts,
  SqlCursors,
  SqlDrawRecords,
  SqlEditionStore,
  SqlObservationStore,
  SqlPersonalKeys,
  SqlQuotaLedger,
  SqlRedemptions,
  SqlReportShelf,
  SqlStore
} from "@dualops/adapter-sql"
import { WebPlacementCheck } from "@dualops/adapter-web"
import {
  WeiboAccountFacts,
  WeiboApi,
  WeiboBudget,
  WeiboGrants,
  WeiboHosts,
  WeiboInteractions,
  WeiboPrivateMessages,
  WeiboPublisher,
  WeiboQuotaLeft,
  WeiboRenewal,
  WeiboReplies,
  WeiboUnread
} from "@dualops/adapter-weibo"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { ChineseHolidays } from "@dualops/core"
import { PersonalKeys, SealedLog } from "@dualops/core/personal-data"
import { KeptEditions, PersonalDataSection, triageOf } from "@dualops/core/practices"
import { BuiltIn, Triage } from "@dualops/core/triage"
import { FolderPictures } from "@dualops/desk/node"
import { Effect, Layer, Redacted } from "effect"
import { FetchHttpClient } from "effect/http"
import type { Ready } from "./Reading.ts"
import { midnight } from "./Settings.ts"

/** Where everything of the emulator is kept. */
export const folderOfEmulator = "emulator"

/** The token of the emulated account: no secret. */
const emulatedToken = Redacted.make("2.00emulator")

/** All of it, in one layer. */
export const layer = (ready: Ready) => {
  return Triage.layer(triageOf(ready.handbook)).pipe(
    Layer.provide(BuiltIn.layer()),
    Layer.provideMerge(weibo(ready)),
    Layer.merge(WebPlacementCheck.layer({ inside: ready.settings.inside ?? [] })),
    Layer.provideMerge(records(ready))
  )
}

/** What has happened and was heard, and the editions by which it is read: for whoever reports of a house and does not run it. */
export const records = (ready: Ready) =>
  KeptEditions.layer(ready.handbook, ChineseHolidays.holidays, ready.practices).pipe(Layer.provideMerge(store(ready)))

/** Where the store is, for people. */
export const storeOf = (ready: Ready): string => {
  const place = placeOf(ready)
  return typeof place === "string" ? place : place.postgres
}

/** The file of the store; nothing where it is no file of this machine. */
export const fileOf = (ready: Ready): string | undefined => {
  const place = placeOf(ready)
  return typeof place === "string" ? join(ready.folder, place) : undefined
}

const placeOf = ({ emulated, settings: { store } }: Ready) => (emulated ? `${folderOfEmulator}/store.sqlite` : store)

const store = (ready: Ready) => {
  const place = placeOf(ready)
  const kept = Layer.mergeAll(
    SqlEditionStore.layer,
    SqlObservationStore.layer,
    SqlCursors.layer,
    SqlQuotaLedger.layer,
    SqlRedemptions.layer,
    SqlDrawRecords.layer,
    SqlReportShelf.layer,
    ...(isSealed(ready) ? [] : [SqlCaseTexts.layer])
  )
  const below =
    typeof place === "string"
      ? Layer.merge(SqlStore.layer, kept).pipe(Layer.provide(onFile(ready, place)))
      : Layer.unwrap(
          Effect.map(postgres(ready, place.postgres), ({ client, PgStore }) =>
            Layer.merge(PgStore.layer, kept).pipe(Layer.provide(client))
          )
        )
  return isSealed(ready)
    ? SealedLog.layer.pipe(Layer.provideMerge(Layer.merge(below, keys(ready))))
    : Layer.merge(below, Layer.succeed(PersonalKeys, noKeys))
}

/** Whether the handbook says what is done with personal data: then they are kept apart. */
export const isSealed = ({ handbook }: Ready): boolean => PersonalDataSection.find(handbook) !== undefined

const keys = (ready: Ready) => {
  const place = ready.emulated ? `${folderOfEmulator}/keys.sqlite` : (ready.settings.keys ?? "keys.sqlite")
  return typeof place === "string"
    ? beside.pipe(Layer.provide(onFile(ready, place)))
    : Layer.unwrap(Effect.map(postgres(ready, place.postgres), ({ client }) => Layer.provide(beside, client)))
}

/** What is in no backup: the keys, and the words by which cases are found. */
const beside = Layer.merge(SqlPersonalKeys.layer, SqlCaseTexts.layer)

const onFile = (ready: Ready, file: string) => {
  if (ready.emulated) mkdirSync(join(ready.folder, folderOfEmulator), { recursive: true })
  return NodeSqlite.layer({ filename: join(ready.folder, file), overwrites: isSealed(ready) })
}

/** Only those have the driver who need it. */
const postgres = ({ secret }: Ready, variable: string) =>
  Effect.promise(async () => {
    const [{ PgClient }, { PgStore }] = await Promise.all([
      import("@effect/sql-pg"),
      import("@dualops/adapter-sql/postgres")
    ])
    return { client: PgClient.layer({ url: secret(variable) }), PgStore }
  })

/** A house that seals nothing asks for no keys. */
const noKeys: PersonalKeys["Service"] = {
  of: () => Effect.die("no keys are kept"),
  find: () => Effect.succeed([]),
  destroy: () => Effect.succeed(false),
  madeBefore: () => Effect.succeed([])
}

/** The emulator as it is for a newcomer: two fans, whatever happened before, and the hosts of the handbook. */
const emulator = ({ folder, handbook: { account } }: Ready) =>
  Emulator.layer({
    accounts: [{ uid: account.id, name: account.name, token: Redacted.value(emulatedToken) }],
    fans: fans.map(([uid, name]) => ({ uid, name })),
    safeDomains: account.safeDomains,
    limits: plenty,
    journal: join(folder, folderOfEmulator, "weibo.ndjson")
  })

/** Whoever tries it does not wait for the calls of a day. */
export const plenty = { callsPerDay: 10_000_000, postsPerHour: 10_000, callsPerAddressAndHour: 10_000_000 }

/** Who comments on the emulator. */
const fans = [
  ["2489518277", "小林"],
  ["2489518278", "阿青"]
] as const

const weibo = (ready: Ready) => {
  const { emulated, handbook, secret, settings } = ready
  const { id, route } = handbook.account
  const own = settings.weibo === "emulator" ? undefined : settings.weibo
  const rip = { rip: (emulated ? undefined : own?.rip) ?? "127.0.0.1" }
  const token = emulated || own === undefined ? emulatedToken : secret(own.token)
  const expires = emulated ? undefined : own?.expires
  const grant = { token, ...(expires !== undefined && { expiresAt: midnight(expires) }) }
  // Where Weibo itself is meant, nothing of the emulator is started.
  const local = emulated ? emulator(ready) : Layer.succeed(Emulator.Emulator, nothing)
  const api = emulated
    ? Layer.unwrap(Effect.map(Emulator.Emulator, ({ url }) => WeiboApi.layer({ hosts: WeiboHosts.at(url) })))
    : WeiboApi.layer()
  return Layer.mergeAll(
    WeiboPublisher.layer({ ...rip, routes: [route] }),
    WeiboReplies.layer(rip),
    WeiboAccountFacts.layer,
    WeiboInteractions.layer,
    WeiboPrivateMessages.layer,
    WeiboQuotaLeft.layer,
    WeiboUnread.layer
  ).pipe(
    Layer.provide(WeiboBudget.layer(emulated ? { limits: plenty } : {})),
    Layer.provide(WeiboRenewal.layer()),
    Layer.provide(api),
    Layer.provideMerge(Layer.mergeAll(WeiboGrants.layer({ [id]: grant }), FetchHttpClient.layer, local)),
    Layer.provideMerge(FolderPictures.layer(join(ready.folder, settings.pictures ?? ".")))
  )
}

/** A Weibo on this machine that is not there. */
const nothing: Emulator.Running = {
  url: "",
  page: () => "",
  posts: () => [],
  happenings: () => [],
  next: () => {},
  weather: () => {},
  kill: () => {},
  get fans(): never {
    throw new Error("no emulator was started")
  }
}
