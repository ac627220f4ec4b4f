/**
 * What is wrong with the places that settings name for what the handbook draws on in the company, and which of them are missing.
 *
 * @module
 */
import { HubSpotApi, HubSpotDesk, RequestTrackerDesk, RtApi } from "@dualops/adapter-crm"
import { type CustomerDesk, openTicket } from "@dualops/core/customer-desk"
import type { Handbook } from "@dualops/core/handbook"
import type { Carrier } from "@dualops/core/operations"
import { ComplaintsSection, PrizeDraw, PrizesSection } from "@dualops/core/practices"
import { type Layer, Result } from "effect"
import type { HttpClient } from "effect/http"
import * as JsonVariable from "./JsonVariable.ts"
import type { Settings } from "./Settings.ts"
import type { Wrong } from "./Wrong.ts"

/** What is wrong with the desk that is named; never what stands in its variable. */
export const wrong = (named: Named | undefined, environment: NodeJS.Dict<string>): ReadonlyArray<Wrong> => {
  if (named === undefined) return []
  const { layer, title, variable } = deskOf(named, (name) => environment[name] ?? "")
  if (Result.isSuccess(layer)) return []
  return [JsonVariable.wrong("customerDesk", variable, title, "@dualops/adapter-crm")]
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

type Named = NonNullable<Settings["customerDesk"]>
type Desk = Layer.Layer<CustomerDesk, never, HttpClient.HttpClient>

/** The desk that the settings name; its layer fails where the variable does not hold its settings. */
export const deskOf = (named: Named, secret: (variable: string) => string) =>
  "hubspot" in named
    ? {
        title: "HubSpot",
        variable: named.hubspot,
        layer: Result.map(
          JsonVariable.decode(HubSpotApi.Settings, secret(named.hubspot)),
          (one): Desk => HubSpotDesk.layer(one)
        )
      }
    : {
        title: "Request Tracker",
        variable: named.requestTracker,
        layer: Result.map(
          JsonVariable.decode(RtApi.Settings, secret(named.requestTracker)),
          (one): Desk => RequestTrackerDesk.layer(one)
        )
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
