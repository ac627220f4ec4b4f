/**
 * A house on a port of this machine, and its tills.
 *
 * @module
 */
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { MemoryObservationStore, MemoryRedemptions } from "@dualops/adapter-memory"
import { type TillClient, TillHandler } from "@dualops/adapter-till"
import { SampleCodes } from "@dualops/core/testing"
import { Effect, Layer, Redacted } from "effect"

export const token = Redacted.make("the-token-of-nanjing-road-which-is-long-enough")
export const website = Redacted.make("the-token-of-the-website-which-is-long-enough")

/** Everything behind the handler. */
export const house = Layer.merge(MemoryRedemptions.layer, MemoryObservationStore.layer)

/** A handler of a house with a shop and a website. */
export const handler = (options: Partial<TillHandler.Options> = {}) =>
  TillHandler.make({
    secret: SampleCodes.secret,
    tills: { "nanjing-road": { token }, website: { token: website, isPublic: true } },
    publicWait: 0,
    ...options
  })

/** The address of a server with a handler, until the scope ends. */
export const serve = (answer: (request: Request) => Promise<Response>) =>
  Effect.acquireRelease(
    Effect.promise(
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const server = createServer(async (incoming, outgoing) => {
            const pieces: Array<Uint8Array> = []
            for await (const piece of incoming) pieces.push(piece)
            const { host, ...headers } = incoming.headers as Record<string, string>
            const init = { method: incoming.method ?? "GET", headers }
            const body = pieces.length > 0 ? { body: Buffer.concat(pieces) } : {}
            const response = await answer(new Request(`http://${host}${incoming.url}`, { ...init, ...body }))
            outgoing.writeHead(response.status, Object.fromEntries(response.headers))
            outgoing.end(await response.text())
          }).listen(0, "127.0.0.1", () => resolve(server))
        })
    ),
    (server) => Effect.sync(() => server.close().closeAllConnections())
  ).pipe(
    // A server that listens on a port has an address with one.
    Effect.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/redeem`)
  )

/** Where the shop asks; it waits as long as the slowest machine needs. */
export const shop = (url: string): TillClient.Options => ({ url, token, within: "10 minutes" })
