/**
 * The assistant's server over HTTP (Streamable HTTP), at `/mcp` below the desk. The door is asked at every request: a session is a thread of a
 * conversation, and lets nobody in.
 *
 * @module
 */
import { Effect, Layer, Option, type Scope } from "effect"
import { McpServer } from "effect/ai"
import { Headers, HttpRouter, HttpServer, HttpServerRequest, HttpServerResponse } from "effect/http"
import { Caller } from "../api/Api.ts"
import * as Problems from "../api/Problems.ts"
import type { Problem } from "../api/Words.ts"
import { Door } from "../door/Door.ts"
import * as Entry from "../door/Entry.ts"
import type { House, Needs } from "../house/House.ts"
import * as Assistant from "./Assistant.ts"

/** Whether the request is for the assistant's server. */
export const isFor = ({ base }: House, { url }: HttpServerRequest.HttpServerRequest): boolean =>
  url.split("?", 1)[0] === `${base}${path}`

const path = "/mcp"

/** The answer to such a request. */
export const make = Effect.fnUntraced(function* (
  house: House
): Effect.fn.Return<
  Effect.Effect<HttpServerResponse.HttpServerResponse, never, HttpServerRequest.HttpServerRequest | Scope.Scope>,
  never,
  Door | Needs | Scope.Scope
> {
  const door = yield* Door
  const server = McpServer.layerHttp({
    ...Assistant.about(house),
    path,
    protocols: Assistant.protocols,
    allowSessionTermination: true,
    allowSubscriptions: false,
    registrations: Assistant.registrations(house, who)
  })
  const app = yield* HttpRouter.toHttpEffect(Layer.provide(server, HttpServer.layerServices)).pipe(Effect.orDie)
  return Effect.gen(function* () {
    const request = yield* HttpServerRequest.HttpServerRequest
    if (!isOwn(request.headers, house.origin)) return yield* new Entry.FromElsewhere()
    const visitor = yield* Entry.visitor(door, request, house.origin)
    const known = yield* anew(request)
    return yield* app.pipe(
      Effect.provideService(Caller, visitor),
      Effect.provideService(
        HttpServerRequest.HttpServerRequest,
        known.modify({ url: path, headers: read(known.headers) })
      )
    )
  }).pipe(
    Effect.catchTags({
      "Door.NotLetIn": () => Effect.succeed(problem(Problems.notLetIn, { "www-authenticate": "Bearer" })),
      "Desk.FromElsewhere": () => Effect.succeed(problem(Problems.fromElsewhere))
    }),
    Effect.orDie
  )
})

/**
 * The request, without a session where it begins one: a client that still has the session of a server which has been started again since begins anew,
 * and many go on saying the one that they had.
 */
const anew = Effect.fnUntraced(function* (request: HttpServerRequest.HttpServerRequest) {
  if (request.method !== "POST" || !(session in request.headers)) return request
  const body = yield* Effect.orElseSucceed(request.text, () => "")
  const again = HttpServerRequest.fromWeb(new Request("http://desk", { method: "POST", body }))
  const isBeginning = /"method"\s*:\s*"initialize"/.test(body)
  return again.modify({ headers: isBeginning ? Headers.remove(request.headers, session) : request.headers })
})

const session = "mcp-session-id"

/** The headers as the server reads them: the origin has been asked, and whoever takes JSON is answered in JSON. */
const read = (headers: Headers.Headers): Headers.Headers => {
  const { accept = "*/*" } = headers
  const takesJson = /application\/json|application\/\*|\*\/\*/i.test(accept)
  return Headers.remove(takesJson ? Headers.set(headers, "accept", both) : headers, "origin")
}

const both = "application/json, text/event-stream"

/** Who was let in with the request. */
const who: Assistant.Who = Effect.map(Effect.serviceOption(Caller), (found) =>
  Option.getOrUndefined(Option.map(found, ({ person }) => person))
)

/**
 * Whether the request comes from no page, or from one of the desk. A page that has got its own name the address of this host says its own name as
 * origin and as host: so an origin is believed only where the desk was told of it, or where it is this machine's.
 */
const isOwn = ({ host, origin: sender }: Headers.Headers, origin: string | undefined): boolean => {
  if (sender === undefined || sender === origin) return true
  return (
    origin === undefined &&
    /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(sender) &&
    sender.endsWith(`//${host}`)
  )
}

const problem = (told: Problem, headers: Readonly<Record<string, string>> = {}) =>
  HttpServerResponse.jsonUnsafe(told, {
    status: told.status,
    headers: { ...headers, "cache-control": "no-store" },
    contentType: "application/problem+json"
  })
