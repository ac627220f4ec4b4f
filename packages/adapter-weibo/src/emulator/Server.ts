/**
 * The HTTP server: answers calls, or lets them go wrong.
 *
 * @module
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { Duplex } from "node:stream"
import * as Call from "./Call.ts"
import type { Chance } from "./Chance.ts"
import type { Fault } from "./Fault.ts"
import { type Answer, refuse } from "./Refusal.ts"

/** How the server behaves. */
export interface Behaviour {
  readonly serve: (call: Call.Call) => Answer
  readonly meet: (path: string) => Fault | undefined
  readonly chance: Chance
  /** How long a silent connection is held open before it is cut, in milliseconds. */
  readonly silence: number
  /** How long a slow answer takes, in milliseconds. */
  readonly slowness: number
  /** How long an effect is under way that comes late, in milliseconds. */
  readonly lateness: number
  /** How long a request may take to come in whole, in milliseconds. */
  readonly timeout: number
}

/** A server that is not listening yet. Whatever comes is answered, but for a connection that was cut from the other side. */
export const make = (behaviour: Behaviour): Server => {
  const { timeout } = behaviour
  const times = { requestTimeout: timeout, headersTimeout: timeout, connectionsCheckingInterval: timeout / 4 }
  const latest = new WeakMap<Duplex, ServerResponse>()
  const take = (request: IncomingMessage, response: ServerResponse) => {
    latest.set(request.socket, response)
    handle(behaviour, request, response).catch(() => response.destroy())
  }
  return (
    createServer({ ...times, requireHostHeader: false }, take)
      // Node would refuse an expectation that it does not know, in its own form.
      .on("checkExpectation", take)
      .on("clientError", (error: Error & { readonly code?: string }, socket) => {
        const response = latest.get(socket)
        const refused = refuse(error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? 10010 : 10012, "")
        if (!socket.writable || error.code === "ECONNRESET") socket.destroy()
        // What came before the bytes that are no request is answered first.
        else if (response?.req.complete && !response.writableFinished)
          response.once("finish", () => end(socket, refused))
        else end(socket, refused)
      })
  )
}

/** The answer to what never became a request: bytes that are no HTTP, or a body that does not come to its end. */
const end = (socket: Duplex, { body, status, type }: Answer): void => {
  const head = [`HTTP/1.1 ${status} Bad Request`, `content-type: ${type}`, `content-length: ${Buffer.byteLength(body)}`]
  socket.end([...head, "connection: close", "", body].join("\r\n"))
  // What still comes is not read any more; cutting at once could overtake the answer.
  setTimeout(() => socket.destroy(), 1_000).unref()
}

const handle = async (behaviour: Behaviour, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const call = await Call.read(request)
  if ("status" in call) return send(response, call)
  const fault = behaviour.meet(call.path)
  // The effect comes first: an answer that is lost is lost after the fact.
  const answer = fault === undefined || fault.effect === true ? behaviour.serve(call) : undefined
  if (fault?.effect === "late") setTimeout(() => behaviour.serve(call), behaviour.lateness).unref()
  if (fault === undefined) return send(response, answer ?? unavailable)
  if (typeof fault.manner === "number") {
    // A call that was refused was not accepted slowly either.
    const isRefused = answer !== undefined && answer.status !== 200
    return send(response, isRefused ? answer : refuse(fault.manner, call.path))
  }
  switch (fault.manner) {
    case "silence":
      await pause(behaviour.silence)
      return void response.destroy()
    case "reset":
      return void request.socket.resetAndDestroy()
    case "unavailable":
      return send(response, unavailable)
    case "slow":
      await pause(behaviour.slowness)
      return send(response, answer ?? unavailable)
    case "truncated":
      return truncate(response, answer ?? unavailable, behaviour.chance)
  }
}

const unavailable: Answer = {
  status: 503,
  type: "text/html",
  body: "<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>"
}

const send = (response: ServerResponse, answer: Answer): void => {
  response
    .writeHead(answer.status, {
      "content-type": answer.type,
      "content-length": Buffer.byteLength(answer.body),
      ...(answer.location !== undefined && { location: answer.location })
    })
    .end(answer.body)
}

/** Half of the answer: either as if it were the whole, or cut off on the way. */
const truncate = (response: ServerResponse, answer: Answer, chance: Chance): void => {
  const half = answer.body.slice(0, Math.floor(answer.body.length / 2))
  if (chance() < 0.5) {
    send(response, { ...answer, body: half })
  } else {
    response.writeHead(answer.status, { "content-type": answer.type, "content-length": Buffer.byteLength(answer.body) })
    response.write(half, () => response.destroy())
  }
}

const pause = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis).unref())
