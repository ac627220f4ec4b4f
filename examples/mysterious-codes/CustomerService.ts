/**
 * Customer service: a ticket each half hour of its opening hours, those that go first before those that came first.
 *
 * @module
 */

import { Caseload } from "@dualops/core"
import { ReferralProcess } from "@dualops/core/complaints"
import { CustomerDesk, Ticket } from "@dualops/core/customer-desk"
import { Effect } from "effect"
import { assumptions } from "./Assumptions.ts"
import { stream } from "./Chance.ts"
import type { Deed } from "./House.ts"

/** What waits: a ticket of the account's, or somebody on the telephone or in a shop. */
interface Waiting {
  readonly ticket: Ticket.TicketId | undefined
  readonly isFirst: boolean
}

const openHours = 13

/** Customer service, with what waits there beforehand. */
export const make = (seed: string) => {
  const queue: Array<Waiting> = []
  const known = new Set<string>()
  const referrals = Caseload.make([ReferralProcess])
  const chance = stream(`${seed}/customer service`)
  const rings = () => void queue.push({ ticket: undefined, isFirst: false })
  for (let count = 0; count < assumptions.serviceBacklog.value; count++) rings()

  const takeIn = Effect.gen(function* () {
    for (const { case: one, process } of yield* referrals.cases) {
      // Of this process, a referral that has a ticket says which.
      const ticket = process === ReferralProcess && "ticket" in one.state ? String(one.state.ticket) : undefined
      if (ticket === undefined || known.has(ticket)) continue
      known.add(ticket)
      const { priority } = yield* CustomerDesk.use((desk) => desk.ticket(Ticket.TicketId.make(ticket)))
      queue.push({ ticket: Ticket.TicketId.make(ticket), isFirst: priority === "weibo first" })
    }
  })

  return {
    /** Somebody calls, and waits for their turn. */
    rings,
    /** Works for an hour. */
    work: Effect.gen(function* () {
      yield* takeIn
      for (let half = 0; half < 2; half++) {
        if (chance() < assumptions.serviceTickets.value / openHours / 2) rings()
        const first = queue.findIndex(({ isFirst }) => isFirst)
        const [next] = queue.splice(Math.max(0, first), 1)
        if (next?.ticket === undefined) continue
        const { ticket } = next
        yield* CustomerDesk.use((desk) => desk.setStatus(ticket, "solved"))
      }
    }).pipe(Effect.orDie) as Deed
  }
}
/** Customer service. */
export type Service = ReturnType<typeof make>
