/**
 * The desk of a house, behind the door that its settings name; on the emulator, and behind no door, each person has one at an address of this machine.
 *
 * @module
 */

import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { ChineseHolidays } from "@dualops/core"
import { HousePages } from "@dualops/core/house-pages"
import { Practices } from "@dualops/core/practices"
import { Desk, Door, ProxyDoor, TokenDoor } from "@dualops/desk"
import { LocalDesks, NodeDesk } from "@dualops/desk/node"
import { Effect, Schema } from "effect"
import type { Ready } from "./Reading.ts"

/** Opens it for as long as the scope; gives its address. */
export const open = (ready: Ready) =>
  ready.emulated || ready.settings.desk.door === "local"
    ? openLocal(ready)
    : openBehind(ready, ready.settings.desk.door)

type Proxy = Exclude<Ready["settings"]["desk"]["door"], "local">

const openBehind = (ready: Ready, { header, secret, secretHeader }: Proxy) => {
  const { tokens } = ready.settings.desk
  const proxy = ProxyDoor.make({ header, secretHeader, secret: ready.secret(secret) })
  // The list is read at every request: whoever is taken off it is not let in.
  const listed = Effect.sync(() =>
    tokens === undefined ? [] : decodeTokens(JSON.parse(readFileSync(join(ready.folder, tokens), "utf8")))
  )
  return Desk.handler({ ...optionsOf(ready), base: "" }).pipe(
    Effect.provide(Door.layer(proxy, TokenDoor.make(listed))),
    Effect.flatMap((handler) => NodeDesk.serve(NodeDesk.listener(handler), ready.port, ready.settings.desk.host))
  )
}

const decodeTokens = Schema.decodeUnknownSync(Schema.Array(Schema.toCodecJson(TokenDoor.Token)))

const openLocal = Effect.fnUntraced(function* (ready: Ready) {
  const { emulated, handbook, port } = ready
  const { page } = yield* Emulator.Emulator
  const title = {
    zh: "本机微博：看看发出了什么，当一回粉丝",
    en: "Weibo on this machine: see what is out, and be a fan"
  }
  const weibo = { title, url: page(handbook.account.id) }
  return yield* LocalDesks.serve({ ...optionsOf(ready), handbook, port, ...(emulated && { beside: { weibo } }) })
})

const optionsOf = ({ emulated, handbook, practices, secret, settings: { desk } }: Ready) => ({
  processes: Practices.processes(practices),
  pages: HousePages.of(handbook, ChineseHolidays.holidays, practices),
  title: handbook.brand,
  ...(desk.secret !== undefined && !emulated && { secret: secret(desk.secret) }),
  ...(desk.origin !== undefined && !emulated && { origin: desk.origin })
})
