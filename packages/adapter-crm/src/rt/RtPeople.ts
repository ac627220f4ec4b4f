/**
 * Fans as users of Request Tracker: who has no address for mails, so that no robot there ever writes to them.
 *
 * @module
 */
import { FanId } from "@dualops/core/account"
import { DeskText, type Ticket } from "@dualops/core/customer-desk"
import { type Reading, Writing } from "@dualops/core/operations"
import { Effect } from "effect"
import { before, decoded, orNothing } from "../http/Step.ts"
import type { RtApi } from "./RtApi.ts"
import { RtRecord, textOf, valuesOf } from "./RtRecord.ts"

/** The custom field with the fan's id. */
export const uidField = "Weibo UID"
/** The custom field with the groups that a member is in. */
export const segmentsField = "Weibo Segments"
/** The custom field with the address for invitations; Request Tracker itself writes to nobody there. */
export const addressField = "Weibo Address"

/** Names of users are the same in upper and lower case, and one with a colon would be read as a list of addresses. */
const form = /^[0-9A-Za-z_-]{1,64}$/
const prefix = "weibo-"

/** The name of the user that a fan is; nothing where no user can have it. */
export const nameOf = (fan: FanId): string | undefined => (form.test(fan) ? `${prefix}${fan}` : undefined)

/** The fan that a user is, by the user's name; nothing where the user is nobody of Weibo. */
export const fanOf = (name: string): FanId | undefined =>
  name.startsWith(prefix) && form.test(name.slice(prefix.length)) ? FanId.make(name.slice(prefix.length)) : undefined

/** Bytes of the longest name of a person. */
const longest = 120

/** The name by which a person is called. */
export const realName = (name: string): string => DeskText.line(name, longest, "bytes")

/** The user that a fan is, and the record's version; nothing where there is none. */
export const find = Effect.fnUntraced(function* (api: RtApi, fan: FanId) {
  const name = nameOf(fan)
  if (name === undefined) return undefined
  const answer = yield* orNothing(api.read({ method: "GET", path: `/user/${name}` }))
  if (answer === undefined) return undefined
  const record = yield* decoded(RtRecord)(answer)
  const uids = valuesOf(record, uidField)
  // Request Tracker makes a user first and gives the fields afterwards: one who has none yet is the fan by the name.
  const isWhole = uids?.length !== 0
  const isTheirs = isWhole ? uids?.[0] === fan : textOf(record, "Name") === name
  // Another fan, whose id is the same in other letters, is not this one.
  return isTheirs ? { name, record, version: answer.version, isWhole } : "another"
})

/** A user who was found. */
export interface Found {
  readonly name: string
  readonly record: RtRecord
  readonly version: string | undefined
  /** Whether the fan's id stands in its field: whoever made the user may have ended before that. */
  readonly isWhole: boolean
}

/** Makes a fan a user, who has these fields. Whoever was faster has made the same. */
export const create = Effect.fnUntraced(function* (
  api: RtApi,
  { fan, name: called }: Ticket.Customer,
  fields: Readonly<Record<string, string | ReadonlyArray<string>>> = {}
) {
  const name = nameOf(fan)
  if (name === undefined)
    return yield* new Writing.Refused({ code: "fan", detail: "the fan's id can be no user's name" })
  const body = { Name: name, RealName: realName(called), Privileged: 0, CustomFields: { ...fields, [uidField]: fan } }
  return yield* Effect.as(api.write({ method: "POST", path: "/user", body }), name)
})

/** The user that a fan is, made where there is none. */
export const ensure = Effect.fnUntraced(function* (api: RtApi, customer: Ticket.Customer) {
  const known = yield* theirs(before(find(api, customer.fan)), customer.fan)
  if (known?.isWhole === false) yield* finish(api, known, customer.fan)
  if (known !== undefined) return known.name
  return yield* create(api, customer).pipe(
    // The text of a refusal differs with who decided the race: whether there is a user now is what counts.
    Effect.catchTag("Writing.Refused", (refused) =>
      Effect.flatMap(theirs(before(find(api, customer.fan)), customer.fan), (found) =>
        found === undefined ? Effect.fail(refused) : Effect.succeed(found.name)
      )
    )
  )
})

/** Gives a user the fan's id, who was made and has none yet. */
const finish = (api: RtApi, { name }: Found, fan: FanId) =>
  api.write({ method: "PUT", path: `/user/${name}`, body: { CustomFields: { [uidField]: fan } } })

/** The user, where it is this fan's. */
export const theirs = <E>(
  look: Effect.Effect<Found | "another" | undefined, E>,
  fan: FanId
): Effect.Effect<Found | undefined, E | Writing.Refused> =>
  Effect.flatMap(look, (found) =>
    found === "another"
      ? Effect.fail(new Writing.Refused({ code: "another-member", detail: `the user of fan ${fan} has another id` }))
      : Effect.succeed(found)
  )

/** What a look finds, where "another" is nobody. */
export const mine = (look: Effect.Effect<Found | "another" | undefined, Reading.Failure>) =>
  Effect.map(look, (found) => (found === "another" ? undefined : found))
