/**
 * Tickets of Request Tracker in the words of this house, and back.
 *
 * @module
 */
import { Ticket } from "@dualops/core/customer-desk"
import { fanOf } from "./RtPeople.ts"
import { numberOf, peopleOf, type RtRecord, textOf, valuesOf } from "./RtRecord.ts"

/** The custom fields of a ticket. */
export const fields = { key: "Weibo Key", post: "Weibo Post", interaction: "Weibo Interaction" } as const

/** Statuses of the default lifecycle. A rejected or deleted ticket is none that was solved. */
const known: Readonly<Record<string, Ticket.Status>> = {
  new: "new",
  open: "open",
  stalled: "waiting",
  resolved: "solved"
}

/** What a status is called there. */
export const said: Readonly<Record<Ticket.Status, string>> = {
  new: "new",
  open: "open",
  waiting: "stalled",
  solved: "resolved"
}

/** How far a ticket has come by the desk's word. */
export const standingOf = (says: string): Ticket.Standing => ({
  status: Object.hasOwn(known, says) ? (known[says] ?? "other") : "other",
  says
})

/** Priorities as Request Tracker sorts by them. */
export const priorities: Readonly<Record<Ticket.Priority, number>> = { "weibo first": 100, normal: 50, low: 10 }

const priorityOf = (number: number | undefined): Ticket.Priority | undefined =>
  (["weibo first", "normal", "low"] as const).find((one) => priorities[one] === number)

/** The ticket that a record is; nothing where it cannot be one. */
export const read = (record: RtRecord): Ticket.Ticket | undefined => {
  const [id, says] = [numberOf(record), textOf(record, "Status")]
  if (id === undefined || says === undefined) return undefined
  const key = valuesOf(record, fields.key)?.[0]
  const priority = priorityOf(numberOf(record, "Priority"))
  return {
    id: Ticket.TicketId.make(String(id)),
    ...(key !== undefined && { key }),
    fans: peopleOf(record, "Requestor").flatMap((name) => fanOf(name) ?? []),
    subject: textOf(record, "Subject") ?? "",
    standing: standingOf(says),
    ...(priority !== undefined && { priority })
  }
}
