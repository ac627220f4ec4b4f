/**
 * Carries the opening of tickets to the customer desk. At most one ticket comes of one action, however often it is carried.
 *
 * @module
 */
import { Effect, Schedule } from "effect"
import * as Carrier from "../../operations/Carrier.ts"
import { CustomerDesk } from "./CustomerDesk.ts"
import * as DeskKey from "./DeskKey.ts"
import { openTicket } from "./OpenTicket.ts"
import type { Opened, Opening } from "./Ticket.ts"

/**
 * Opens the ticket of an action. What nobody knows is asked for again, twice and a little later, for a key has one ticket; what is still unknown then
 * comes back as that.
 */
export const carrier: Carrier.Carrier<Omit<Opening, "key">, Opened, CustomerDesk> = Carrier.make(
  openTicket,
  (request, key) =>
    CustomerDesk.use((desk) => desk.openTicket({ ...request, key: DeskKey.of(key) })).pipe(
      Effect.retry({
        while: ({ _tag }) => _tag === "Writing.Unknown",
        times: 2,
        schedule: Schedule.exponential("1 second")
      })
    )
)
