/**
 * Customer service at its desk: one ticket every half hour of its opening hours, those that go first before those that came first.
 *
 * @module
 */
import { AccountId, FanId } from "@dualops/core/account"
import { ReferralProcess } from "@dualops/core/complaints"
import { CustomerDesk, DeskKey, Ticket } from "@dualops/core/customer-desk"
import { Caseload } from "@dualops/core/operations"
import { DateTime, Effect } from "effect"

/** How many tickets from telephone and shops wait when the fan complains. */
export const waiting = 50

/** Tickets that came before, by other ways. */
export const backlog = (name: string) =>
  Effect.forEach(
    Array.from({ length: waiting }, (_, index) => index),
    (index) =>
      CustomerDesk.use((desk) =>
        desk.openTicket({
          key: DeskKey.of(`${name}-${index}`),
          customer: { fan: FanId.make(`${3_000_000 + index}`), name: `来电 ${index}` },
          subject: `电话投诉 ${index}`,
          text: "门店漏发了一杯。",
          priority: "normal"
        })
      )
  )

/** What waits at the desk, in the order in which it came. */
export const make = (before: ReadonlyArray<Ticket.Opened>) => {
  const queue: Array<{ readonly id: Ticket.TicketId; readonly isFirst: boolean }> = before.map(({ ticket }) => ({
    id: ticket,
    isFirst: false
  }))
  const known = new Set<string>()

  /** Tickets that referrals have opened since. */
  const takeIn = Effect.gen(function* () {
    const desk = yield* CustomerDesk
    const referrals = yield* Caseload.everyCase([ReferralProcess])
    for (const one of referrals) {
      const { state } = one.case
      const id = "ticket" in state ? Ticket.TicketId.make(String(state.ticket)) : undefined
      if (id === undefined || known.has(id)) continue
      known.add(id)
      const { priority } = yield* desk.ticket(id)
      queue.push({ id, isFirst: priority === "weibo first" })
    }
  })

  /** One ticket is solved: the first of those that go first, or else the first that came. */
  const solveOne = Effect.gen(function* () {
    yield* takeIn
    const index = Math.max(
      0,
      queue.findIndex(({ isFirst }) => isFirst)
    )
    const [next] = queue.splice(index, 1)
    if (next === undefined) return
    yield* CustomerDesk.use((desk) => desk.setStatus(next.id, "solved"))
  })
  return { solveOne }
}

/** Whether customer service is there: from nine to ten at night. */
export const isThere = (moment: DateTime.Utc): boolean => {
  const hour = DateTime.toParts(DateTime.setZoneNamedUnsafe(moment, "Asia/Shanghai")).hour
  return hour >= 9 && hour < 22
}

export const account = AccountId.make("1000000001")
