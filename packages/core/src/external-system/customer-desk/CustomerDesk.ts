/**
 * Port: the ticket system of customer service. A complaint becomes a ticket there, and what becomes of the ticket is heard here.
 *
 * Whatever is written bears a key of the caller's, so it may be asked for again whenever nobody knows whether it has happened: of one key there is
 * one ticket, and one note. Failures are those of `Writing` and `Reading`. What cannot be understood is refused or shown as what it is, and never
 * guessed.
 *
 * @module
 */
import { Context, type Effect } from "effect"
import type * as Reading from "../../operations/Reading.ts"
import type * as Writing from "../../operations/Writing.ts"
import type { Changes, Cursor, Note, Opened, Opening, Status, Ticket, TicketId } from "./Ticket.ts"

/** The ticket system of customer service. */
export class CustomerDesk extends Context.Service<
  CustomerDesk,
  {
    /**
     * Opens the ticket of a key, or finds it: it is not changed, wherever it has come to by then. A key whose ticket is another customer's is
     * refused.
     */
    readonly openTicket: (opening: Opening) => Effect.Effect<Opened, Writing.Failure>
    /** The ticket as it stands now. */
    readonly ticket: (id: TicketId) => Effect.Effect<Ticket, Reading.Failure>
    /** Notes something on a ticket for those who work on it, once for each key; it is refused where there is no such ticket. */
    readonly note: (ticket: TicketId, note: Note) => Effect.Effect<void, Writing.Failure>
    /** Brings a ticket there; where it is already, nothing changes. It is refused where the desk's own rules do not allow it. */
    readonly setStatus: (ticket: TicketId, status: Status) => Effect.Effect<void, Writing.Failure>
    /**
     * Each change of status since the cursor, whoever made it, and from the beginning where there is none. Nothing is left out; what comes a second
     * time has the same id.
     */
    readonly changesSince: (cursor: Cursor | undefined) => Effect.Effect<Changes, Reading.Failure>
  }
>()("@dualops/core/CustomerDesk") {}
