/**
 * Opens tickets for processes: the action, and its carrier. At most one ticket comes of one action, however often it is carried.
 *
 * @module
 */
import { Effect, Schedule } from "effect"
import * as Carrier from "../../operations/Carrier.ts"
import * as Action from "../../process/Action.ts"
import { CustomerDesk } from "./CustomerDesk.ts"
import * as DeskKey from "./DeskKey.ts"
import { Opened, Opening } from "./Ticket.ts"

const { key: _, ...asked } = Opening.fields

/** A ticket is opened at the customer desk. The key is the action's own. */
export const OpenTicket: Action.Kind<"OpenTicket", Omit<Opening, "key">, Opened> = Action.kind({
  name: "OpenTicket",
  request: asked,
  done: Opened.fields,
  repeatable: true
})

/**
 * Opens the ticket of an action. What nobody knows is asked for again, twice and a little later, for a key has one ticket; what is still unknown then
 * comes back as that.
 */
export const carrier: Carrier.Carrier<Omit<Opening, "key">, Opened, CustomerDesk> = Carrier.make(
  OpenTicket,
  (request, key) =>
    CustomerDesk.use((desk) => desk.openTicket({ ...request, key: DeskKey.of(key) })).pipe(
      Effect.retry({
        while: ({ _tag }) => _tag === "Writing.Unknown",
        times: 2,
        schedule: Schedule.exponential("1 second")
      })
    )
)
