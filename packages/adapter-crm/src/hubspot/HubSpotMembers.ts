/**
 * `Members` on HubSpot: a member is a contact, a redemption an order that is associated with it.
 *
 * HubSpot has no versions: two programs that write one member at the same moment may overwrite each other. Within one, they wait for each other.
 *
 * @module
 */
import type { FanId } from "@dualops/core/account"
import { Moment } from "@dualops/core/calendar"
import { DeskText } from "@dualops/core/customer-desk"
import { Member, Members } from "@dualops/core/members"
import { Writing } from "@dualops/core/operations"
import { DateTime, type Duration, Effect, Layer, Option, Order, Schema } from "effect"
import type { HttpClient } from "effect/http"
import { after, before, decoded } from "../http/Step.ts"
import * as Turns from "../http/Turns.ts"
import * as HubSpotApi from "./HubSpotApi.ts"
import * as HubSpotPeople from "./HubSpotPeople.ts"

/** What an order has of a redemption, beside its association. */
const orders = {
  key: "weibo_redemption_key",
  fan: "weibo_fan",
  code: "weibo_coupon_code",
  campaign: "weibo_campaign",
  order: "weibo_order",
  at: "weibo_redeemed_at"
} as const

/** Members on HubSpot, which is asked at most so long. */
export const layer = (
  settings: HubSpotApi.Settings,
  within?: Duration.Duration
): Layer.Layer<Members, never, HttpClient.HttpClient> =>
  Layer.effect(Members, Effect.map(HubSpotApi.make(settings, within), membersOf))

const membersOf = (api: HubSpotApi.HubSpotApi): Members["Service"] => {
  const turns = Turns.make()

  const upsert = Effect.fnUntraced(function* (writing: Member.Writing) {
    const { fan, name } = writing
    let contact = yield* before(HubSpotPeople.find(api, fan))
    if (contact === undefined) {
      const made = yield* HubSpotPeople.create(api, { fan, name }, valuesOf(writing, undefined))
      if (made.isNew) return
      contact = made.contact
    }
    const properties = { firstname: HubSpotPeople.nameOf(name), ...valuesOf(writing, memberOf(fan, contact).consent) }
    yield* api.write({ method: "PATCH", path: `/crm/v3/objects/contacts/${contact.id}`, body: { properties } })
  })

  const attribute = Effect.fnUntraced(function* (redemption: Member.Redemption) {
    const { at, campaign, code, fan, key, order } = redemption
    const contact = yield* before(HubSpotPeople.find(api, fan))
    if (contact === undefined) {
      return yield* new Writing.Refused({ code: "no-member", detail: `${fan} is no member` })
    }
    const texts = { key, fan, code, campaign, order, at: DateTime.formatIso(at) }
    const properties = Object.fromEntries(
      Object.entries(orders).map(([name, property]) => [
        property,
        DeskText.line(texts[name as keyof typeof texts], 400)
      ])
    )
    const written = yield* api
      .write({ method: "POST", path: "/crm/v3/objects/orders", body: { properties, associations: [] } })
      .pipe(
        Effect.flatMap((answer) => after(decoded(HubSpotApi.HubSpotObject)(answer))),
        Effect.catchTag("Writing.Refused", (refused) =>
          Effect.flatMap(before(api.get("orders", key, Object.values(orders), orders.key)), (known) => {
            if (known?.properties[orders.key] !== key) return Effect.fail(refused)
            return known.properties[orders.fan] === fan
              ? Effect.succeed(known)
              : Effect.fail(
                  new Writing.Refused({ code: "another-member", detail: `${key} is another fan's redemption` })
                )
          })
        )
      )
    // Asked for at every try: an order whose association was lost belongs to nobody. What is there already stays once.
    const path = `/crm/v4/objects/orders/${written.id}/associations/default/contacts/${contact.id}`
    yield* after(api.write({ method: "PUT", path, body: {} }))
  })

  return {
    find: (fan) => Effect.map(HubSpotPeople.find(api, fan), (contact) => contact && memberOf(fan, contact)),
    upsert: (writing) => turns(writing.fan)(upsert(writing)),
    attributeRedemption: attribute,
    redemptions: Effect.fnUntraced(function* (fan) {
      const contact = yield* HubSpotPeople.find(api, fan)
      if (contact === undefined) return []
      const ids = yield* api.associated("contacts", contact.id, "orders")
      const found = yield* api.all("orders", ids, Object.values(orders))
      const read = yield* Effect.forEach(found, (one) => redemptionOf(one))
      return read.flatMap((one) => (one?.fan === fan ? [one] : [])).sort(oldest)
    })
  }
}

const momentOf = Schema.decodeUnknownOption(Moment.Moment)

const memberOf = (fan: FanId, { properties }: HubSpotApi.HubSpotObject): Member.Member => {
  const consent = consentOf(properties.weibo_consent)
  return {
    fan,
    name: properties.firstname ?? "",
    segments: (properties.weibo_segments ?? "").split(";").filter((one) => one !== ""),
    ...(consent !== undefined && { consent })
  }
}

/** A consent as it stands in the property: `given 2026-03-01T00:00:00.000Z`. What stands there otherwise says nothing. */
const consentOf = (text: string | null | undefined): Member.Consent | undefined => {
  const [, given, since] = /^(given|withdrawn) (\S+)$/.exec(text ?? "") ?? []
  const at = Option.getOrUndefined(momentOf(since))
  return at && { given: given === "given", at }
}

const valuesOf = ({ consent, segments }: Member.Writing, known: Member.Consent | undefined) => ({
  ...(segments !== undefined && { weibo_segments: segments.join(";") }),
  ...(consent !== undefined &&
    (known === undefined || DateTime.isGreaterThan(consent.at, known.at)) && {
      weibo_consent: `${consent.given ? "given" : "withdrawn"} ${DateTime.formatIso(consent.at)}`
    })
})

const oldest = Order.combine(
  Order.mapInput(DateTime.Order, ({ at }: Member.Redemption) => at),
  Order.mapInput(Order.String, ({ key }: Member.Redemption) => key)
)

const decode = Schema.decodeUnknownOption(Member.Redemption)

const redemptionOf = ({ id, properties }: HubSpotApi.HubSpotObject) => {
  const read = decode(
    Object.fromEntries(Object.entries(orders).map(([name, property]) => [name, properties[property]]))
  )
  return Option.isSome(read)
    ? Effect.succeed(read.value)
    : Effect.as(Effect.logWarning(`order ${id} is no redemption that can be read`), undefined)
}
