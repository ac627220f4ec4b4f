/**
 * Tells referrals what becomes of their tickets: what `DeskFeed` is given to tell.
 *
 * @module
 */
import { Effect } from "effect"
import * as Tag from "../../account/Tag.ts"
import type * as Ticket from "../../external-system/customer-desk/Ticket.ts"
import type { Editions } from "../../operations/Editions.ts"
import { EventLog } from "../../operations/EventLog.ts"
import * as Operations from "../../operations/Operations.ts"
import { isUnavailable, type StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import { world } from "../../process/Actor.ts"
import type { CaseId } from "../../process/Case.ts"
import { ticketKind } from "./Referral.ts"
import { ReferralProcess } from "./ReferralProcess.ts"

/**
 * A ticket that is solved reports, one that the desk has put away in a word of its own refuses, and one that was merged is followed into the other: the
 * complaint hears of it. What is told again changes nothing, and tickets of others are nobody's business here.
 */
export const tell = Effect.fn("ReferralDesk.tell")(function* (
  change: Ticket.Change
): Effect.fn.Return<void, StoreUnavailable, EventLog | Editions> {
  const send = sending(change)
  if (send === undefined) return
  const log = yield* EventLog
  for (const { case: id } of yield* log.tagged(Tag.of(ticketKind, change.ticket), atMost)) {
    yield* send(id).pipe(
      Effect.catch((refusal) =>
        isUnavailable(refusal)
          ? Effect.fail(refusal)
          : Effect.logInfo(`Ticket ${change.ticket} is ${change.to.says}, and its referral ${id} is over`)
      )
    )
  }
})

/** Merged tickets may be of several referrals; nobody merges more. */
const atMost = 100

/** The step that a referral takes in what has become of its ticket; none where it still waits for the department. */
const sending = ({ id, into, ticket, to }: Ticket.Change) => {
  const send = <S extends "Opened" | "DeskReports" | "DeskRefuses">(
    step: S,
    input: Operations.Order<typeof ReferralProcess, S>["input"]
  ) => {
    return (of: CaseId) =>
      Effect.asVoid(Operations.send(ReferralProcess, { key: `change ${id}`, case: of, by: world, step, input }))
  }
  const report = { report: `${ticket}: ${to.says}` }
  if (into !== undefined) return send("Opened", { ticket: into, created: false })
  if (to.status === "solved") return send("DeskReports", report)
  return to.status === "other" ? send("DeskRefuses", report) : undefined
}
