/**
 * The places that the handbook counts on in the company, and that settings do not name.
 *
 * @module
 */
import { openTicket } from "@dualops/core/customer-desk"
import type { Handbook } from "@dualops/core/handbook"
import type { Carrier } from "@dualops/core/operations"
import { ComplaintsSection, PrizeDraw, PrizesSection } from "@dualops/core/practices"
import type { Settings } from "./Settings.ts"
import type { Wrong } from "./Wrong.ts"

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
