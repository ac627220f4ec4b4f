/** A group on this machine: it takes messages as a platform does, and shows what its members would be shown. */
import { once } from "node:events"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { MessengerSuite, Trouble } from "@dualops/core/testing"
import { Effect } from "effect"
import LinkifyIt from "linkify-it"

/** What a platform does with what it is sent. */
export interface House {
  /** The code with which it refuses a request, or nothing. */
  readonly objection: (request: Asked) => number | undefined
  /** The code of each trouble. */
  readonly codes: Readonly<Record<"refused" | "unauthorised" | "busy", number>>
  readonly answer: (code: number) => string
  readonly shown: (body: never) => MessengerSuite.Shown
}

/** A request as it came. */
export interface Asked {
  readonly url: URL
  readonly bytes: Buffer
  readonly type: string | undefined
}

const linkify = new LinkifyIt()
/** Where applications would lead somebody who clicks in a text: anything that looks like an address. */
export const linksIn = (text: string): ReadonlyArray<string> => (linkify.match(text) ?? []).map(({ url }) => url)

/** A group whose robot answers at an address of this machine. */
export const open = (house: House) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const shown: Array<MessengerSuite.Shown> = []
      const asked: Array<Asked> = []
      const troubles: Array<Trouble.Trouble> = []
      const take = (request: Asked, response: ServerResponse) => {
        asked.push(request)
        const trouble = troubles.shift()
        if (trouble === "lost before") return response.destroy()
        const code = trouble === undefined || trouble === "lost after" ? house.objection(request) : house.codes[trouble]
        // The house reads what its own platform is sent.
        if (code === undefined) shown.push(house.shown(JSON.parse(String(request.bytes)) as never))
        if (trouble === "lost after") return response.destroy()
        return response.setHeader("content-type", "application/json").end(house.answer(code ?? 0))
      }
      const server = createServer((request, response) => {
        void bytesOf(request).then((bytes) =>
          take({ url: new URL(request.url ?? "", "http://x"), bytes, type: request.headers["content-type"] }, response)
        )
      }).listen(0, "127.0.0.1")
      await once(server, "listening")
      const address = server.address()
      const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`
      return {
        server,
        url,
        shown,
        asked,
        next: (trouble: Trouble.Trouble) => Effect.sync(() => void troubles.push(trouble))
      }
    }),
    ({ server }) =>
      Effect.sync(() => {
        server.closeAllConnections()
        server.close()
      })
  )

const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
  const pieces: Array<Buffer> = []
  for await (const piece of request) pieces.push(piece)
  return Buffer.concat(pieces)
}
