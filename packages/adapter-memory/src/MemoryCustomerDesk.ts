/**
 * `CustomerDesk` in memory.
 *
 * @module
 */
import { CustomerDesk, DeskText, Ticket } from "@dualops/core/customer-desk"
import { Reading, Writing } from "@dualops/core/operations"
import { Context, DateTime, Effect, Layer } from "effect"
import type { Fate } from "./MemoryFans.ts"

/** A ticket as it is kept. */
export interface Kept {
  readonly id: Ticket.TicketId
  readonly opening: Ticket.Opening
  readonly notes: Map<string, string>
  standing: Ticket.Standing
}

/** The desk itself, open to whoever arranges a test or an example. */
export class MemoryDesk extends Context.Service<
  MemoryDesk,
  {
    /** By their keys, in the order in which they were opened. */
    readonly tickets: Map<string, Kept>
    /** In the order in which they were made. */
    readonly changes: Array<Ticket.Change>
    /** The next writes meet these fates, one each. */
    readonly fates: Array<Fate>
    /** Somebody of customer service brings a ticket there. */
    readonly move: (ticket: Ticket.TicketId, to: Ticket.Standing) => Effect.Effect<void>
  }
>()("@dualops/adapter-memory/MemoryDesk") {}

/** A desk without tickets. */
export const desk: Layer.Layer<MemoryDesk> = Layer.sync(MemoryDesk, () => {
  const tickets = new Map<string, Kept>()
  const changes: Array<Ticket.Change> = []
  return {
    tickets,
    changes,
    fates: [],
    move: (ticket, to) =>
      Effect.map(DateTime.now, (at) => {
        const kept = [...tickets.values()].find(({ id }) => id === ticket)
        if (kept === undefined || kept.standing.says === to.says) return
        changes.push({ id: String(changes.length + 1), ticket, from: kept.standing, to, at })
        kept.standing = to
      })
  }
})

/** What stands in a subject, and in a text, at most. */
const longest = { subject: 200, text: 50_000 } as const

/** The desk in memory. */
export const layer: Layer.Layer<CustomerDesk, never, MemoryDesk> = Layer.effect(
  CustomerDesk,
  Effect.map(MemoryDesk, ({ changes, fates, move, tickets }) => {
    const find = (id: Ticket.TicketId) => [...tickets.values()].find((one) => one.id === id)
    const write = <A>(work: Effect.Effect<A, Writing.Failure>): Effect.Effect<A, Writing.Failure> =>
      Effect.suspend(() => {
        const fate = fates.shift()
        if (fate === undefined) return work
        const failure = new Writing[fate.end]({ code: "memory", detail: "it was to be so" })
        return Effect.andThen(fate.out ? work : Effect.void, Effect.fail(failure))
      })
    const missing = (id: Ticket.TicketId) =>
      Effect.fail(new Writing.Refused({ code: "no-ticket", detail: `there is no ticket ${id}` }))

    const open = Effect.fnUntraced(function* (opening: Ticket.Opening) {
      const known = tickets.get(opening.key)
      if (known !== undefined) {
        if (known.opening.customer.fan !== opening.customer.fan) {
          return yield* new Writing.Refused({ code: "another-customer", detail: `${known.id} is another customer's` })
        }
        return { ticket: known.id, created: false }
      }
      const id = Ticket.TicketId.make(String(tickets.size + 1))
      const subject = DeskText.line(opening.subject, longest.subject)
      const text = DeskText.block(opening.text, longest.text)
      tickets.set(opening.key, {
        id,
        opening: { ...opening, subject, text },
        notes: new Map(),
        standing: { status: "new", says: "new" }
      })
      return { ticket: id, created: true }
    })

    return {
      openTicket: (opening) => write(open(opening)),
      ticket: (id) =>
        Effect.suspend(() => {
          const kept = find(id)
          if (kept === undefined) {
            return Effect.fail(new Reading.NotShown({ code: "no-ticket", detail: `there is no ticket ${id}` }))
          }
          const { customer, key, priority, subject } = kept.opening
          return Effect.succeed({ id, key, fans: [customer.fan], subject, priority, standing: kept.standing })
        }),
      note: (ticket, { key, text }) =>
        write(
          Effect.suspend(() => {
            const kept = find(ticket)
            if (kept === undefined) return missing(ticket)
            if (!kept.notes.has(key)) kept.notes.set(key, DeskText.block(text, longest.text))
            return Effect.void
          })
        ),
      setStatus: (ticket, status) =>
        write(
          Effect.suspend(() => (find(ticket) === undefined ? missing(ticket) : move(ticket, { status, says: status })))
        ),
      changesSince: (cursor) =>
        Effect.sync(() => {
          const since = Number(cursor ?? 0)
          const read = changes.slice(since, since + 100)
          const next = since + read.length
          return { changes: read, cursor: Ticket.Cursor.make(String(next)), more: next < changes.length }
        })
    }
  })
)
