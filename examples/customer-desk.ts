/**
 * A complaint becomes a ticket of customer service, once, and what becomes of it is heard; here of a desk in memory, with the settings of real ones.
 *
 * @module
 */
import { createServer, type IncomingMessage } from "node:http"
import { HubSpotApi, HubSpotDesk, RequestTrackerDesk, RtApi, WebhookSignature } from "@dualops/adapter-crm"
import { MemoryCustomerDesk, MemoryStore } from "@dualops/adapter-memory"
import { FanId } from "@dualops/core/account"
import { CustomerDesk, DeskFeed, DeskKey, type Ticket } from "@dualops/core/customer-desk"
import { Deferred, Effect, Layer, Redacted, Schema } from "effect"
import { FetchHttpClient } from "effect/http"

const environment = {
  RT: '{ "url": "https://desk.brand.example", "token": "1-29-0123456789", "queue": "Weibo Complaints", "alsoIn": ["Repairs"], "catalog": "Weibo Redemptions" }',
  HUBSPOT:
    '{ "token": "pat-na1-0123456789", "pipeline": "0", "stages": { "new": "1", "waiting": "2", "open": "3", "solved": "4" } }',
  HOOK: "a secret that the sender has as well",
  ...process.env
}

// #region request-tracker
export const requestTracker = RequestTrackerDesk.layer(
  Schema.decodeSync(Schema.fromJsonString(RtApi.Settings))(environment.RT)
).pipe(Layer.provide(FetchHttpClient.layer))
// #endregion

// #region hubspot
export const hubspot = HubSpotDesk.layer(
  Schema.decodeSync(Schema.fromJsonString(HubSpotApi.Settings))(environment.HUBSPOT)
).pipe(Layer.provide(FetchHttpClient.layer))
// #endregion

// #region desk
const complaint: Ticket.Opening = {
  key: DeskKey.of("complaint/4988776655443322"),
  customer: { fan: FanId.make("1669879400"), name: "小林" },
  subject: "桂花乌龙 漏了",
  text: "收到的时候瓶子是漏的，客服没人回。",
  priority: "weibo first"
}

const program = Effect.gen(function* () {
  const desk = yield* CustomerDesk
  const first = yield* desk.openTicket(complaint)
  // Whoever does not know whether it has happened asks again.
  const again = yield* desk.openTicket(complaint)
  yield* desk.note(first.ticket, { key: DeskKey.of("note/1"), text: "粉丝补发了照片。" })
  yield* desk.setStatus(first.ticket, "solved")

  const heard: Array<string> = []
  // In a house, a step of the case that waits: sent with the change's id as its key, so that it may be told twice.
  const tell = ({ from, ticket, to }: Ticket.Change) =>
    Effect.sync(() => void heard.push(`${ticket}: ${from.status} > ${to.status}`))
  yield* DeskFeed.poll("customer service", tell)
  return { first, again, heard }
})
// #endregion

// #region webhook
/** What a desk pushes is a hint to read the feed at once, where it is genuine; nothing that it says is believed. */
export const hints = (address: string, hint: Deferred.Deferred<void>) =>
  createServer(async (request, response) => {
    const pushed = {
      method: request.method ?? "",
      url: address + request.url,
      headers: request.headers,
      body: await bytesOf(request)
    }
    const secrets = [Redacted.make(environment.HOOK)]
    const verdict = WebhookSignature.judge("hubspot", secrets, pushed, Date.now())
    if (verdict === "genuine") Effect.runSync(Deferred.succeed(hint, undefined))
    response.writeHead(verdict === "genuine" ? 204 : 401).end()
  })
// #endregion

const bytesOf = async (request: IncomingMessage): Promise<Uint8Array> => Buffer.concat(await request.toArray())

/** What came of it. */
export const answer = await Effect.runPromise(
  Effect.provide(
    program,
    Layer.mergeAll(MemoryCustomerDesk.layer, MemoryStore.layer).pipe(Layer.provide(MemoryCustomerDesk.desk))
  )
)
