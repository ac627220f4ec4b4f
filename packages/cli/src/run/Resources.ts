/**
 * What a house draws on in the company, as its settings name it: the desk of customer service, public randomness for draws, and tills that redeem codes.
 *
 * @module
 */
import { HubSpotApi, HubSpotDesk, RequestTrackerDesk, RtApi } from "@dualops/adapter-crm"
import { DrandRandomness } from "@dualops/adapter-drand"
import { TillHandler } from "@dualops/adapter-till"
import { ReferralDesk } from "@dualops/core/complaints"
import { type CustomerDesk, DeskFeed, openTicket, Ticket, TicketCarrier } from "@dualops/core/customer-desk"
import type { Bilingual } from "@dualops/core/finding"
import type { Handbook } from "@dualops/core/handbook"
import { Carrier } from "@dualops/core/operations"
import {
  CodeSeriesCarriers,
  ComplaintsSection,
  PrizeDraw,
  PrizeDrawCarriers,
  PrizesSection
} from "@dualops/core/practices"
import { NodeDesk } from "@dualops/desk/node"
import { Effect, Layer, Record, Redacted, Result, Schema } from "effect"
import { FetchHttpClient, type HttpClient } from "effect/http"
import type { Ready } from "./Reading.ts"
import type { Settings } from "./Settings.ts"
import type { Wrong } from "./Wrong.ts"

/** Says something to whoever has started the house. */
type Tell = (said: Bilingual.Bilingual) => Effect.Effect<void>

/** Who carries what is asked of them, for as long as the scope; what they hear comes back to its cases. */
export const carriers = Effect.fnUntraced(function* (ready: Ready, tell: Tell) {
  yield* tills(ready, tell)
  return [...CodeSeriesCarriers.carriers, ...(yield* draws(ready)), ...(yield* customerDesk(ready, tell))]
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
  const { layer, title } = deskOf(settings.customerDesk, (name) => Redacted.value(secret(name)))
  const context = yield* Layer.build(Layer.provide(Result.getOrThrow(layer), FetchHttpClient.layer))
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
  if (emulated || codes?.tills === undefined) return
  const { host, of, port } = codes.tills
  const handler = yield* TillHandler.make({
    secret: secret(codes.secret),
    tills: Record.map(of, ({ token, ...rest }) => ({ token: secret(token), ...rest }))
  })
  const address = yield* NodeDesk.serve(NodeDesk.listener(handler), port, host)
  yield* tell({ zh: `核销    ${address}/`, en: `tills     ${address}/` })
})

type Named = NonNullable<Settings["customerDesk"]>
type Desk = Layer.Layer<CustomerDesk, never, HttpClient.HttpClient>

const deskOf = (named: Named, secret: (variable: string) => string) =>
  "hubspot" in named
    ? {
        title: "HubSpot",
        variable: named.hubspot,
        layer: Result.map(decode(HubSpotApi.Settings, secret(named.hubspot)), (one): Desk => HubSpotDesk.layer(one))
      }
    : {
        title: "Request Tracker",
        variable: named.requestTracker,
        layer: Result.map(
          decode(RtApi.Settings, secret(named.requestTracker)),
          (one): Desk => RequestTrackerDesk.layer(one)
        )
      }

const decode = <A>(settings: Schema.Codec<A, unknown>, json: string) =>
  Schema.decodeUnknownResult(Schema.fromJsonString(settings))(json)

/** What is wrong with the desk that is named; never what stands in its variable. */
export const wrong = (named: Named | undefined, environment: NodeJS.Dict<string>): ReadonlyArray<Wrong> => {
  if (named === undefined) return []
  const { layer, title, variable } = deskOf(named, (name) => environment[name] ?? "")
  if (Result.isSuccess(layer)) return []
  return [
    {
      path: "customerDesk",
      message: {
        zh: `环境变量 ${variable} 里不是 ${title} 的设置。`,
        en: `The variable ${variable} does not hold the settings of ${title}.`
      },
      fix: {
        zh: "写成一行 JSON，形式见 @dualops/adapter-crm 的说明。",
        en: "Write them as one line of JSON, as the page of @dualops/adapter-crm shows it."
      }
    }
  ]
}

/** What the handbook counts on and nobody here would carry. */
export const lacking = (
  handbook: Handbook.Handbook,
  { customerDesk: desk, draws }: Settings,
  own: ReadonlyArray<Carrier.AnyCarrier<never>>
): ReadonlyArray<Wrong> => {
  const isCarried = (name: string) => own.some(({ kind }) => kind.name === name)
  const desks = ComplaintsSection.find(handbook)?.desks ?? []
  return [
    ...(desks.length === 0 || desk !== undefined || isCarried(openTicket.name) ? [] : [words.noDesk(desks)]),
    ...(PrizesSection.find(handbook) === undefined || draws !== undefined || isCarried(PrizeDraw.drawing.name)
      ? []
      : [words.noDraws])
  ]
}

const words = {
  noDesk: (desks: ReadonlyArray<string>): Wrong => ({
    path: "customerDesk",
    message: {
      zh: `手册的投诉要在「${desks.join("」「")}」开工单，这里没有写明在哪个系统。`,
      en: `The handbook has tickets opened at ${desks.join(", ")}, and no system is named for them.`
    },
    fix: {
      zh: '写 { requestTracker: "RT" } 或 { hubspot: "HUBSPOT" }，或自备 OpenTicket 的 carrier，或从 complaints.desks 中删去。',
      en: 'Write { requestTracker: "RT" } or { hubspot: "HUBSPOT" }, bring a carrier of OpenTicket of your own, or leave out complaints.desks.'
    }
  }),
  noDraws: {
    path: "draws",
    message: {
      zh: "手册有抽奖，这里没有写明抽奖的密钥。",
      en: "The handbook has draws of prizes, and no secret is named for them."
    },
    fix: {
      zh: '写 { secret: "DRAWS_SECRET" }，至少 32 个随机字符。',
      en: 'Write { secret: "DRAWS_SECRET" }, the variable of 32 characters by chance or more.'
    }
  }
} as const
