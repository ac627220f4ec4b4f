/**
 * The desk of a house, behind the door that its settings name; on the emulator, and behind no door, each person has one at an address of this machine.
 *
 * @module
 */

import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { ChineseHolidays } from "@dualops/core"
import type { Handbook } from "@dualops/core/handbook"
import { type HousePage, HousePages } from "@dualops/core/house-pages"
import { KeptEditions, Practices } from "@dualops/core/practices"
import { Desk, Door, ProxyDoor, TokenDoor } from "@dualops/desk"
import { LocalDesks, NodeDesk } from "@dualops/desk/node"
import { ChartSvg, ReportFile } from "@dualops/reports"
import { Effect, Schema } from "effect"
import type { Ready } from "./Reading.ts"
import * as Reports from "./Reports.ts"

/** Opens it for as long as the scope; gives its address. */
export const open = (ready: Ready) =>
  ready.emulated || ready.settings.desk.door === "local"
    ? openLocal(ready)
    : openBehind(ready, ready.settings.desk.door)

type Entrance = Exclude<Ready["settings"]["desk"]["door"], "local">

const openBehind = Effect.fnUntraced(function* (ready: Ready, entrance: Entrance) {
  const { host, tokens } = ready.settings.desk
  const { around, door } = yield* doorOf(ready, entrance)
  // The list is read at every request: whoever is taken off it is not let in.
  const listed = Effect.sync(() =>
    tokens === undefined ? [] : decodeTokens(JSON.parse(readFileSync(join(ready.folder, tokens), "utf8")))
  )
  const handler = yield* Desk.handler({ ...(yield* optionsOf(ready)), base: "" }).pipe(
    Effect.provide(Door.layer(door, TokenDoor.make(listed)))
  )
  return yield* NodeDesk.serve(NodeDesk.listener(around(handler)), ready.port, host)
})

const doorOf = Effect.fnUntraced(function* ({ secret, settings }: Ready, entrance: Entrance) {
  if ("secret" in entrance) {
    const { header, secretHeader } = entrance
    const door = ProxyDoor.make({ header, secretHeader, secret: secret(entrance.secret) })
    return { door, around: (handler: Desk.Handler) => handler }
  }
  const { accounts, clientId, clientSecret, cookies, issuer } = entrance
  // Only those have the client who need it.
  const { OidcDoor } = yield* Effect.promise(() => import("@dualops/desk/oidc"))
  return yield* OidcDoor.make({
    issuer,
    clientId,
    clientSecret: secret(clientSecret),
    // A house without it is not started.
    origin: settings.desk.origin ?? "",
    secret: secret(cookies),
    person: ({ sub }) => (Object.hasOwn(accounts, sub) ? accounts[sub] : undefined)
  })
})

const decodeTokens = Schema.decodeUnknownSync(Schema.Array(Schema.toCodecJson(TokenDoor.Token)))

const openLocal = Effect.fnUntraced(function* (ready: Ready) {
  const { emulated, handbook, port } = ready
  const { page } = yield* Emulator.Emulator
  const title = {
    zh: "本机微博：看看发出了什么，当一回粉丝",
    en: "Weibo on this machine: see what is out, and be a fan"
  }
  const weibo = { title, url: page(handbook.account.id) }
  return yield* LocalDesks.serve({
    ...(yield* optionsOf(ready)),
    handbook,
    port,
    ...(emulated && { beside: { weibo } })
  })
})

const optionsOf = (ready: Ready) => {
  const { emulated, handbook, practices, secret, settings } = ready
  const { origin, secret: forms } = settings.desk
  return Effect.map(KeptEditions.before(handbook, practices), (before) => ({
    processes: Practices.processes(practices),
    pages: pagesOf(ready, before),
    title: handbook.brand,
    drawChart: ChartSvg.draw,
    ...(forms !== undefined && !emulated && { secret: secret(forms) }),
    ...(origin !== undefined && !emulated && { origin })
  }))
}

/** Pages that are made of the handbook, and pages that read what the house has kept. */
const pagesOf = (ready: Ready, before: Handbook.Handbook | undefined): ReadonlyArray<HousePage<HousePages.Needs>> => [
  ...HousePages.of(ready.handbook, ChineseHolidays.holidays, ready.practices, before),
  ...HousePages.reading(Reports.houseOf(ready), ReportFile)
]
