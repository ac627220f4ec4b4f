/**
 * A handler of web requests as a listener of `node:http`: what comes in is made a `Request`, and the `Response` is written out as it comes, for as long as
 * somebody reads it.
 *
 * @module
 */
import { once } from "node:events"
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { Effect, type Scope } from "effect"
import type { Handler } from "../Desk.ts"
import * as Peer from "../door/Peer.ts"

/** A listener: `createServer(NodeDesk.listener(handler))`, or `app.use("/desk", NodeDesk.listener(handler))`. */
export const listener =
  (handler: Handler) =>
  (incoming: IncomingMessage & { readonly originalUrl?: string }, outgoing: ServerResponse): Promise<void> =>
    answer(handler, incoming, outgoing).catch(() => {
      // Whoever asked has gone, or sent what is no request: nobody hears of it.
      if (!outgoing.headersSent) outgoing.writeHead(400)
      outgoing.end()
    })

/**
 * A server for as long as the scope is open: on that port, or on one that is free; gives its address. Only this machine reaches it, unless another address is
 * told on which it listens, such as that of a container.
 */
export const serve = (
  listens: RequestListener,
  port = 0,
  host = "127.0.0.1"
): Effect.Effect<string, never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const server = createServer(listens)
      await once(server.listen(port, host), "listening")
      return server
    }),
    (server) => Effect.sync(() => void server.close().closeAllConnections())
  ).pipe(
    // A server that listens on a port has an address with that port.
    Effect.map(
      (server) => `http://${host.includes(":") ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`
    )
  )

const answer = async (
  handler: Handler,
  incoming: IncomingMessage & { readonly originalUrl?: string },
  outgoing: ServerResponse
): Promise<void> => {
  const gone = new AbortController()
  outgoing.on("close", () => gone.abort())
  const request = requestOf(incoming, gone.signal)
  Peer.remember(request, incoming.socket.remoteAddress)
  const answered = await handler(request)
  // One after the other: an answer may have several cookies.
  outgoing.writeHead(answered.status, [...answered.headers].flat())
  // Node and the browser call the same stream by two types.
  if (answered.body === null) outgoing.end()
  else await pipeline(Readable.fromWeb(answered.body as Parameters<typeof Readable.fromWeb>[0]), outgoing)
}

/** Express cuts off what it has mounted below, and keeps the whole in `originalUrl`. */
const requestOf = (incoming: IncomingMessage & { readonly originalUrl?: string }, signal: AbortSignal): Request => {
  const { headers, method = "GET", originalUrl, url = "/" } = incoming
  const address = new URL(`http://${headers.host ?? "localhost"}${originalUrl ?? url}`)
  const sent = new Headers()
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) sent.set(name, String(value))
  if (method === "GET" || method === "HEAD") return new Request(address, { method, headers: sent, signal })
  const body = Readable.toWeb(incoming)
  // A body that is a stream says so; the types of browsers do not know the word.
  return new Request(address, { method, headers: sent, signal, body, duplex: "half" } as RequestInit)
}
