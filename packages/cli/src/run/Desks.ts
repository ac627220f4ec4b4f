/**
 * The desk of a house, behind the door that its settings name.
 *
 * On this machine, behind no door, each person has a desk at an address of its own; whoever sits at the machine chooses. It is for trying, and for a house whose
 * people share one machine: it listens to no other, and answers only to the names of this one, so that no page from elsewhere reaches it by a name of its own.
 *
 * @module
 */

import { readFileSync } from "node:fs"
import type { RequestListener } from "node:http"
import { join } from "node:path"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { Actor, ChineseHolidays } from "@dualops/core"
import { HousePages } from "@dualops/core/house-pages"
import { Practices } from "@dualops/core/practices"
import { Desk, Door, ProxyDoor, TokenDoor } from "@dualops/desk"
import { NodeDesk } from "@dualops/desk/node"
import { Effect, Layer, Record, Schema } from "effect"
import * as Pages from "./Pages.ts"
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
    Effect.flatMap((handler) => NodeDesk.serve(NodeDesk.listener(handler), ready.port))
  )
}

const decodeTokens = Schema.decodeUnknownSync(Schema.Array(Schema.toCodecJson(TokenDoor.Token)))

const openLocal = Effect.fnUntraced(function* (ready: Ready) {
  const emulator = yield* Emulator.Emulator
  const desks = new Map<string, RequestListener>()
  for (const person of Record.keys(ready.handbook.team.people)) desks.set(person, yield* deskOf(ready, person))
  const overview = Pages.people(ready.handbook, ready.emulated)
  return yield* NodeDesk.serve((incoming, outgoing) => {
    const host = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(incoming.headers.host ?? "")
    const [, what = "", whose = ""] = (incoming.url ?? "").split(/[/?]/)
    const desk = what === "as" ? desks.get(decoded(whose)) : undefined
    if (host && desk !== undefined) return desk(incoming, outgoing)
    const page =
      what === "" ? overview : what === "weibo" && ready.emulated ? Pages.weibo(ready.handbook, emulator) : undefined
    outgoing.writeHead(!host ? 403 : page === undefined ? 404 : 200, { "content-type": "text/html; charset=utf-8" })
    outgoing.end(host ? page : undefined)
  }, ready.port)
})

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return ""
  }
}

/** Whoever comes to this address is this person. */
const deskOf = (ready: Ready, person: string) =>
  Desk.handler({ ...optionsOf(ready), base: `/as/${encodeURIComponent(person)}` }).pipe(
    Effect.provide(
      Layer.succeed(Door.Door, { of: () => Effect.succeed({ person: Actor.person(person), isAmbient: true }) })
    ),
    Effect.map(NodeDesk.listener)
  )

const optionsOf = ({ emulated, handbook, practices, secret, settings: { desk } }: Ready) => ({
  processes: Practices.processes(practices),
  pages: HousePages.of(handbook, ChineseHolidays.holidays, practices),
  title: handbook.brand,
  ...(desk.secret !== undefined && !emulated && { secret: secret(desk.secret) }),
  ...(desk.origin !== undefined && !emulated && { origin: desk.origin })
})
