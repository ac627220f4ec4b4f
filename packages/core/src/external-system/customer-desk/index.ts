/**
 * The ticket system of customer service: opening a ticket once, and hearing what becomes of it.
 *
 * @module
 */
export { CustomerDesk } from "./CustomerDesk.ts"
export * as DeskFeed from "./DeskFeed.ts"
export * as DeskKey from "./DeskKey.ts"
export * as DeskText from "./DeskText.ts"
export { openTicket } from "./OpenTicket.ts"
export * as Ticket from "./Ticket.ts"
export * as TicketCarrier from "./TicketCarrier.ts"
