/**
 * Pages on a port of this machine.
 *
 * @module
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { Context, Effect, Layer } from "effect"

/** What a path answers. */
export type Answer = (request: IncomingMessage, answer: ServerResponse) => void

/** A server whose answers a test says. */
export class Site extends Context.Service<
  Site,
  { readonly host: string; readonly at: (path: string, answer: Answer | string) => string }
>()("test/Site") {}

/** The server, until the scope ends. */
export const layer = Layer.effect(
  Site,
  Effect.acquireRelease(
    Effect.promise(
      () =>
        new Promise<{ server: ReturnType<typeof createServer>; answers: Map<string, Answer> }>((resolve) => {
          const answers = new Map<string, Answer>()
          const server = createServer((request, answer) => {
            const found = answers.get(request.url ?? "")
            if (found === undefined) answer.writeHead(404).end()
            else found(request, answer)
          }).listen(0, "127.0.0.1", () => resolve({ server, answers }))
        })
    ),
    ({ server }) => Effect.sync(() => server.close().closeAllConnections())
  ).pipe(
    Effect.map(({ answers, server }) => {
      // A server that listens on a port has an address with one.
      const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
      return {
        host,
        at: (path: string, answer: Answer | string) => {
          answers.set(
            path,
            typeof answer === "string"
              ? (_, to) => to.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(answer)
              : answer
          )
          return `http://${host}${path}`
        }
      }
    })
  )
)
