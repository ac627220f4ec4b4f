/**
 * `CustomerDesk` on HubSpot.
 *
 * The key is a unique property, so a second ticket with it is refused by HubSpot itself. Tickets are created and never "upserted": that would set back a
 * stage to which customer service has moved the ticket meanwhile.
 *
 * @module
 */
import { FanId } from "@dualops/core/account"
import { CustomerDesk, DeskText, Ticket } from "@dualops/core/customer-desk"
import { Reading, Writing } from "@dualops/core/operations"
import { DateTime, type Duration, Effect, Layer } from "effect"
import type { HttpClient } from "effect/http"
import { after, before, decoded } from "../http/Step.ts"
import * as Turns from "../http/Turns.ts"
import * as HubSpotApi from "./HubSpotApi.ts"
import * as HubSpotFeed from "./HubSpotFeed.ts"
import * as HubSpotPeople from "./HubSpotPeople.ts"
import * as Stages from "./HubSpotStages.ts"

/** What is read of a ticket. */
const properties = ["weibo_key", "subject", "hs_pipeline_stage", "hs_ticket_priority"] as const
const noteKey = "weibo_note_key"

/** Types of associations that HubSpot has defined: of a ticket with its contact, and of a note with its ticket. */
const toContact = [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId: 16 }]
const toTicket = [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId: 228 }]

const priorities = { "weibo first": "HIGH", normal: "MEDIUM", low: "LOW" } as const

/** What stands in a subject and in a text at most. */
const longest = { subject: 500, text: 60_000 } as const

/** A desk on HubSpot, which is asked at most so long. */
export const layer = (
  settings: HubSpotApi.Settings,
  within?: Duration.Duration
): Layer.Layer<CustomerDesk, never, HttpClient.HttpClient> =>
  Layer.effect(
    CustomerDesk,
    Effect.map(HubSpotApi.make(settings, within), (api) => deskOf(api, settings))
  )

const deskOf = (api: HubSpotApi.HubSpotApi, { pipeline, stages }: HubSpotApi.Settings): CustomerDesk["Service"] => {
  const turns = Turns.make()

  const get = Effect.fnUntraced(function* (id: string) {
    const found = /^\d{1,18}$/.test(id) ? yield* api.get("tickets", id, properties) : undefined
    return found ?? (yield* new Reading.NotShown({ code: "no-ticket", detail: "there is no ticket with this id" }))
  })

  const ticket = Effect.fnUntraced(function* (id: string) {
    const object = yield* get(id)
    const { hs_pipeline_stage: stage, hs_ticket_priority: says, subject, weibo_key: key } = object.properties
    const priority = (["weibo first", "normal", "low"] as const).find((one) => priorities[one] === says)
    const contacts = yield* api.all("contacts", contactsOf(object), [HubSpotPeople.uid])
    const fans = contacts.flatMap(({ properties: { [HubSpotPeople.uid]: fan } }) => (fan ? [FanId.make(fan)] : []))
    return {
      id: Ticket.TicketId.make(object.id),
      ...(key && { key }),
      fans,
      subject: subject ?? "",
      standing: Stages.standingOf(stages, stage ?? ""),
      ...(priority !== undefined && { priority })
    }
  })

  const open = Effect.fnUntraced(function* (opening: Ticket.Opening) {
    const contact = yield* HubSpotPeople.ensure(api, opening.customer)
    const body = bodyOf(opening, contact.id)
    return yield* api.write({ method: "POST", path: "/crm/v3/objects/tickets", body }).pipe(
      Effect.flatMap((answer) => after(decoded(HubSpotApi.HubSpotObject)(answer))),
      Effect.flatMap((made) =>
        made.properties.weibo_key === opening.key
          ? Effect.succeed({ ticket: Ticket.TicketId.make(made.id), created: true })
          : Effect.fail(
              new Writing.Unknown({ code: "key-lost", detail: "the answer is about a ticket of another key" })
            )
      ),
      // The text of a refusal is not read: whether there is a ticket with the key is what counts.
      Effect.catchTag("Writing.Refused", (refused) =>
        Effect.flatMap(before(api.get("tickets", opening.key, properties, "weibo_key")), (known) => {
          if (known?.properties.weibo_key !== opening.key) return Effect.fail(refused)
          return contactsOf(known).includes(contact.id)
            ? Effect.succeed({ ticket: Ticket.TicketId.make(known.id), created: false })
            : Effect.fail(
                new Writing.Refused({ code: "another-customer", detail: `ticket ${known.id} is another customer's` })
              )
        })
      )
    )
  })

  const bodyOf = ({ interaction, key, post, priority, subject, text }: Ticket.Opening, contact: string) => ({
    properties: {
      weibo_key: key,
      subject: DeskText.line(subject, longest.subject),
      content: DeskText.block(text, longest.text),
      hs_pipeline: pipeline,
      hs_pipeline_stage: stages.new,
      hs_ticket_priority: priorities[priority],
      ...(post !== undefined && { weibo_post: DeskText.line(post, 200) }),
      ...(interaction !== undefined && { weibo_interaction: DeskText.line(interaction, 200) })
    },
    associations: [{ to: { id: contact }, types: toContact }]
  })

  /** Notes are found by the ticket to which they belong, for search is late. */
  const note = Effect.fnUntraced(function* (id: Ticket.TicketId, { key, text }: Ticket.Note) {
    const object = yield* before(get(id))
    const ids = yield* before(api.associated("tickets", object.id, "notes"))
    const notes = yield* before(api.all("notes", ids, [noteKey]))
    if (notes.some((one) => one.properties[noteKey] === key)) return
    const hs_timestamp = DateTime.formatIso(yield* DateTime.now)
    const body = {
      properties: { [noteKey]: key, hs_note_body: asHtml(DeskText.block(text, longest.text / 6)), hs_timestamp },
      associations: [{ to: { id: object.id }, types: toTicket }]
    }
    yield* api.write({ method: "POST", path: "/crm/v3/objects/notes", body })
  })

  const setStatus = Effect.fnUntraced(function* (id: Ticket.TicketId, status: Ticket.Status) {
    const object = yield* before(get(id))
    const hs_pipeline_stage = stages[status]
    if (object.properties.hs_pipeline_stage === hs_pipeline_stage) return
    const body = { properties: { hs_pipeline_stage } }
    yield* api.write({ method: "PATCH", path: `/crm/v3/objects/tickets/${object.id}`, body })
  })

  return {
    openTicket: (opening) => turns(opening.key)(open(opening)),
    ticket,
    note: (id, written) => turns(`${id} ${written.key}`)(note(id, written)),
    setStatus,
    changesSince: (cursor) => HubSpotFeed.changesSince(api, stages, cursor)
  }
}

const contactsOf = ({ associations }: HubSpotApi.HubSpotObject): ReadonlyArray<string> => [
  ...new Set((associations?.contacts?.results ?? []).map(({ id }) => id))
]

/** The body of a note is shown as HTML. */
const asHtml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "<br>")
