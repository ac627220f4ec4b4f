/** A Request Tracker that a file of tests shares, and those who work with it, by its own interface as they are logged in. */
import { once } from "node:events"
import { createServer, type Server as HttpServer } from "node:http"
import { RtApi, type WebhookSignature } from "@dualops/adapter-crm"
import type { FanId } from "@dualops/core/account"
import type { DeskKey, Ticket } from "@dualops/core/customer-desk"
import { Members } from "@dualops/core/members"
import { CustomerDeskSuite, MemberListSuite, MembersSuite } from "@dualops/core/testing"
import { Effect, Layer, Schema } from "effect"
import { next, Weather } from "../troubled.ts"
import { rootPassword, type Server, start } from "./server.ts"

let server: Promise<Server> | undefined
let hook: HttpServer | undefined

/** What the server has pushed, as it came. */
export const pushed: Array<WebhookSignature.Pushed> = []
/** With what it signs. */
export const secret = "a secret of the tests"

/** The server, which the first who asks starts. */
export const open = (): Promise<Server> => {
  server ??= listen().then((url) => start({ url, secret }))
  return server
}

const listen = async (): Promise<string> => {
  hook = createServer((request, response) => {
    const chunks: Array<Buffer> = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      pushed.push({
        method: request.method ?? "",
        url: request.url ?? "",
        headers: request.headers,
        body: Buffer.concat(chunks)
      })
      response.end()
    })
  }).listen(0, "127.0.0.1")
  await once(hook, "listening")
  const address = hook.address()
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/hook`
}

/** Stops it, if it was started. */
export const close = async (): Promise<void> => {
  const running = await server
  server = undefined
  hook?.close()
  await running?.stop()
}

/** How it is reached. */
export const settings = Effect.map(Effect.promise(open), ({ token, url }) =>
  Schema.decodeUnknownSync(RtApi.Settings)({
    url,
    token,
    queue: "Weibo Complaints",
    alsoIn: ["Other Desk"],
    catalog: "Weibo Redemptions",
    levels: { "weibo first": "Weibo first", normal: "Normal", low: "Normal" }
  })
)

interface Page<A> {
  readonly items: ReadonlyArray<A>
}

/** Asks as the administrator, whom the adapter does not know. */
export const asRoot = async (method: string, path: string, body?: unknown): Promise<unknown> => {
  const { url } = await open()
  const authorization = `Basic ${Buffer.from(`root:${rootPassword}`).toString("base64")}`
  const response = await fetch(`${url}/REST/2.0${path}`, {
    method,
    headers: { authorization, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) })
  })
  return response.json()
}

/** The tickets of a key that are not merged into another one. */
export const shown = async (key: DeskKey.DeskKey): Promise<ReadonlyArray<CustomerDeskSuite.Shown>> => {
  const query = encodeURIComponent(`CF.{Weibo Key} = '${key}'`)
  // As the administrator's interface answers.
  const found = (await asRoot("GET", `/tickets?query=${query}&fields=Subject&per_page=100`)) as Page<{
    id: string
    Subject: string
  }>
  return Promise.all(
    found.items.map(async ({ Subject: subject, id }) => {
      const path = `/ticket/${id}/attachments?fields=Content,Subject,TransactionId&per_page=100`
      const [first, ...notes] = ((await asRoot("GET", path)) as Page<{ Content: string }>).items
      return { id, key, subject, text: first?.Content ?? "", notes: notes.map(({ Content }) => Content) }
    })
  )
}

/** Brings a ticket where customer service says. */
export const move = async (ticket: Ticket.TicketId, says: string): Promise<void> => {
  await asRoot("PUT", `/ticket/${ticket}`, { Status: says })
}

/** People who work on tickets. */
export const desk = Layer.effect(
  CustomerDeskSuite.Stage,
  Effect.gen(function* () {
    const weather = yield* Weather
    const { token } = yield* Effect.promise(open)
    return {
      shown: (key: DeskKey.DeskKey) => Effect.promise(() => shown(key)),
      move: (ticket: Ticket.TicketId, says: string) => Effect.promise(() => move(ticket, says)),
      says: { open: "open", other: "rejected" },
      nobody: "99999999",
      next: (trouble: Parameters<typeof next>[1]) => next(weather, trouble),
      secrets: [token]
    }
  })
)

/** The world of the members. */
export const members = Layer.effect(
  MembersSuite.Stage,
  Effect.gen(function* () {
    const weather = yield* Weather
    const { token } = yield* Effect.promise(open)
    return {
      segments: ["gold", "银卡 2"] as const,
      next: (trouble: Parameters<typeof next>[1]) => next(weather, trouble),
      secrets: [token]
    }
  })
)

let lists = 0

/** The world of the list of members, who are written as `Members` writes them. */
export const list = Layer.effect(
  MemberListSuite.Stage,
  Effect.map(Members, (port) => ({
    // Members of other tests are in other segments.
    segments: [`gold ${++lists}`, `银卡 ${lists}`] as const,
    add: (fan: FanId, segments: ReadonlyArray<string>) => Effect.orDie(port.upsert({ fan, name: "小林", segments }))
  }))
)
