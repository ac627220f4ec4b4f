/**
 * Opening a ticket as an action of a case: at most one ticket comes of one action, however often it is carried (`TicketCarrier`).
 *
 * @module
 */
import * as Action from "../../process/Action.ts"
import { Opened, Opening } from "./Ticket.ts"

const { key: _, ...asked } = Opening.fields

/** A ticket is opened at the customer desk. The key is the action's own. */
export const openTicket: Action.Kind<"OpenTicket", Omit<Opening, "key">, Opened> = Action.kind({
  name: "OpenTicket",
  request: asked,
  done: Opened.fields,
  repeatable: true
})
