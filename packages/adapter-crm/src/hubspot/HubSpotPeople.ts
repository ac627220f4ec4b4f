/**
 * Fans as contacts of HubSpot, each by the unique property `weibo_uid`, and without an address for mails.
 *
 * @module
 */
import type { FanId } from "@dualops/core/account"
import { DeskText, type Ticket } from "@dualops/core/customer-desk"
import { Writing } from "@dualops/core/operations"
import { Effect } from "effect"
import { after, before, decoded } from "../http/Step.ts"
import { type HubSpotApi, HubSpotObject } from "./HubSpotApi.ts"

/** The unique property with the fan's id. */
export const uid = "weibo_uid"

/** HubSpot's own property with the address for mails; it is read, and never written. */
export const address = "email"

/** The property with the groups that a member is in, with semicolons between them. */
export const segments = "weibo_segments"

/** What is read of a contact. */
export const properties = [uid, "firstname", segments, "weibo_consent", address] as const

const form = /^[0-9A-Za-z_-]{1,64}$/

/** Characters of the longest name. */
const longest = 200

/** The name by which a person is called. */
export const nameOf = (name: string): string => DeskText.line(name, longest)

/** The contact that a fan is; nothing where there is none. Another fan, whose id is the same in other letters, is not this one. */
export const find = Effect.fnUntraced(function* (api: HubSpotApi, fan: FanId) {
  if (!form.test(fan)) return undefined
  const contact = yield* api.get("contacts", fan, properties, uid)
  return contact?.properties[uid] === fan ? contact : undefined
})

/** Makes a fan a contact; where somebody was faster, theirs is found. */
export const create = Effect.fnUntraced(function* (
  api: HubSpotApi,
  { fan, name }: Ticket.Customer,
  more: Readonly<Record<string, string>> = {}
) {
  if (!form.test(fan)) return yield* new Writing.Refused({ code: "fan", detail: "the fan's id can be no contact's" })
  const body = { properties: { [uid]: fan, firstname: nameOf(name), ...more }, associations: [] }
  return yield* api.write({ method: "POST", path: "/crm/v3/objects/contacts", body }).pipe(
    Effect.flatMap((answer) => after(decoded(HubSpotObject)(answer))),
    Effect.map((contact) => ({ contact, isNew: true })),
    Effect.catchTag("Writing.Refused", (refused) =>
      Effect.flatMap(before(find(api, fan)), (contact) =>
        contact === undefined ? Effect.fail(refused) : Effect.succeed({ contact, isNew: false })
      )
    )
  )
})

/** The contact that a fan is, made where there is none. */
export const ensure = Effect.fnUntraced(function* (api: HubSpotApi, customer: Ticket.Customer) {
  const known = yield* before(find(api, customer.fan))
  return known ?? (yield* create(api, customer)).contact
})
