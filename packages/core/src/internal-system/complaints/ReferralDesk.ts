/**
 * Tells referrals what becomes of their tickets: what `DeskFeed` is given to tell. Nothing that a desk has done is lost, however soon or late it comes.
 *
 * @module
 */
import { Effect } from "effect"
import { kind as fanKind } from "../../account/FanId.ts"
import * as Tag from "../../account/Tag.ts"
import { CustomerDesk } from "../../external-system/customer-desk/CustomerDesk.ts"
import * as DeskKey from "../../external-system/customer-desk/DeskKey.ts"
import * as DeskText from "../../external-system/customer-desk/DeskText.ts"
import type * as Ticket from "../../external-system/customer-desk/Ticket.ts"
import type { Editions } from "../../operations/Editions.ts"
import {
  EventLog,
  isConflict,
  isOtherStanding,
  type OtherStanding,
  type VersionConflict
} from "../../operations/EventLog.ts"
import * as Operations from "../../operations/Operations.ts"
import type * as Reading from "../../operations/Reading.ts"
import { isUnavailable, type StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import * as Unclaimed from "../../operations/Unclaimed.ts"
import { world } from "../../process/Actor.ts"
import type { CaseId } from "../../process/Case.ts"
import * as Process from "../../process/Process.ts"
import { ticketKind } from "./Referral.ts"
import { ReferralProcess } from "./ReferralProcess.ts"

/** Why it could not be told now: it is told again. */
export type NotNow = Passing | Reading.Failure
type Passing = StoreUnavailable | VersionConflict | OtherStanding

/**
 * A ticket that is solved reports, and one that the desk has put away in a word of its own refuses: the complaint hears of either. What is told again
 * changes nothing, and tickets of others are nobody's business here. What a referral that is open does not take in is for a person.
 */
export const tell = Effect.fn("ReferralDesk.tell")(function* ({
  id: change,
  ticket,
  to
}: Ticket.Change): Effect.fn.Return<void, NotNow, CustomerDesk | EventLog | Editions> {
  const step = to.status === "solved" ? "DeskReports" : to.status === "other" ? "DeskRefuses" : undefined
  if (step === undefined) return
  const id = yield* openedFor(ticket)
  if (id === undefined) return
  const report = `${ticket}: ${DeskText.line(to.says, longestReport)}`
  yield* Operations.send(ReferralProcess, {
    key: `change ${change}`,
    case: id,
    step,
    by: world,
    input: { report }
  }).pipe(
    Effect.asVoid,
    Effect.catch((refusal) =>
      isPassing(refusal) ? Effect.fail(refusal) : untold(id, step, `change ${change}`, report, refusal)
    )
  )
})

const longestReport = 1_000

/**
 * The referral for which a ticket was opened, by the key that the desk shows: a desk may be done with one sooner than anybody here knows its number, or
 * have answered with the number of another's. Where the desk shows no key, its number has to do.
 */
const openedFor = Effect.fnUntraced(function* (ticket: Ticket.TicketId) {
  const { fan, key } = yield* CustomerDesk.use((desk) => desk.ticket(ticket)).pipe(
    Effect.catchTag("Reading.NotShown", () => Effect.succeed<Partial<Ticket.Ticket>>({}))
  )
  const log = yield* EventLog
  const known = yield* log.tagged(Tag.of(ticketKind, ticket), everyOne)
  if (key === undefined) return known[0]?.case
  const others = fan === undefined ? [] : yield* log.tagged(Tag.of(fanKind, fan), everyOne)
  for (const { case: id, process } of [...known, ...others]) {
    if (process === ReferralProcess.name && (yield* keyOf(id)) === key) return id
  }
  return undefined
})

/** The key under which the referral had its ticket opened. */
const keyOf = Effect.fnUntraced(function* (id: CaseId) {
  const [asked] = yield* Operations.read(ReferralProcess, id)
  if (asked === undefined) return undefined
  const begun = Process.evolve(ReferralProcess, undefined, asked)
  const opening = Process.actions(ReferralProcess, begun, asked).find(({ name }) => name === "openTicket")
  return opening && DeskKey.of(opening.key)
})

const untold = Effect.fnUntraced(function* (id: CaseId, step: string, key: string, told: string, why: unknown) {
  const referral = yield* Operations.load(ReferralProcess, id)
  if (referral !== undefined && Process.isOver(ReferralProcess, referral)) {
    return yield* Effect.logInfo(`${told}, and its referral is over`)
  }
  const found = { process: ReferralProcess, case: id, action: "openTicket", outcome: "done", hears: step } as const
  return yield* Unclaimed.turnUp({ ...found, key: `${id}/${key}`, told, why })
})

/** It says nothing of the step. */
const isPassing = (refusal: unknown): refusal is Passing =>
  isUnavailable(refusal) || isConflict(refusal) || isOtherStanding(refusal)

/** As many as there are. */
const everyOne = Number.MAX_SAFE_INTEGER
