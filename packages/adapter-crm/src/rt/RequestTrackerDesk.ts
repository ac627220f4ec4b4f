/**
 * `CustomerDesk` on Request Tracker 5.
 *
 * Request Tracker knows no keys: it creates whatever it is asked to, answers 200 where it refuses, and leaves out silently what it does not understand.
 * So the ticket of a key is looked for before it is opened and after; what another program has opened meanwhile is merged into the one with the lowest
 * number; and whatever was written is read back.
 *
 * @module
 */
import { CustomerDesk, DeskText, type Ticket } from "@dualops/core/customer-desk"
import { Reading, Writing } from "@dualops/core/operations"
import { type Duration, Effect, Layer } from "effect"
import type { HttpClient } from "effect/http"
import { after, before, decoded } from "../http/Step.ts"
import * as Turns from "../http/Turns.ts"
import * as RtApi from "./RtApi.ts"
import * as RtFeed from "./RtFeed.ts"
import * as RtPeople from "./RtPeople.ts"
import { ready } from "./RtReady.ts"
import { numberOf, peopleOf, RtRecord } from "./RtRecord.ts"
import * as RtTicket from "./RtTicket.ts"

/** Bytes of the longest subject and text; what is longer is cut there between any two bytes. */
const longest = { subject: 200, text: 100_000 } as const

/** A desk on Request Tracker, which is asked at most so long. */
export const layer = (
  settings: RtApi.Settings,
  within?: Duration.Duration
): Layer.Layer<CustomerDesk, never, HttpClient.HttpClient> =>
  Layer.effect(
    CustomerDesk,
    Effect.map(RtApi.make(settings, within), (api) => deskOf(api, settings))
  )

const deskOf = (api: RtApi.RtApi, settings: RtApi.Settings): CustomerDesk["Service"] => {
  const { alsoIn = [], levels, queue } = settings
  const turns = Turns.make()
  const isReady = ready(api, queue)

  const get = Effect.fnUntraced(function* (id: string) {
    if (!isId(id)) return yield* new Reading.NotShown({ code: "id", detail: "no ticket has such an id" })
    const record = yield* Effect.flatMap(api.read({ method: "GET", path: `/ticket/${id}` }), decoded(RtRecord))
    const ticket = RtTicket.read(record)
    if (ticket === undefined)
      return yield* new Reading.TryLater({ code: "unreadable", detail: `ticket ${id} cannot be read` })
    return { record, ticket }
  })

  /** The numbers of the tickets with a key, the lowest first. One that was merged is found as well, and counts as the one that it became. */
  const withKey = (key: string) =>
    Effect.map(
      api.search("tickets", `EffectiveId > 0 AND CF.{${RtTicket.fields.key}} = ${RtApi.quoted(key)}`, ["EffectiveId"]),
      (found) =>
        [...new Set(found.flatMap((one) => numberOf(one, "EffectiveId") ?? numberOf(one) ?? []))].sort(ascending)
    )

  /** What several programs have opened at once becomes one ticket. Whether it has, only another look tells. */
  const mergeInto = Effect.fnUntraced(function* (lowest: number, others: ReadonlyArray<number>, key: string) {
    if (others.length === 0) return
    yield* Effect.forEach(others, (id) =>
      api.write({ method: "PUT", path: `/ticket/${id}`, body: { MergeInto: lowest } })
    )
    const left = yield* withKey(key)
    if (left.length !== 1)
      return yield* new Writing.TryLater({ code: "merge", detail: `tickets ${left.join()} are one` })
  })

  /** The ticket, where it is this customer's. */
  const theirs = Effect.fnUntraced(function* (id: number, { customer }: Ticket.Opening) {
    const { record, ticket } = yield* get(String(id))
    return peopleOf(record, "Requestor").some((name) => name === RtPeople.nameOf(customer.fan)) ? ticket : undefined
  })

  const open = Effect.fnUntraced(function* (opening: Ticket.Opening) {
    yield* before(isReady)
    const [known, ...doubles] = yield* before(withKey(opening.key))
    if (known !== undefined) {
      const ticket = yield* before(theirs(known, opening))
      if (ticket === undefined) return yield* anotherCustomer(known)
      yield* after(mergeInto(known, doubles, opening.key))
      return { ticket: ticket.id, created: false }
    }
    const requestor = yield* RtPeople.ensure(api, opening.customer)
    const answer = yield* api.write({ method: "POST", path: "/ticket", body: bodyOf(opening, requestor) })
    const made = numberOf(yield* after(decoded(RtRecord)(answer)))
    const [lowest, ...others] = yield* after(withKey(opening.key))
    if (made === undefined || lowest === undefined) return yield* lost("key")
    yield* after(mergeInto(lowest, others, opening.key))
    const ticket = yield* after(theirs(lowest, opening))
    if (ticket === undefined) return yield* lost("requestor")
    return { ticket: ticket.id, created: lowest === made }
  })

  const bodyOf = ({ interaction = "", key, post, priority, subject, text }: Ticket.Opening, requestor: string) => ({
    Queue: queue,
    Subject: DeskText.line(subject, longest.subject, "bytes"),
    Requestor: requestor,
    Priority: RtTicket.priorities[priority],
    ...(levels !== undefined && { SLA: levels[priority] }),
    Content: DeskText.block(text, longest.text, "bytes"),
    ContentType: "text/plain",
    CustomFields: {
      [RtTicket.fields.key]: key,
      [RtTicket.fields.post]: DeskText.line(post ?? "", 200),
      [RtTicket.fields.interaction]: DeskText.line(interaction, 200)
    }
  })

  const note = Effect.fnUntraced(function* (id: Ticket.TicketId, { key, text }: Ticket.Note) {
    const { ticket } = yield* before(get(id))
    const query = `ObjectType = 'RT::Ticket' AND ObjectId = ${ticket.id} AND Type = 'Comment' AND Subject = ${RtApi.quoted(key)}`
    const written = yield* before(api.search("transactions", query, ["Type"]))
    if (written.length > 0) return
    const body = { Subject: key, Content: DeskText.block(text, longest.text, "bytes"), ContentType: "text/plain" }
    yield* api.write({ method: "POST", path: `/ticket/${ticket.id}/comment`, body })
  })

  const setStatus = Effect.fnUntraced(function* (id: Ticket.TicketId, status: Ticket.Status) {
    const says = RtTicket.said[status]
    const { ticket } = yield* before(get(id))
    if (ticket.standing.says === says) return
    yield* api.write({ method: "PUT", path: `/ticket/${ticket.id}`, body: { Status: says } })
    const { ticket: now } = yield* after(get(ticket.id))
    if (now.standing.says === ticket.standing.says) {
      // The answer was 200 all the same.
      return yield* new Writing.Refused({ code: "status", detail: `the ticket stayed ${now.standing.says}` })
    }
  })

  return {
    openTicket: (opening) => turns(opening.key)(open(opening)),
    ticket: (id) => Effect.map(get(id), ({ ticket }) => ticket),
    note: (id, written) => turns(`${id} ${written.key}`)(note(id, written)),
    setStatus,
    changesSince: (cursor) => RtFeed.changesSince(api, [queue, ...alsoIn], cursor)
  }
}

const isId = (id: string) => /^\d{1,15}$/.test(id)
const ascending = (one: number, other: number) => one - other

const anotherCustomer = (id: number) =>
  Effect.fail(new Writing.Refused({ code: "another-customer", detail: `ticket ${id} is another customer's` }))

const lost = (what: string) =>
  Effect.fail(
    new Writing.Unknown({ code: `${what}-lost`, detail: `a ticket was opened, and the desk has not kept its ${what}` })
  )
