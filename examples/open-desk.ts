/**
 * The desk of a house, opened: on `node:http`, inside Express, and inside Hono. `open-desk.test.ts` asks each of them for a page.
 *
 * @module
 */
import { readFileSync } from "node:fs"
import { MemoryEditionStore, MemoryStore } from "@dualops/adapter-memory"
import { Actor, ChineseHolidays } from "@dualops/core"
import { HandbookFile } from "@dualops/core/files"
import { HousePages } from "@dualops/core/house-pages"
import { KeptEditions, Practices } from "@dualops/core/practices"
import { Desk, Door, ProxyDoor, TokenDoor } from "@dualops/desk"
import { FolderPictures, NodeDesk } from "@dualops/desk/node"
import { DateTime, Effect, Layer, Redacted, Result } from "effect"
import express from "express"
import { Hono } from "hono"

const text = readFileSync(new URL("handbooks/minimal.yaml", import.meta.url), "utf8")
const handbook = Result.getOrThrow(HandbookFile.read("handbook.yaml", text))

/** What comes from the environment elsewhere: what only the proxy knows, and by which forms are known as the desk's own. */
export const environment = { PROXY: "only the proxy knows it", FORMS: "the secret of the forms" }

// #region door
/** People come by a proxy that has signed them in; programs have a token. */
const issued = await Effect.runPromise(
  TokenDoor.issue(Actor.person("lin"), DateTime.makeUnsafe("2030-01-01T00:00:00Z"))
)
const door = Door.layer(
  ProxyDoor.make({ header: "X-Person", secretHeader: "X-Proof", secret: Redacted.make(environment.PROXY) }),
  // The list is asked for at every request: whatever is taken off it is no token any more.
  TokenDoor.make(Effect.succeed([issued.token]))
)
// #endregion

/** What lin is told once. */
export const token = issued.secret

// #region open
const desk = Desk.handler({
  processes: Practices.processes(),
  pages: HousePages.of(handbook, ChineseHolidays.holidays),
  title: handbook.brand,
  base: "/desk",
  secret: Redacted.make(environment.FORMS)
})
// #endregion

const house = KeptEditions.layer(handbook, ChineseHolidays.holidays).pipe(
  Layer.provideMerge(Layer.merge(MemoryStore.layer, MemoryEditionStore.layer)),
  Layer.merge(door)
)

// #region node
const onNode = Effect.flatMap(desk, (handler) => NodeDesk.serve(NodeDesk.listener(handler)))
// #endregion

// #region pictures
/** JPEG, PNG and GIF by their bytes, 10 MB each at most, called by their SHA-256; nothing is overwritten. */
export const withPictures = Effect.provide(desk, FolderPictures.layer("./pictures"))
// #endregion

// #region express
const inExpress = Effect.flatMap(desk, (handler) => NodeDesk.serve(express().use("/desk", NodeDesk.listener(handler))))
// #endregion

// #region hono
const inHono = Effect.map(desk, (handler) => new Hono().all("/desk/*", ({ req }) => handler(req.raw)))
// #endregion

/** What somebody sees who comes by the proxy, and what a program is told, on each of them. */
const program = Effect.gen(function* () {
  const people = { "x-person": "lin", "x-proof": environment.PROXY }
  const programs = { authorization: `Bearer ${Redacted.value(token)}` }
  const hono = yield* inHono
  const ways = [yield* onNode, yield* inExpress].map(
    (url) => (path: string, headers: Record<string, string>) => fetch(url + path, { headers })
  )
  const all = [...ways, async (path: string, headers: Record<string, string>) => hono.request(path, { headers })]
  return yield* Effect.forEach(all, (ask) =>
    Effect.promise(async () => {
      const page = await ask("/desk/zh", people)
      const offers = await ask("/desk/api/offers", programs)
      const nobody = await ask("/desk/zh", { "x-person": "lin" })
      return {
        title: /<h1>.*?>(.*?)</.exec(await page.text())?.[1],
        first: (await offers.json()).items[0].step.title.zh,
        nobody: nobody.status
      }
    })
  )
})

export const answer = await Effect.runPromise(program.pipe(Effect.scoped, Effect.provide(house)))
console.log(answer) // => [ { title: '我的桌面', first: …, nobody: 401 }, … ]
