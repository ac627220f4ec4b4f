/**
 * What a house draws on in the company, as its settings name it: the desk of customer service, public randomness for draws, tills that redeem codes, and
 * the members.
 *
 * @module
 */
import { HubSpotDesk, RequestTrackerDesk } from "@dualops/adapter-crm"
import { DrandRandomness } from "@dualops/adapter-drand"
import { TillHandler } from "@dualops/adapter-till"
import { ReferralDesk } from "@dualops/core/complaints"
import { DeskFeed, openTicket, Ticket, TicketCarrier } from "@dualops/core/customer-desk"
import type { Bilingual } from "@dualops/core/finding"
import { Carrier } from "@dualops/core/operations"
import { CodeSeriesCarriers, PrizeDrawCarriers } from "@dualops/core/practices"
import { NodeDesk } from "@dualops/desk/node"
import { Effect, Layer, Record, Redacted, Result } from "effect"
import { FetchHttpClient } from "effect/http"
import * as Crm from "./Crm.ts"
import * as Invitations from "./Invitations.ts"
import type { Ready } from "./Reading.ts"

/** Says something to whoever has started the house. */
type Tell = (said: Bilingual.Bilingual) => Effect.Effect<void>

/** Who carries what is asked of them, for as long as the scope; what they hear comes back to its cases. */
export const carriers = Effect.fnUntraced(function* (ready: Ready, tell: Tell) {
  yield* tills(ready, tell)
  return [
    ...CodeSeriesCarriers.carriers,
    ...(yield* draws(ready)),
    ...(yield* customerDesk(ready, tell)),
    ...(yield* Invitations.carriers(ready, tell))
  ]
})

/** Of one that is emulated everybody may know the secret. */
const draws = Effect.fnUntraced(function* ({ emulated, secret, settings }: Ready) {
  if (settings.draws === undefined && !emulated) return []
  const seed = emulated || settings.draws === undefined ? "emulated ".repeat(4) : secret(settings.draws.secret)
  const bytes = new TextEncoder().encode(typeof seed === "string" ? seed : Redacted.value(seed))
  const context = yield* Layer.build(Layer.provide(DrandRandomness.layer(), FetchHttpClient.layer))
  return PrizeDrawCarriers.carriers(Redacted.make(bytes)).map((carrier) => Carrier.provide(carrier, context))
})

/** Tickets are opened there, and what becomes of them is heard; on the emulator a ticket is a line on the terminal, and its department answers on its own desk. */
const customerDesk = Effect.fnUntraced(function* (ready: Ready, tell: Tell) {
  const { emulated, secret, settings } = ready
  if (emulated) return [onTerminal(tell)]
  if (settings.customerDesk === undefined) return []
  const desks = { hubspot: HubSpotDesk.layer, requestTracker: RequestTrackerDesk.layer }
  const { made, title } = Crm.make(settings.customerDesk, (name) => Redacted.value(secret(name)), desks)
  // What is wrong with it has been said.
  const context = yield* Layer.build(Layer.provide(Result.getOrThrow(made), FetchHttpClient.layer))
  yield* Effect.forkScoped(Effect.provide(DeskFeed.run({ name: "customer service", tell: ReferralDesk.tell }), context))
  yield* tell({ zh: `客服    ${title} 的工单`, en: `service   tickets of ${title}` })
  return [Carrier.provide(TicketCarrier.carrier, context)]
})

const onTerminal = (tell: Tell) =>
  Carrier.make(openTicket, ({ subject }, key) =>
    Effect.as(tell({ zh: `→ 客服：${subject}`, en: `→ customer service: ${subject}` }), {
      ticket: Ticket.TicketId.make(key),
      created: true
    })
  )

/** Where shops redeem codes. */
const tills = Effect.fnUntraced(function* ({ emulated, secret, settings: { codes } }: Ready, tell: Tell) {
  if (codes?.tills === undefined) return
  // What shops redeem is real, whatever Weibo is.
  if (emulated)
    return yield* tell({
      zh: "核销    不开：模拟微博不核销真实的码",
      en: "tills     none: with an emulated Weibo no real code is redeemed"
    })
  const { host, of, port } = codes.tills
  const handler = yield* TillHandler.make({
    secret: secret(codes.secret),
    tills: Record.map(of, ({ token, ...rest }) => ({ token: secret(token), ...rest }))
  })
  const address = yield* NodeDesk.serve(NodeDesk.listener(handler), port, host)
  yield* tell({ zh: `核销    ${address}/`, en: `tills     ${address}/` })
})
