/**
 * Redemptions as assets of a catalog: every word of one stands in a custom field.
 *
 * @module
 */
import { FanId } from "@dualops/core/account"
import { Moment } from "@dualops/core/calendar"
import { DeskKey, DeskText } from "@dualops/core/customer-desk"
import { Member } from "@dualops/core/members"
import { type Reading, Writing } from "@dualops/core/operations"
import { DateTime, Effect, Option, Order, Schema } from "effect"
import { after, before } from "../http/Step.ts"
import { quoted, type RtApi } from "./RtApi.ts"
import { numberOf, type RtRecord, valuesOf } from "./RtRecord.ts"

/** The custom fields of a redemption. */
const fields = {
  key: "Redemption Key",
  fan: "Redemption Fan",
  code: "Redemption Code",
  campaign: "Redemption Campaign",
  order: "Redemption Order",
  at: "Redeemed At"
} as const

/** Writes down a redemption of a member, whose user has that name. */
export const attribute = Effect.fnUntraced(function* (
  api: RtApi,
  catalog: string,
  redemption: Member.Redemption,
  contact: string
) {
  const { at, campaign, code, fan, key, order } = redemption
  const withKey = find(api, catalog, fields.key, key)
  const [known] = yield* before(withKey)
  if (known !== undefined) return yield* firstOf(known, fields.fan) === fan ? Effect.void : another(key)
  const texts = { key, fan, code, campaign, order, at: DateTime.formatIso(at) }
  const body = {
    Catalog: catalog,
    Contact: contact,
    Name: DeskText.line(`${code} ${order}`, 200, "bytes"),
    Status: "in-use",
    CustomFields: Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [field, DeskText.line(texts[name as keyof typeof texts], 400)])
    )
  }
  yield* api.write({ method: "POST", path: "/asset", body })
  // What another program has written down meanwhile stands there once.
  const [first, ...doubles] = yield* after(withKey)
  if (first === undefined) {
    return yield* new Writing.Unknown({ code: "key-lost", detail: "the catalog has not kept the redemption's key" })
  }
  yield* Effect.forEach(doubles, (double) =>
    after(api.write({ method: "PUT", path: `/asset/${numberOf(double)}`, body: { Status: "deleted" } }))
  )
  return yield* firstOf(first, fields.fan) === fan ? Effect.void : another(key)
})

/** Every redemption of a fan, the oldest first. What cannot be read is none, and the log says so. */
export const of = Effect.fnUntraced(function* (api: RtApi, catalog: string, fan: FanId) {
  const found = yield* find(api, catalog, fields.fan, DeskText.line(fan, 200))
  const read = yield* Effect.forEach(found, (record) => redemptionOf(record))
  const mine = read.flatMap((one) => (one?.fan === fan ? [one] : []))
  return [...new Map(mine.toReversed().map((one) => [one.key, one])).values()].sort(oldest)
})

const find = (
  api: RtApi,
  catalog: string,
  field: string,
  value: string
): Effect.Effect<ReadonlyArray<RtRecord>, Reading.Failure> =>
  api.search("assets", `Catalog = ${quoted(catalog)} AND CF.{${field}} = ${quoted(value)}`, ["CustomFields"])

const another = (key: string) =>
  Effect.fail(new Writing.Refused({ code: "another-member", detail: `${key} is another fan's redemption` }))

const firstOf = (record: RtRecord, field: string) => valuesOf(record, field)?.[0]

const oldest = Order.combine(
  Order.mapInput(DateTime.Order, ({ at }: Member.Redemption) => at),
  Order.mapInput(Order.String, ({ key }: Member.Redemption) => key)
)

const decode = Schema.decodeUnknownOption(
  Schema.Struct({ ...Member.Redemption.fields, key: DeskKey.DeskKey, fan: FanId, at: Moment.Moment })
)

const redemptionOf = (record: RtRecord) => {
  const read = decode(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, firstOf(record, field)])))
  return Option.isSome(read)
    ? Effect.succeed(read.value)
    : Effect.as(Effect.logWarning(`asset ${numberOf(record)} is no redemption that can be read`), undefined)
}
