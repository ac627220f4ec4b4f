/** A portal in memory, and those who work with it. */
import { once } from "node:events"
import { createServer } from "node:http"
import { HubSpotApi } from "@dualops/adapter-crm"
import type { FanId } from "@dualops/core/account"
import type { DeskKey, Ticket } from "@dualops/core/customer-desk"
import { Members } from "@dualops/core/members"
import { CustomerDeskSuite, MemberListSuite, MembersSuite } from "@dualops/core/testing"
import { Context, Effect, Layer, Schema } from "effect"
import { HttpClient, type HttpClientRequest, HttpClientResponse } from "effect/http"
import { parseFragment } from "parse5"
import { next, under, Weather } from "../troubled.ts"
import { type FakeHubSpot, make } from "./FakeHubSpot.ts"

/** The portal of a test. */
export class Portal extends Context.Service<Portal, FakeHubSpot>()("test/Portal") {}

/** One that finds late. */
export const portal: Layer.Layer<Portal> = Layer.sync(Portal, () => make({ lag: 30 }))

const stages = { new: "1", waiting: "2", open: "3", solved: "4" }

/** How it is reached. */
export const settings = (token: string): HubSpotApi.Settings =>
  Schema.decodeUnknownSync(HubSpotApi.Settings)({ token, pipeline: "0", stages })

/** Asks a portal without a network. */
export const clientOf = (fake: FakeHubSpot): HttpClient.HttpClient =>
  HttpClient.make((request, url) =>
    Effect.sync(() => {
      const { json, status } = fake.answer({
        method: request.method,
        url,
        authorization: request.headers.authorization,
        body: bodyOf(request)
      })
      return HttpClientResponse.fromWeb(request, new Response(JSON.stringify(json), { status }))
    })
  )

const bodyOf = ({ body }: HttpClientRequest.HttpClientRequest): unknown =>
  body._tag === "Uint8Array" ? JSON.parse(new TextDecoder().decode(body.body)) : undefined

/** A client of the portal of a test, in its weather. */
export const client: Layer.Layer<HttpClient.HttpClient, never, Portal | Weather> = Layer.effect(
  HttpClient.HttpClient,
  Effect.gen(function* () {
    return under(clientOf(yield* Portal), yield* Weather)
  })
)

/** A portal at an address of this machine, for clients that nobody here wrote. */
export const serve = (fake: FakeHubSpot) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const server = createServer((request, response) => {
        const chunks: Array<Buffer> = []
        request.on("data", (chunk: Buffer) => chunks.push(chunk))
        request.on("end", () => {
          const text = Buffer.concat(chunks).toString()
          const { json, status } = fake.answer({
            method: request.method ?? "",
            url: new URL(request.url ?? "", "http://fake"),
            authorization: request.headers.authorization,
            body: text === "" ? undefined : JSON.parse(text)
          })
          response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(json))
        })
      }).listen(0, "127.0.0.1")
      await once(server, "listening")
      const address = server.address()
      return { server, url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}` }
    }),
    ({ server }) => Effect.sync(() => void server.close())
  ).pipe(Effect.map(({ url }) => url))

/** The text that is read where HTML is shown. */
const read = (html: string): string => {
  const textOf = (node: unknown): string => {
    // A tree as parse5 makes it.
    const {
      childNodes = [],
      nodeName,
      value = ""
    } = node as { childNodes?: ReadonlyArray<unknown>; nodeName: string; value?: string }
    if (nodeName === "br") return "\n"
    return nodeName === "#text" ? value : childNodes.map(textOf).join("")
  }
  return textOf(parseFragment(html))
}

/** The tickets of a key, as those who work on them read them. */
export const shown = (fake: FakeHubSpot, key: string): ReadonlyArray<CustomerDeskSuite.Shown> =>
  [...(fake.kinds.get("tickets")?.values() ?? [])]
    .filter(({ properties }) => properties.weibo_key === key)
    .map(({ associations, id, properties: { content, subject } }) => {
      const notes = [...(associations.get("notes") ?? [])].map(
        (one) => fake.kinds.get("notes")?.get(one)?.properties.hs_note_body
      )
      return { id, key, subject: subject ?? "", text: content ?? "", notes: notes.map((html) => read(html ?? "")) }
    })

/** Customer service moves a ticket to a stage. */
export const move = (fake: FakeHubSpot, ticket: string, stage: string): void => {
  const url = new URL(`http://fake/crm/v3/objects/tickets/${ticket}`)
  const body = { properties: { hs_pipeline_stage: stage } }
  fake.answer({ method: "PATCH", url, authorization: `Bearer ${fake.token}`, body })
}

/** People who work on tickets. */
export const desk = Layer.effect(
  CustomerDeskSuite.Stage,
  Effect.gen(function* () {
    const [fake, weather] = [yield* Portal, yield* Weather]
    return {
      shown: (key: DeskKey.DeskKey) => Effect.sync(() => shown(fake, key)),
      move: (ticket: Ticket.TicketId, says: string) => Effect.sync(() => move(fake, ticket, says)),
      says: { open: stages.open, other: "77" },
      nobody: "99999999",
      next: (trouble: Parameters<typeof next>[1]) => next(weather, trouble),
      secrets: [fake.token]
    }
  })
)

/** The world of the members. */
export const members = Layer.effect(
  MembersSuite.Stage,
  Effect.gen(function* () {
    const [fake, weather] = [yield* Portal, yield* Weather]
    return {
      segments: ["gold", "银卡 2"] as const,
      next: (trouble: Parameters<typeof next>[1]) => next(weather, trouble),
      secrets: [fake.token]
    }
  })
)

/** The world of the list of members, who are written as `Members` writes them. */
export const list = Layer.effect(
  MemberListSuite.Stage,
  Effect.map(Members, (port) => ({
    segments: ["gold", "银卡 2"] as const,
    add: (fan: FanId, segments: ReadonlyArray<string>) => Effect.orDie(port.upsert({ fan, name: "小林", segments }))
  }))
)
