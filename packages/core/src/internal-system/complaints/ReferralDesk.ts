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
import { ticketKind } from "./Referral.ts"
import { ReferralProcess } from "./ReferralProcess.ts"

/**
 * A ticket that is solved reports, and one that the desk has put away in a word of its own refuses: the complaint hears of either. What is told again
 * changes nothing, and tickets of others are nobody's business here.
 */
export const tell = Effect.fn("ReferralDesk.tell")(function* ({
  id,
  ticket,
  to
}: Ticket.Change): Effect.fn.Return<void, StoreUnavailable, EventLog | Editions> {
  const step = to.status === "solved" ? "DeskReports" : to.status === "other" ? "DeskRefuses" : undefined
  const log = yield* EventLog
  const [referral] = step === undefined ? [] : yield* log.tagged(Tag.of(ticketKind, ticket), 1)
  if (step === undefined || referral === undefined) return
  yield* Operations.send(ReferralProcess, {
    key: `change ${id}`,
    case: referral.case,
    step,
    by: world,
    input: { report: `${ticket}: ${to.says}` }
  }).pipe(
    Effect.catch((refusal) =>
      isUnavailable(refusal)
        ? Effect.fail(refusal)
        : Effect.logInfo(`Ticket ${ticket} is ${to.says}, and its referral is over`)
    )
  )
})
