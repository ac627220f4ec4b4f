/**
 * Customer service at its desk, played by the program: a ticket takes forty minutes, at lunch time nobody comes to any, and at night they wait.
 *
 * @module
 */
import { type Caseload, Operations } from "@dualops/core"
import { ReferralDesk, ReferralProcess } from "@dualops/core/complaints"
import { CustomerDesk, DeskFeed } from "@dualops/core/customer-desk"
import { DateTime, Effect } from "effect"
import { patiently } from "./Move.ts"
import type { Schedule } from "./Schedule.ts"

/** When each ticket that is open is going to be solved. */
export const moves = Effect.fnUntraced(function* (schedule: Schedule, { cases }: Caseload.Caseload) {
  const open = (yield* cases).filter(({ process }) => process === ReferralProcess)
  const found = yield* Effect.forEach(open, ({ case: { id } }) => move(schedule, id))
  return found.flat()
})

const move = Effect.fnUntraced(function* (schedule: Schedule, id: Operations.Order<typeof ReferralProcess>["case"]) {
  const ticket = (yield* Operations.load(ReferralProcess, id))?.state.ticket
  const opened = (yield* Operations.read(ReferralProcess, id)).find(({ step }) => step === "Opened")
  if (ticket === undefined || opened === undefined) return []
  const solve = CustomerDesk.use((desk) => desk.setStatus(ticket, "solved"))
  return [{ at: doneAt(schedule, opened.at), key: `ticket ${ticket}`, make: patiently(Effect.andThen(solve, hear)) }]
})

const doneAt = (schedule: Schedule, opened: DateTime.Utc): DateTime.Utc => {
  const isBetween = (from: string, until: string) =>
    DateTime.isGreaterThanOrEqualTo(opened, schedule(from)) && DateTime.isLessThan(opened, schedule(until))
  if (isBetween("12:00", "15:00")) return schedule("15:50")
  return isBetween("22:00", "24:00") ? schedule("09:35", 1) : DateTime.add(opened, { minutes: 40 })
}

/** What has become of tickets is heard by those who wait for it. */
export const hear = DeskFeed.poll("customer service", ReferralDesk.tell)
